"""Charts over the years: a frame with axes, and what is drawn in it."""

import math
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

import numpy as np

from critflow.numbers import Numbers, Scale
from critflow.report.patterns import STRIPES, pattern
from critflow.report.svg import (
    GRID,
    INK,
    PAPER,
    SOFT_INK,
    Looks,
    label,
    line,
    node,
    text_width,
    through,
)

# Okabe and Ito's colours as far as they stand out 3:1 from paper; told apart without colour too,
# by names beside them and by hatching.
COLOURS = ("#0072b2", "#d55e00", "#008a64", "#b3568c", "#4d4d4d")
LINE_HEIGHT = 15.0


@dataclass(frozen=True)
class Series:
    """Values over the years of a frame, and how they are told apart."""

    name: str
    values: np.ndarray
    colour: str = COLOURS[0]
    hatched: bool = False


@dataclass(frozen=True)
class Frame:
    """Where years and amounts lie on the picture. Amounts begin at zero."""

    years: np.ndarray
    highest: float
    scale: Scale
    width: float = 640.0
    height: float = 340.0
    right: float = 150.0
    left: float = 50.0
    top: float = 28.0
    bottom: float = 28.0
    ticks: list[float] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ticks", even_ticks(self.highest / self.scale.factor))

    @property
    def end(self) -> float:
        return self.width - self.right

    @property
    def floor(self) -> float:
        return self.height - self.bottom

    def x(self, year: float) -> float:
        first, last = float(self.years[0]), float(self.years[-1])
        return self.left + (self.end - self.left) * (year - first) / max(last - first, 1.0)

    def y(self, amount: float) -> float:
        share = amount / self.scale.factor / self.ticks[-1]
        return self.floor - (self.floor - self.top) * share

    def points(self, values: Sequence[float] | np.ndarray) -> list[tuple[float, float]]:
        return [
            (self.x(year), self.y(value)) for year, value in zip(self.years, values, strict=True)
        ]


