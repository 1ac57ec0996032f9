"""K: what an option costs beside what it avoids."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from critflow.numbers import Scale
from critflow.report.comparison.chart import OF_OPTION, Chart, absent, chart, records
from critflow.report.comparison.effect_table import effect_of, table, why_none
from critflow.report.comparison.telling import Telling
from critflow.report.figures import Panel
from critflow.report.plot import COLOURS, even_ticks
from critflow.report.svg import GRID, INK, SOFT_INK, Looks, drawing, key_of, label, line, node

WIDTH, HEIGHT, LEFT, RIGHT, TOP, FLOOR = 470.0, 300.0, 66.0, 40.0, 30.0, 44.0
LARGEST, SMALLEST = 22.0, 5.0  # radius of a bubble
HEADROOM = 1.15  # that it stays within the frame


@dataclass(frozen=True)
class Bubble:
    """An option: what it avoids [t], what each tonne then costs [EUR/t], jobs with it."""

    at: int
    avoided: float
    per_tonne: float
    jobs: float | None


def cost_and_effect(telling: Telling) -> Chart:
    if not telling.changed:
        return absent(telling, "effects", telling.say("compared.effects.alone"))
    found = {name: bubbles(telling, name) for name in telling.compared.materials}
    panels = [one_panel(telling, name, some) for name, some in found.items() if some]
    data = records("effects", telling.compared.effects, (*OF_OPTION, "basis", "kind"))
    shown = table(telling)
    if not panels:
        why = telling.say("compared.effects.absent", why=telling.listed(reasons(telling)))
        return chart(telling, "effects", data, answer=why, table=shown)
    costed = list(dict.fromkeys(one.at for some in found.values() for one in some))
    left = not_drawn(telling, costed)
    if len(costed) == 1:
        told, rest = only(telling, costed[0], found), "compared.effects.untold"
        panels = []
    else:
        told = telling.say("compared.effects.answer", year=telling.year)
        rest = "compared.effects.not_drawn"
    if left:
        told += " " + telling.say(rest, options=left)
    return chart(telling, "effects", data, answer=told, panels=panels, table=shown)


def only(telling: Telling, at: int, found: dict[str, list[Bubble]]) -> str:
    """In words what one option costs: a picture of it alone sets nothing beside anything."""
    costs = [
        f"{telling.layer(name)} {telling.numbers.plain(one.per_tonne)} EUR"
        for name, some in found.items()
        for one in some
    ]
    keys = {"option": telling.name(at), "year": telling.year}
    return telling.say("compared.effects.only", costs=telling.listed(costs), **keys)


def bubbles(telling: Telling, material: str) -> list[Bubble]:
    """Options that avoid some of a metal and whose whole cost can be told."""
    found = []
    for at in telling.changed:
        avoided = telling.figure(at, "primary_avoided", material, str(telling.year))
        cost = effect_of(telling, at, "cost", str(telling.year))
        if avoided is None or not avoided > 0 or cost is None or cost["change"] is None:
            continue
        if cost["reason"]:
            continue
        jobs = effect_of(telling, at, "jobs", str(telling.year))
        changed = jobs["change"] if jobs else None
        found.append(Bubble(at, avoided, cost["change"] / avoided, changed))
    return found


def reasons(telling: Telling) -> list[str]:
    """Why no option has a bubble, each once."""
    told = [effect_of(telling, at, "cost", str(telling.year)) for at in telling.changed]
    found = [why_none(telling, row) for row in told if row is not None]
    return list(dict.fromkeys(found)) or [telling.say("effect.no_factor_given")]


def not_drawn(telling: Telling, drawn: Collection[int]) -> str:
    """The letters of the options without a bubble, by what keeps them from having one."""
    by_reason: dict[str, list[str]] = defaultdict(list)
    for at in telling.changed:
        row = effect_of(telling, at, "cost", str(telling.year))
        if at not in drawn and row is not None:
            by_reason[why_none(telling, row)].append(telling.letter(at))
    return "; ".join(f"{telling.listed(some)} ({why})" for why, some in by_reason.items())


def one_panel(telling: Telling, material: str, found: Sequence[Bubble]) -> Panel:
    across = even_ticks(HEADROOM * max(one.avoided for one in found))
    low = min(0.0, *(one.per_tonne for one in found))
    up = even_ticks(HEADROOM * max(abs(low), *(one.per_tonne for one in found)))
    if low < 0:
        up = [-tick for tick in reversed(up[1:])] + up
    scale = telling.numbers.scale("t", across[-1])
    largest = max((one.jobs or 0.0 for one in found), default=0.0)
    parts = [*frame(telling, across, up, scale)]
    for one in found:
        radius = SMALLEST
        if one.jobs and largest > 0:
            radius = max(SMALLEST, LARGEST * math.sqrt(max(one.jobs, 0.0) / largest))
        parts += bubble(telling, one, x_of(one.avoided, across), y_of(one.per_tonne, up), radius)
    title = telling.layer(material).capitalize()
    about = "; ".join(told(telling, one) for one in found)
    return Panel(title, drawing(key_of("effects", material), title, about, WIDTH, HEIGHT, parts))


def x_of(value: float, ticks: Sequence[float]) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * (value - ticks[0]) / (ticks[-1] - ticks[0])


def y_of(value: float, ticks: Sequence[float]) -> float:
    return HEIGHT - FLOOR - (HEIGHT - FLOOR - TOP) * (value - ticks[0]) / (ticks[-1] - ticks[0])


def frame(
    telling: Telling, across: Sequence[float], up: Sequence[float], scale: Scale
) -> Iterator[Element]:
    floor = HEIGHT - FLOOR
    for tick in across:
        x = x_of(tick, across)
        yield line(x, TOP, x, floor, stroke=INK if tick == 0 else GRID)
        shown = telling.numbers.tick(tick / scale.factor)
        yield label(x, floor + 16, shown, text_anchor="middle", fill=SOFT_INK, font_size=12)
    for tick in up:
        y = y_of(tick, up)
        yield line(LEFT, y, WIDTH - RIGHT, y, stroke=INK if tick == 0 else GRID)
        shown = telling.numbers.tick(tick)
        yield label(LEFT - 6, y + 4, shown, text_anchor="end", fill=SOFT_INK, font_size=12)
    yield label(4, TOP - 14, telling.say("compared.effects.up"), fill=SOFT_INK, font_size=12)
    below = telling.say("compared.effects.across", unit=scale.unit)
    yield label(WIDTH - RIGHT, HEIGHT - 8, below, text_anchor="end", fill=SOFT_INK, font_size=12)


def bubble(telling: Telling, one: Bubble, x: float, y: float, radius: float) -> Iterator[Element]:
    """Dashed where no number of jobs is told."""
    looks: Looks = {"fill": COLOURS[one.at % len(COLOURS)], "fill_opacity": 0.35}
    dash = "2 2" if one.jobs is None else None
    yield node("circle", cx=x, cy=y, r=radius, **looks, stroke=looks["fill"], stroke_dasharray=dash)
    yield label(x + radius + 4, y + 4, telling.letter(one.at), font_weight=600)


def told(telling: Telling, one: Bubble) -> str:
    cost = f"{telling.numbers.plain(one.per_tonne)} EUR/t"
    return f"{telling.name(one.at)}: {telling.tonnes(one.avoided)}, {cost}"
