"""Lines over the years: one for each thing compared, and the steps of the law."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import numpy as np

from critflow.report.plot import COLOURS, Frame, Series, names_at_end, names_beside
from critflow.report.svg import INK, Looks, label, node, text_width, through

DASHES = (None, "9 4", "3 3", "12 3 3 3", "6 2 2 2 2 2")


@dataclass(frozen=True)
class Course:
    """Values at some of the years of a frame, drawn as a line of its own kind."""

    name: str
    years: Sequence[int]
    values: Sequence[float]
    number: int  # of the thing compared: gives its colour and its dashes

    @property
    def colour(self) -> str:
        return COLOURS[self.number % len(COLOURS)]

    @property
    def dash(self) -> str | None:
        return DASHES[(self.number // len(COLOURS) + self.number) % len(DASHES)]


def courses(frame: Frame, shown: Sequence[Course]) -> Iterator[Element]:
    """Lines, named at their right end."""
    yield from lines(frame, shown)
    named = [Series(one.name, np.array(one.values), one.colour) for one in shown]
    yield from names_at_end(frame, named, [one.values[-1] for one in shown])


def peaks(frame: Frame, shown: Sequence[Course]) -> Iterator[Element]:
    """Lines, named beside their highest point; a line that never leaves zero has no name."""
    yield from lines(frame, shown)
    risen = [one for one in shown if max(one.values) > 0]
    named = [Series(one.name, np.array(one.values), one.colour) for one in risen]
    places = [int(np.argmax(one.values)) for one in risen]
    highest = [max(one.values) for one in risen]
    ends = [frame.x(one.years[place]) for one, place in zip(risen, places, strict=True)]
    yield from names_beside(frame, named, highest, ends)


def lines(frame: Frame, shown: Sequence[Course]) -> Iterator[Element]:
    for one in shown:
        points = [
            (frame.x(year), frame.y(value))
            for year, value in zip(one.years, one.values, strict=True)
        ]
        looks: Looks = {"stroke": one.colour, "stroke_width": 2.2, "stroke_dasharray": one.dash}
        yield node("path", d=through(points), fill="none", **looks)


def steps(
    frame: Frame, years: Sequence[int], values: Sequence[float], name: str
) -> Iterator[Element]:
    """What the law asks: level until it asks more, with its name above the first step."""
    points = []
    for number, (year, value) in enumerate(zip(years, values, strict=True)):
        until = years[number + 1] if number + 1 < len(years) else frame.years[-1]
        points += [(frame.x(year), frame.y(value)), (frame.x(float(until)), frame.y(value))]
    yield node("path", d=through(points), fill="none", stroke=INK, stroke_width=3)
    x = min(points[0][0], frame.end - text_width(name))
    yield label(x, points[0][1] - 7, name, font_weight=600)