def even_ticks(highest: float, most: int = 5) -> list[float]:
    """Round numbers from zero to at least `highest`."""
    if not highest > 0:
        return [0.0, 1.0]
    rough = highest / (most - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(f * power for f in (1, 2, 2.5, 5, 10) if f * power >= rough * (1 - 1e-9))
    return [step * i for i in range(math.ceil(highest / step - 1e-9) + 1)]


def axes(frame: Frame, numbers: Numbers, unit: str) -> Iterator[Element]:
    """Grid lines with their amounts, the unit above them, the years below."""
    for tick in frame.ticks:
        y = frame.y(tick * frame.scale.factor)
        yield line(frame.left, y, frame.end, y, stroke=INK if tick == 0 else GRID)
        shown = numbers.tick(tick)
        yield label(frame.left - 6, y + 4, shown, text_anchor="end", fill=SOFT_INK, font_size=12)
    yield label(frame.left - 6, frame.top - 12, unit, fill=SOFT_INK, font_size=12)
    for year in year_ticks(frame):
        x = frame.x(year)
        yield line(x, frame.floor, x, frame.floor + 4, stroke=INK)
        below = frame.floor + 18
        yield label(x, below, str(year), text_anchor="middle", fill=SOFT_INK, font_size=12)


def year_ticks(frame: Frame) -> list[int]:
    """Round years, so many that their names do not touch."""
    first, last = int(frame.years[0]), int(frame.years[-1])
    room = (frame.end - frame.left) / 48
    step = next((s for s in (1, 2, 5, 10, 20, 50) if (last - first) / s <= room), 100)
    return [year for year in range(first, last + 1) if year % step == 0]


def bands(
    frame: Frame, series: Sequence[Series], key: str, inside: bool = False
) -> Iterator[Element]:
    """Amounts stacked on one another, named at the right or, where they are widest, inside."""
    edges = np.cumsum([np.zeros(len(frame.years)), *(one.values for one in series)], axis=0)
    for number, one in enumerate(series):
        outline = frame.points(edges[number + 1]) + frame.points(edges[number])[::-1]
        looks: Looks = {"stroke": PAPER, "stroke_width": 1, "stroke_linejoin": "round"}
        yield node("path", d=through(outline) + "Z", fill=one.colour, **looks)
        if one.hatched:
            yield pattern(f"{key}-hatch-{number}", STRIPES)
            yield node("path", d=through(outline) + "Z", fill=f"url(#{key}-hatch-{number})")
    if inside:
        yield from names_inside(frame, series, edges)
    else:
        middles = (edges[1:, -1] + edges[:-1, -1]) / 2
        yield from names_at_end(frame, series, middles)


def curve(frame: Frame, series: Series) -> Element:
    way = through(frame.points(series.values))
    return node("path", d=way, fill="none", stroke=series.colour, stroke_width=2.5)


def rings(frame: Frame, years: Sequence[int], series: Series) -> Iterator[Element]:
    for year, value in zip(years, series.values, strict=True):
        yield ring(frame.x(year), frame.y(value), series.colour)


def ring(x: float, y: float, colour: str) -> Element:
    return node("circle", cx=x, cy=y, r=4.5, fill=PAPER, stroke=colour, stroke_width=2.5)


def key_of_marks(frame: Frame, course: Series, marks: Series) -> Iterator[Element]:
    """What is a line and what a ring, above the frame at the right."""
    x, y = frame.end - text_width(course.name) - text_width(marks.name) - 70, frame.top - 16
    yield line(x, y, x + 22, y, stroke=course.colour, stroke_width=2.5)
    yield label(x + 28, y + 4, course.name)
    x += 48 + text_width(course.name)
    yield ring(x, y, marks.colour)
    yield label(x + 10, y + 4, marks.name)


def names_at_end(
    frame: Frame, series: Sequence[Series], amounts: Sequence[float] | np.ndarray
) -> Iterator[Element]:
    """Names beside the right end of what they name, with a stroke of its colour between."""
    yield from names_beside(frame, series, amounts, [frame.end] * len(series))


def names_beside(
    frame: Frame,
    series: Sequence[Series],
    amounts: Sequence[float] | np.ndarray,
    ends: Sequence[float],
) -> Iterator[Element]:
    """Names at the right of these places, none over another."""
    width = int((frame.right - 18) / text_width("n"))
    rows = [textwrap.wrap(one.name, width) for one in series]
    heights = [LINE_HEIGHT * len(row) + 3 for row in rows]
    wanted = [frame.y(amount) for amount in amounts]
    places = spread(wanted, heights, frame.top - 8, frame.floor + 8)
    for one, words, end, y, place in zip(series, rows, ends, wanted, places, strict=True):
        yield line(end + 2, y, end + 12, place, stroke=one.colour, stroke_width=2)
        first = place + 4 - (len(words) - 1) * LINE_HEIGHT / 2
        for number, word in enumerate(words):
            yield label(end + 16, first + number * LINE_HEIGHT, word)


def names_inside(frame: Frame, series: Sequence[Series], edges: np.ndarray) -> Iterator[Element]:
    """Names of the bands that have room for one, where they are highest."""
    x = np.array([frame.x(year) for year in frame.years])
    tops = np.array([[frame.y(value) for value in edge] for edge in edges])
    heights, middles = tops[:-1] - tops[1:], (tops[:-1] + tops[1:]) / 2
    taken: list[tuple[float, float]] = []
    for one, height, middle in zip(series, heights, middles, strict=True):
        half = text_width(one.name, 12) / 2 + 3
        free = (x - half >= frame.left) & (x + half <= frame.end) & (height > LINE_HEIGHT + 2)
        for other_x, other_y in taken:
            free &= (abs(x - other_x) > 2 * half) | (abs(middle - other_y) > LINE_HEIGHT)
        if not free.any():
            continue
        place = int(np.argmax(np.where(free, height, 0.0)))
        taken.append((float(x[place]), float(middle[place])))
        looks = {"fill": PAPER, "stroke": one.colour, "font_size": 12, "text_anchor": "middle"}
        yield label(float(x[place]), float(middle[place]) + 4, one.name, **looks)


def spread(
    wanted: Sequence[float], heights: Sequence[float], low: float, high: float
) -> list[float]:
    """Middles near the wanted ones, in the same order, so that nothing of these heights overlaps
    or lies out of bounds."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    places = list(wanted)
    for i in order:
        places[i] = max(places[i], low + heights[i] / 2)
        low = places[i] + heights[i] / 2
    for i in reversed(order):
        places[i] = min(places[i], high - heights[i] / 2)
        high = places[i] - heights[i] / 2
    return places
