"""A Sankey diagram: processes as bars, flows as bands as thick as their amount."""

import textwrap
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from critflow.numbers import Numbers
from critflow.report.hyphens import SOFT, breakable
from critflow.report.sankey_layout import Box, Layout, Link, arrange, lay_out
from critflow.report.sankey_links import Drawing
from critflow.report.svg import INK, PAPER, SOFT_INK, Looks, drawing, node

WIDTH, HEIGHT = 1120.0, 520.0
BAR = 9.0
MARGIN, LABEL_ROOM, GAP, LANE_GAP, LEAST_OF_FLOWS = 8.0, 100.0, 50.0, 10.0, 160.0
SIZE, LETTER, LINE, UNDER_NAME = 12.0, 7.7, 13.0, 6.0  # about the width and height of one in a name
TURN = 7.0  # of what is innermost where a band turns back
FORWARD, BACK, LEAVING = "#5b97c1", "#2f9273", "#cf6a35"
OPACITY = 0.85


def sankey(key: str, title: str, about: str, flows: Drawing, numbers: Numbers) -> Element:
    """The whole picture, in tonnes; higher than usual where the names of a column ask for it."""
    bare = arrange(flows.links, HEIGHT, {})
    left = MARGIN + room_at_left(bare)
    step = (WIDTH - left - LABEL_ROOM - BAR) / max(bare.columns - 1, 1)
    names = {
        name: wrapped(flows.titles[name], int(room_beside(box, bare.columns, step) / LETTER))
        for name, box in bare.boxes.items()
    }
    above = {name: max(GAP, LINE * (len(rows) + 1) + UNDER_NAME) for name, rows in names.items()}
    beneath = room_beneath(bare)
    height = max(HEIGHT, fullest(bare, above) + LEAST_OF_FLOWS + beneath)
    layout = lay_out(flows.links, 0.0, height - beneath, above)
    x = {name: left + step * box.column for name, box in layout.boxes.items()}
    parts = [*flowing(layout, x)]
    for name, box in layout.boxes.items():
        amount = numbers.amount(flows.amounts[name], "t")
        room = room_beside(box, layout.columns, step)
        parts += name_and_amount(x[name], box.y - UNDER_NAME, names[name], amount, room)
    return drawing(key, title, about, WIDTH, height, parts)


def room_beside(box: Box, columns: int, step: float) -> float:
    return LABEL_ROOM if box.column == columns - 1 else step - BAR


def fullest(layout: Layout, above: Mapping[str, float]) -> float:
    """What the names of that column take whose names take most."""
    taken = [0.0] * layout.columns
    for name, box in layout.boxes.items():
        taken[box.column] += above[name]
    return max(taken)


def room_beneath(bare: Layout) -> float:
    """For what runs back: each as thick as when all the height were its column's, and a gap."""
    return 36.0 + sum(link.amount * bare.per_amount + LANE_GAP for link in bare.back)


def room_at_left(bare: Layout) -> float:
    """For what runs back into the first column, as thick as when all the height were its own."""
    into = [link.amount for link in bare.back if bare.boxes[link.head].column == 0]
    return max((amount * bare.per_amount + TURN for amount in into), default=0.0)


def flowing(layout: Layout, x: Mapping[str, float]) -> Iterator[Element]:
    ends = {link.head for link in layout.links} - {link.tail for link in layout.links}
    for link in layout.links:
        if link not in layout.back:
            yield band(layout, link, x, LEAVING if link.head in ends else FORWARD)
    yield from bands_back(layout, x)
    for name, box in layout.boxes.items():
        yield node("rect", x=x[name], y=box.y, width=BAR, height=max(box.height, 1.0), fill=INK)


def band(layout: Layout, link: Link, x: Mapping[str, float], colour: str) -> Element:
    """As high everywhere as at its ends."""
    left, right, half = x[link.tail] + BAR, x[link.head], link.amount * layout.per_amount / 2
    y1, y2, turn = layout.leaves[link], layout.enters[link], (left + x[link.head]) / 2
    way = (
        f"M{left:.1f},{y1 - half:.1f}"
        f"C{turn:.1f},{y1 - half:.1f} {turn:.1f},{y2 - half:.1f} {right:.1f},{y2 - half:.1f}"
        f"V{y2 + half:.1f}"
        f"C{turn:.1f},{y2 + half:.1f} {turn:.1f},{y1 + half:.1f} {left:.1f},{y1 + half:.1f}Z"
    )
    return node("path", d=way, fill=colour, fill_opacity=OPACITY)


