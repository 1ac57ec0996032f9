"""Where the processes and flows of one year lie, so that thickness is amount and loops are seen.

Flows run from left to right. A set of flows with little in it, without which there would be no
loop, runs back beneath the others.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

SWEEPS = 40


@dataclass(frozen=True)
class Link:
    """An amount that goes from one process to another."""

    tail: str
    head: str
    amount: float


@dataclass
class Box:
    """A process: `y` is its top, `amount` the larger of what enters and what leaves, `above`
    the room that is left above it."""

    name: str
    amount: float
    above: float
    column: int = 0
    y: float = 0.0
    height: float = 0.0

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass
class Layout:
    """Boxes by name; links with the heights at which they leave and enter; which run back."""

    links: Sequence[Link]
    boxes: dict[str, Box]
    leaves: dict[Link, float] = field(default_factory=dict)
    enters: dict[Link, float] = field(default_factory=dict)
    back: list[Link] = field(default_factory=list)
    per_amount: float = 1.0

    @property
    def columns(self) -> int:
        return 1 + max(box.column for box in self.boxes.values())


def lay_out(links: Sequence[Link], top: float, bottom: float, above: Mapping[str, float]) -> Layout:
    """Boxes between the heights `top` and `bottom`, with so much room above each as is named.

    The links must be different from one another and none may go from a process to itself.
    """
    layout = arrange(links, bottom - top, above)
    forward = [link for link in links if link not in layout.back]
    for box in layout.boxes.values():
        box.height = box.amount * layout.per_amount
    settle(by_column(layout), pulls(forward, layout.back), layout.boxes, (top, bottom))
    attach(layout, forward)
    return layout


def arrange(links: Sequence[Link], height: float, above: Mapping[str, float]) -> Layout:
    """Boxes in their columns, what runs back, and how much of a height an amount can have."""
    forward, back = forward_and_back(links)
    order = {name: place for place, name in enumerate(least_back_order(links, forward))}
    boxes = {name: Box(name, passing(name, links), above.get(name, 0.0)) for name in order}
    layout = Layout(links, boxes, back=back)
    put_in_columns(layout.boxes, forward, order)
    layout.per_amount = min(
        (height - sum(box.above for box in column)) / sum(box.amount for box in column)
        for column in by_column(layout)
    )
    return layout


def passing(name: str, links: Sequence[Link]) -> float:
    """The larger of what enters a process and what leaves it."""
    return max(
        sum(link.amount for link in links if link.head == name),
        sum(link.amount for link in links if link.tail == name),
    )


def forward_and_back(links: Sequence[Link]) -> tuple[list[Link], list[Link]]:
    """What runs forward, and the few that run back: none of these could run forward as well."""
    order = least_back_order(links, links)
    turned = [order[at:] + order[:at] for at in range(len(order))]
    back = min(
        (against(one, links) for one in turned), key=lambda some: sum(k.amount for k in some)
    )
    forward = [link for link in links if link not in back]
    for link in sorted(back, key=lambda link: -link.amount):
        if not leads(link.head, link.tail, forward):
            forward.append(link)
    return forward, [link for link in links if link not in forward]


def against(order: Sequence[str], links: Sequence[Link]) -> list[Link]:
    """What runs backwards in an order."""
    place = {name: at for at, name in enumerate(order)}
    return [link for link in links if place[link.tail] > place[link.head]]


def leads(start: str, end: str, links: Sequence[Link]) -> bool:
    """Whether there is a way along links from one process to another."""
    reached, new = {start}, {start}
    while new:
        new = {link.head for link in links if link.tail in new} - reached
        reached |= new
    return end in reached


def least_back_order(links: Sequence[Link], heeded: Sequence[Link]) -> list[str]:
    """An order of all processes in which little of what is heeded runs backwards: origins first,
    ends last, else who gives most net.

    Eades, Lin and Smyth, A fast and effective heuristic for the feedback arc set problem, 1993,
    with amounts as weights.
    """
    left = list(dict.fromkeys(name for link in links for name in (link.tail, link.head)))
    first: list[str] = []
    last: list[str] = []
    while left:
        open_links = [link for link in heeded if link.tail in left and link.head in left]
        given = {name: sum(k.amount for k in open_links if k.tail == name) for name in left}
        got = {name: sum(k.amount for k in open_links if k.head == name) for name in left}
        ends = [name for name in left if given[name] == 0]
        origins = [name for name in left if got[name] == 0]
        if ends:
            last.insert(0, ends[-1])
            left.remove(ends[-1])
        else:
            chosen = origins[0] if origins else max(left, key=lambda n: given[n] - got[n])
            first.append(chosen)
            left.remove(chosen)
    return first + last


def put_in_columns(boxes: dict[str, Box], forward: list[Link], order: dict[str, int]) -> None:
    """As far left as what comes before allows; an origin just before where it goes."""
    for name in sorted(order, key=order.__getitem__):
        before = [boxes[link.tail].column for link in forward if link.head == name]
        boxes[name].column = 1 + max(before, default=-1)
    for name, box in boxes.items():
        after = [boxes[link.head].column for link in forward if link.tail == name]
        if after and not any(link.head == name for link in forward):
            box.column = min(after) - 1


def by_column(layout: Layout) -> list[list[Box]]:
    """Boxes from the left; those that give to others come above ends."""
    columns: list[list[Box]] = [[] for _ in range(layout.columns)]
    tails = {link.tail for link in layout.links}
    for box in sorted(layout.boxes.values(), key=lambda box: box.name not in tails):
        columns[box.column].append(box)
    return [column for column in columns if column]


Pulls = dict[str, list[tuple[str, float]]]
BENEATH = ""  # where what runs back runs


def pulls(forward: list[Link], back: list[Link]) -> tuple[Pulls, Pulls]:
    """What each box is drawn to, from the left and from the right: neighbours with amounts."""
    left: Pulls = defaultdict(list)
    right: Pulls = defaultdict(list)
    for link in forward:
        left[link.head].append((link.tail, link.amount))
        right[link.tail].append((link.head, link.amount))
    for link in back:
        left[link.tail].append((BENEATH, link.amount))
        right[link.tail].append((BENEATH, link.amount))
    return left, right


def settle(
    columns: list[list[Box]],
    drawn_to: tuple[Pulls, Pulls],
    boxes: dict[str, Box],
    room: tuple[float, float],
) -> None:
    """Each box to the height of its neighbours, from the left and from the right in turn."""
    heights = {BENEATH: room[1]}
    for column in columns:
        pack(column, *room)
    for sweep in range(SWEEPS):
        ordered = columns if sweep % 2 == 0 else columns[::-1]
        for column in ordered:
            heights |= {name: box.middle for name, box in boxes.items()}
            for box in column:
                if near := drawn_to[sweep % 2][box.name]:
                    weight = sum(amount for _, amount in near)
                    wanted = sum(heights[name] * amount for name, amount in near) / weight
                    box.y = wanted - box.height / 2
            pack(column, *room)


def pack(column: list[Box], top: float, bottom: float) -> None:
    """Moves boxes apart in their order, and into the room there is."""
    column.sort(key=lambda box: box.middle)
    floor = top
    for box in column:
        box.y = max(box.y, floor + box.above)
        floor = box.y + box.height
    ceiling = bottom
    for box in reversed(column):
        box.y = min(box.y, ceiling - box.height)
        ceiling = box.y - box.above


def attach(layout: Layout, forward: list[Link]) -> None:
    """Links leave and enter a box in the order of their other ends; those that run back, lowest."""
    for name, box in layout.boxes.items():
        leaving = sorted(
            (k for k in forward if k.tail == name), key=lambda k: layout.boxes[k.head].middle
        )
        entering = sorted(
            (k for k in forward if k.head == name), key=lambda k: layout.boxes[k.tail].middle
        )
        leaving += [link for link in layout.back if link.tail == name]
        entering += [link for link in layout.back if link.head == name]
        layout.leaves.update(stacked(leaving, box, layout.per_amount))
        layout.enters.update(stacked(entering, box, layout.per_amount))


def stacked(links: list[Link], box: Box, per_amount: float) -> Iterator[tuple[Link, float]]:
    """Each link with the height of its middle."""
    y = box.y
    for link in links:
        thickness = link.amount * per_amount
        yield link, y + thickness / 2
        y += thickness
