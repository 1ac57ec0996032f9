"""Bars that lie: a row for each thing compared, its parts beside one another from a common zero."""

import math
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from critflow.numbers import Numbers, Scale
from critflow.report.patterns import PLAIN, pattern
from critflow.report.plot import even_ticks
from critflow.report.svg import GRID, INK, PAPER, SOFT_INK, Looks, label, line, node, text_width

WIDTH, NAMES, AFTER = 960.0, 270.0, 170.0
MOST_TICKS = 9
ROW, BAR, LINE, TOP, UNDER = 34.0, 20.0, 14.0, 26.0, 26.0
SMALL = 12.0


@dataclass(frozen=True)
class Part:
    """An amount of a bar, and how it is told apart."""

    name: str
    amount: float
    colour: str
    pattern: str = PLAIN


@dataclass(frozen=True)
class Bar:
    """Parts one after another from `start`; `told` stands behind them."""

    name: str
    parts: Sequence[Part]
    told: str = ""
    start: float = 0.0

    @property
    def ends(self) -> tuple[float, float]:
        reached = [self.start]
        for part in self.parts:
            reached.append(reached[-1] + part.amount)
        return min(reached), max(reached)


@dataclass(frozen=True)
class Ruler:
    """Where amounts lie across."""

    low: float
    high: float
    scale: Scale
    ticks: Sequence[float]

    def x(self, amount: float) -> float:
        share = (amount - self.low) / (self.high - self.low)
        return NAMES + (WIDTH - NAMES - AFTER) * share


@dataclass(frozen=True)
class Limit:
    """A line across all bars, with what it is."""

    at: float
    name: str


def bars(
    key: str,
    rows: Sequence[Bar],
    numbers: Numbers,
    unit: str,
    limit: Limit | None = None,
    *,
    named: bool = False,
) -> tuple[float, list[Element]]:
    """Their height, and what is drawn: names at the left, what each comes to behind it; with
    `named`, those of the parts that have room for one inside them."""
    ruler = ruler_of(rows, numbers, unit, limit)
    legend = list(keys_of_parts(key, rows))
    top = TOP + LINE * 1.6 * legend_rows(rows) + (LINE if limit else 0.0)
    floor = top + ROW * len(rows)
    drawn = [*legend, *across(ruler, numbers, top, floor)]
    for number, row in enumerate(rows):
        drawn += one_bar(key, ruler, row, top + ROW * number)
    if limit:
        x = ruler.x(limit.at)
        drawn.append(line(x, top - 4, x, floor, stroke=INK, stroke_width=2, stroke_dasharray="6 4"))
        drawn.append(label(x, top - 8, limit.name, text_anchor="middle", font_weight=600))
    for number, row in enumerate(rows if named else ()):
        drawn += names_of_parts(ruler, row, top + ROW * number)
    return floor + UNDER, drawn


def ruler_of(rows: Sequence[Bar], numbers: Numbers, unit: str, limit: Limit | None) -> Ruler:
    """Round numbers that hold every bar and the limit, zero among them."""
    reached = [end for row in rows for end in row.ends] + [limit.at if limit else 0.0]
    low, high = min(0.0, *reached), max(0.0, *reached)
    scale = numbers.scale(unit, max(-low, high))
    step = even_ticks(max(-low, high) / scale.factor, MOST_TICKS)[1]
    below, above = (math.ceil(end / scale.factor / step - 1e-9) for end in (-low, high))
    above = max(above, 1 - below)
    ticks = [step * number for number in range(-below, above + 1)]
    return Ruler(ticks[0] * scale.factor, ticks[-1] * scale.factor, scale, ticks)


def across(ruler: Ruler, numbers: Numbers, top: float, floor: float) -> Iterator[Element]:
    """Upright lines with their amounts beneath, the unit behind the last."""
    for tick in ruler.ticks:
        x = ruler.x(tick * ruler.scale.factor)
        yield line(x, top, x, floor, stroke=INK if tick == 0 else GRID)
        shown = numbers.tick(round(tick, 10))
        yield label(x, floor + 16, shown, text_anchor="middle", fill=SOFT_INK, font_size=12)
    yield label(WIDTH - AFTER + 24, floor + 16, ruler.scale.unit, fill=SOFT_INK, font_size=12)


def one_bar(key: str, ruler: Ruler, row: Bar, y: float) -> Iterator[Element]:
    letters = int((NAMES - 12) / text_width("n"))
    words = textwrap.wrap(row.name, letters, max_lines=2, placeholder=" …")
    first = y + ROW / 2 + 4 - (len(words) - 1) * LINE / 2
    for number, word in enumerate(words):
        yield label(NAMES - 10, first + number * LINE, word, text_anchor="end")
    at = row.start
    for part in row.parts:
        left, right = sorted((ruler.x(at), ruler.x(at + part.amount)))
        shape: Looks = {"x": left, "y": y + (ROW - BAR) / 2, "width": right - left, "height": BAR}
        if right - left > 0.05:
            yield node("rect", **shape, fill=part.colour, stroke=PAPER, stroke_width=1)
            if part.pattern:
                yield node("rect", **shape, fill=f"url(#{key}-{part.pattern})")
        at += part.amount
    if row.told:
        yield label(ruler.x(row.ends[1]) + 6, y + ROW / 2 + 4, row.told)


def names_of_parts(ruler: Ruler, row: Bar, y: float) -> Iterator[Element]:
    """In the middle of each part that is wide enough."""
    at = row.start
    for part in row.parts:
        left, right = sorted((ruler.x(at), ruler.x(at + part.amount)))
        if right - left > text_width(part.name, SMALL) + 12:
            looks: Looks = {"fill": PAPER, "stroke": part.colour, "stroke_width": 4}
            looks |= {"text_anchor": "middle", "font_size": SMALL, "font_weight": 600}
            yield label((left + right) / 2, y + ROW / 2 + 4, part.name, **looks)
        at += part.amount


def kinds(rows: Sequence[Bar]) -> list[Part]:
    """Each kind of part that is anywhere, once, in the order in which they stand."""
    found: dict[str, Part] = {}
    for part in (part for row in rows for part in row.parts):
        if part.name and part.amount:
            found.setdefault(part.name, part)
    return list(found.values())


def legend_places(rows: Sequence[Bar]) -> list[tuple[Part, float, int]]:
    """Each kind with where its sign stands and in which row of the legend."""
    places, x, row = [], 0.0, 0
    for part in kinds(rows):
        wide = text_width(part.name) + 42.0
        if x > 0 and x + wide > WIDTH:
            x, row = 0.0, row + 1
        places.append((part, x, row))
        x += wide
    return places


def legend_rows(rows: Sequence[Bar]) -> int:
    places = legend_places(rows)
    return places[-1][2] + 1 if places else 0


def keys_of_parts(key: str, rows: Sequence[Bar]) -> Iterator[Element]:
    for kind in dict.fromkeys(part.pattern for part in kinds(rows) if part.pattern):
        yield pattern(f"{key}-{kind}", kind)
    for part, x, row in legend_places(rows):
        y = 6.0 + row * LINE * 1.6
        yield node("rect", x=x, y=y, width=16, height=12, fill=part.colour)
        if part.pattern:
            yield node("rect", x=x, y=y, width=16, height=12, fill=f"url(#{key}-{part.pattern})")
        yield label(x + 22, y + 11, part.name)