def bands_back(layout: Layout, x: Mapping[str, float]) -> Iterator[Element]:
    """Out at the right, down, left beneath everything and up again; short ways above long ones."""
    y = max(box.y + box.height for box in layout.boxes.values()) + 16.0
    for link in sorted(layout.back, key=lambda k: x[k.tail] - x[k.head]):
        thickness = link.amount * layout.per_amount
        y += thickness / 2
        yield from band_back(layout, link, x, y)
        y += thickness / 2 + LANE_GAP


def band_back(layout: Layout, link: Link, x: Mapping[str, float], lane: float) -> Iterator[Element]:
    thickness = link.amount * layout.per_amount
    radius = thickness / 2 + TURN
    left, right = x[link.head], x[link.tail] + BAR
    y1, y2 = layout.leaves[link], layout.enters[link]
    corner = f"a{radius:.1f},{radius:.1f} 0 0 1 "
    way = (
        f"M{right:.1f},{y1:.1f}{corner}{radius:.1f},{radius:.1f}V{lane - radius:.1f}"
        f"{corner}{-radius:.1f},{radius:.1f}H{left:.1f}{corner}{-radius:.1f},{-radius:.1f}"
        f"V{y2 + radius:.1f}{corner}{radius:.1f},{-radius:.1f}"
    )
    looks: Looks = {"stroke": BACK, "stroke_width": max(thickness, 0.8), "stroke_opacity": OPACITY}
    yield node("path", d=way, fill="none", **looks)
    tip, size = (left + right) / 2, max(thickness / 2 + 4.0, 6.0)
    arrow = f"M{tip - size:.1f},{lane:.1f}l{size:.1f},{-size:.1f}v{2 * size:.1f}z"
    yield node("path", d=arrow, fill=BACK)


def wrapped(title: str, letters: int) -> list[str]:
    """In rows of so many letters, words that are longer broken where they may be and only there."""
    words = []
    for word in breakable(title).split():
        rest = word
        while len(rest.replace(SOFT, "")) > letters and (places := breaks(rest)):
            fitting = [at for at in places if len(rest[:at].replace(SOFT, "")) < letters]
            place = fitting[0] if fitting else places[-1]
            start = rest[:place].replace(SOFT, "")
            words.append(start if start.endswith("-") else f"{start}-")
            rest = rest[place:].removeprefix(SOFT)
        words.append(rest.replace(SOFT, ""))
    return textwrap.wrap(" ".join(words), letters, break_on_hyphens=False, break_long_words=False)


def breaks(word: str) -> list[int]:
    """Where a word may end a row, the last place first."""
    soft = [at for at, letter in enumerate(word) if letter == SOFT and at > 0]
    hard = [at + 1 for at, letter in enumerate(word[:-1]) if letter == "-" and at > 0]
    return sorted(soft + hard, reverse=True)


def name_and_amount(
    x: float, y: float, rows: list[str], amount: str, room: float
) -> Iterator[Element]:
    """The amount at this height, the name above it, smaller where a word is wider than the room;
    both on paper that lets little of a band through."""
    top = y - LINE * len(rows)
    widest = LETTER * max(map(len, rows), default=0)
    size = SIZE * min(1.0, room / widest) if widest else SIZE
    across = min(max(widest, LETTER * len(amount)), room)
    high = LINE * (len(rows) + 1)
    paper: Looks = {"fill": PAPER, "fill_opacity": 0.8, "rx": 2}
    yield node("rect", x=x - 1, y=top - LINE + 2, width=across, height=high, **paper)
    for number, row in enumerate(rows):
        yield node("text", text=row, x=x, y=top + LINE * number, font_size=size, font_weight=600)
    yield node("text", text=amount, x=x, y=y, font_size=12, fill=SOFT_INK)
