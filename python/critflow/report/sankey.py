"""A Sankey diagram: processes as bars, flows as bands as thick as their amount."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from critflow.numbers import Numbers
from critflow.report.sankey_layout import Layout, Link, lay_out
from critflow.report.sankey_links import Drawing
from critflow.report.svg import INK, SOFT_INK, label, node

WIDTH, HEIGHT = 1120.0, 520.0
BAR = 9.0
MARGIN, LABEL_ROOM, TOP, GAP, LANE_GAP = 8.0, 100.0, 72.0, 60.0, 10.0
LETTER, LINE = 6.9, 13.0  # about the width and height of one in a name
SYLLABLE, LEAST_PART = re.compile("[b-df-hk-np-tv-xz](?=[aeiou])"), 3
FORWARD, BACK, LEAVING = "#5b97c1", "#2f9273", "#cf6a35"
OPACITY = 0.85


def sankey(drawing: Drawing, numbers: Numbers, unit: str) -> Iterator[Element]:
    """The parts of the picture, in `WIDTH` x `HEIGHT`; `unit` is that of the amounts."""
    links = drawing.links
    layout = lay_out(links, TOP, HEIGHT - room_beneath(links), GAP)
    ends = {link.head for link in links} - {link.tail for link in links}
    step = (WIDTH - MARGIN - LABEL_ROOM - BAR) / max(layout.columns - 1, 1)
    x = {name: MARGIN + step * box.column for name, box in layout.boxes.items()}
    for link in links:
        if link not in layout.back:
            yield band(layout, link, x, LEAVING if link.head in ends else FORWARD)
    yield from bands_back(layout, x)
    for name, box in layout.boxes.items():
        yield node("rect", x=x[name], y=box.y, width=BAR, height=max(box.height, 1.0), fill=INK)
    taken = [0.0] * layout.columns  # down to where names of a column stand
    for name, box in sorted(layout.boxes.items(), key=lambda one: one[1].y):
        room = LABEL_ROOM if box.column == layout.columns - 1 else step - BAR
        rows = wrapped(drawing.titles[name], int(room / LETTER))
        y = max(box.y - 6.0, taken[box.column] + LINE * (len(rows) + 1))
        taken[box.column] = y
        yield from name_and_amount(x[name], y, rows, numbers.amount(drawing.amounts[name], unit))


def room_beneath(links: list[Link]) -> float:
    """For what runs back: each as thick as when all the height were its column's, and a gap."""
    layout = lay_out(links, TOP, HEIGHT, GAP)
    return 36.0 + sum(link.amount * layout.per_amount + LANE_GAP for link in layout.back)


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
    radius = thickness / 2 + 7.0
    left, right = x[link.head], x[link.tail] + BAR
    y1, y2 = layout.leaves[link], layout.enters[link]
    corner = f"a{radius:.1f},{radius:.1f} 0 0 1 "
    way = (
        f"M{right:.1f},{y1:.1f}{corner}{radius:.1f},{radius:.1f}V{lane - radius:.1f}"
        f"{corner}{-radius:.1f},{radius:.1f}H{left:.1f}{corner}{-radius:.1f},{-radius:.1f}"
        f"V{y2 + radius:.1f}{corner}{radius:.1f},{-radius:.1f}"
    )
    looks = {"stroke": BACK, "stroke_width": max(thickness, 0.8), "stroke_opacity": OPACITY}
    yield node("path", d=way, fill="none", **looks)
    tip, size = (left + right) / 2, max(thickness / 2 + 4.0, 6.0)
    arrow = f"M{tip - size:.1f},{lane:.1f}l{size:.1f},{-size:.1f}v{2 * size:.1f}z"
    yield node("path", d=arrow, fill=BACK)


def wrapped(title: str, letters: int) -> list[str]:
    """In rows of so many letters, longer words broken with a hyphen, at a syllable if they can."""
    words = []
    for word in title.split():
        while len(word) > letters:
            places = [one.start() for one in SYLLABLE.finditer(word, LEAST_PART, letters)]
            place = places[-1] if places else letters - 1
            words.append(word[:place] + "-")
            word = word[place:]
        words.append(word)
    return textwrap.wrap(" ".join(words), letters, break_on_hyphens=False)


def name_and_amount(x: float, y: float, rows: list[str], amount: str) -> Iterator[Element]:
    """The amount at this height, the name above it."""
    top = y - LINE * len(rows)
    for number, row in enumerate(rows):
        yield label(x, top + LINE * number, row, font_size=12, font_weight=600)
    yield label(x, y, amount, font_size=12, fill=SOFT_INK)
