"""K: what an option costs beside what it avoids; and all its effects as a table."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from critflow.comparison.effects import (
    ALL,
    COMPUTED,
    NO_FACTOR,
    OTHER_SERVICE,
    USED_AGAIN,
    WITHOUT,
)
from critflow.comparison.throughput import GOODS
from critflow.messages import word
from critflow.numbers import Scale
from critflow.report.comparison.chart import OF_OPTION, Chart, absent, chart, records
from critflow.report.comparison.telling import Telling
from critflow.report.figures import Panel
from critflow.report.plot import COLOURS, even_ticks
from critflow.report.svg import GRID, INK, SOFT_INK, Looks, drawing, key_of, label, line, node
from critflow.report.tables import Table

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


def effect_of(
    telling: Telling, at: int, effect: str, period: str, of: str = ALL
) -> dict[str, Any] | None:
    for row in telling.compared.effects:
        where = (row["option"], row["effect"], row["of"], row["period"])
        if where == (telling.options[at].name, effect, of, period):
            return row
    return None


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


def why_none(telling: Telling, row: dict[str, Any]) -> str:
    if row["status"] != COMPUTED:
        return telling.say(f"effect.{row['status'].replace(' ', '_')}")
    if row["reason"]:
        missing = telling.listed(left_out(telling, row))
        return telling.say("effect.incomplete", missing=missing)
    return telling.say("effect.nothing_avoided")


def left_out(telling: Telling, row: dict[str, Any]) -> list[str]:
    """The parts that a sum lacks, or that have no factor or amount: what they are, by route."""
    if not row["reason"] or row["status"] == OTHER_SERVICE:
        return []
    names = row["reason"].removeprefix(WITHOUT).split(", ")
    return list(dict.fromkeys(part_named(telling, name) for name in names))


def part_named(telling: Telling, name: str) -> str:
    """Of a part `secondary direct lithium`: secondary (direct)."""
    kinds = {row["of"] for row in telling.compared.effects} | {USED_AGAIN}
    of = max((kind for kind in kinds if f"{name} ".startswith(f"{kind} ")), key=len, default=name)
    said = word("amount", of, telling.language)
    rest = name.removeprefix(of).strip()
    if not rest or rest in (*telling.compared.materials, GOODS):
        return said
    route = word("route", rest.split(" ")[0], telling.language)
    return f"{said} ({route})"


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


def table(telling: Telling) -> Table:
    """Each effect of each option in each period, with its range, or why there is none."""
    periods, effects = periods_and_effects(telling)
    lines = [
        [
            telling.name(at),
            named(telling, at, effect, periods),
            *(shown(telling, at, effect, period) for period in periods),
        ]
        for at in telling.changed
        for effect in effects
    ]
    heads = [telling.say(f"table.{key}") for key in ("option", "effect")]
    heads += [telling.period(period) for period in periods]
    caption = telling.say("compared.effects.caption", basis=basis(telling))
    return Table(caption, heads, lines, words=(0, 1), together=max(1, len(effects)))


def named(telling: Telling, at: int, effect: str, periods: Sequence[str]) -> str:
    """An effect, with what is missing in any of the periods."""
    said, parts = word("effect", effect, telling.language), missing(telling, at, effect, periods)
    if not parts:
        return said
    return telling.say("effect.without", effect=said, missing=telling.listed(parts))


def missing(telling: Telling, at: int, effect: str, periods: Sequence[str]) -> list[str]:
    """What is left out of an effect in any of the periods, each once."""
    rows = [effect_of(telling, at, effect, period) for period in periods]
    parts = [part for row in rows if row is not None for part in left_out(telling, row)]
    return list(dict.fromkeys(parts))


def of_option(telling: Telling, at: int) -> Table:
    """The effects of one option, and beneath their name what is missing of them."""
    periods, names = periods_and_effects(telling)
    lines, without = [], defaultdict(list)
    for effect in names:
        said = word("effect", effect, telling.language)
        lines.append([said, *(shown(telling, at, effect, period) for period in periods)])
        without[telling.listed(missing(telling, at, effect, periods))].append(said)
    caption = telling.say("sheet.effects")
    if told := [f"{telling.listed(some)}: {parts}" for parts, some in without.items() if parts]:
        caption += f". {telling.say('sheet.effects.missing', parts='; '.join(told))}"
    heads = [telling.say("table.effect"), *(telling.period(period) for period in periods)]
    return Table(caption, heads, lines)


def periods_and_effects(telling: Telling) -> tuple[list[str], list[str]]:
    """In the order of the rows."""
    rows = telling.compared.effects
    return (
        list(dict.fromkeys(row["period"] for row in rows)),
        list(dict.fromkeys(row["effect"] for row in rows)),
    )


def basis(telling: Telling) -> str:
    told = dict.fromkeys(row["basis"] for row in telling.compared.effects)
    return "; ".join(word("basis", one, telling.language) for one in told)


def shown(telling: Telling, at: int, effect: str, period: str) -> str:
    """Change with range and unit, the parts that can be told, or why there is no number."""
    row = effect_of(telling, at, effect, period)
    if row is None:
        return telling.say("effect.no_amount_told")
    if row["status"] == COMPUTED:
        return amount(telling, row)
    parts = known_parts(telling, row) if row["status"] == NO_FACTOR else []
    return "; ".join(parts) or why_none(telling, row)


def known_parts(telling: Telling, whole: dict[str, Any]) -> list[str]:
    """Of an effect that is not known whole."""
    same = ("option", "effect", "period")
    return [
        f"{word('amount', row['of'], telling.language)} {amount(telling, row)}"
        for row in telling.compared.effects
        if row["status"] == COMPUTED
        and row["change"]
        and all(row[key] == whole[key] for key in same)
    ]


def amount(telling: Telling, row: dict[str, Any]) -> str:
    unit, yearly = row["unit"].removesuffix("/a"), row["unit"].endswith("/a")
    ends = [end for end in (row["low"], row["high"]) if end is not None]
    most = max(map(abs, (row["change"], *ends)))
    if unit.startswith("jobs") and 0 < most < 1:
        return telling.say(f"effect.less_than_a_job.{'more' if row['change'] > 0 else 'fewer'}")
    scale = telling.numbers.scale(unit, most)
    change, *ends = (signed(telling, value / scale.factor) for value in (row["change"], *ends))
    named = word("unit", scale.unit, telling.language)
    named = telling.say("unit.per_year", unit=named) if yearly else named
    if len(ends) < 2 or ends[0] == ends[1]:
        return f"{change} {named}"
    return telling.say("effect.range", change=change, unit=named, low=ends[0], high=ends[1])


def signed(telling: Telling, value: float) -> str:
    plain = telling.numbers.plain(value)
    return f"+{plain}" if value > 0 else plain
