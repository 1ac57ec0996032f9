"""H: what comes to plants beside what they can take."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from critflow.report.comparison.chart import Chart, absent, chart, records
from critflow.report.comparison.reading import Capacity
from critflow.report.comparison.telling import Telling
from critflow.report.courses import Course, courses
from critflow.report.figures import Panel
from critflow.report.plot import Frame, axes
from critflow.report.svg import drawing, key_of
from critflow.report.tables import Table

MOST_PANELS = 6
TRIFLE = 0.005  # of the most that comes
CHOSEN, REFERENCE = 0, 2  # the first of two looks of lines
YEARS_AROUND = 10  # those asked for, in the numbers to load
QUANTITIES = ("feed", "passed", "bound")
SHAPE = {"width": 470.0, "height": 250.0, "right": 110.0}


def capacity_and_feed(telling: Telling) -> Chart:
    found = telling.option.capacities
    if not found:
        return absent(telling, "capacity", telling.say("compared.capacity.absent"))
    found = sorted(found, key=lambda one: -fullest(one))[:MOST_PANELS]
    panels = [one_panel(telling, number, one) for number, one in enumerate(found)]
    data = records("capacity", list(rows(telling)))
    told = answer(telling, found)
    return chart(telling, "capacity", data, answer=told, panels=panels, table=table(telling))


def one_panel(telling: Telling, number: int, one: Capacity) -> Panel:
    shown = [
        course
        for place in dict.fromkeys((telling.compared.references[telling.chosen], telling.chosen))
        for plant in telling.options[place].capacities
        if plant.title == one.title
        for course in courses_of(telling, place, plant)
    ]
    highest = max(max(course.values) for course in shown)
    unit = one.unit.removesuffix("/a")
    years = years_of(telling.compared.axis, shown)
    frame = Frame(years, highest, telling.numbers.scale(unit, highest), **SHAPE)
    parts = [
        *axes(frame, telling.numbers, telling.say("unit.per_year", unit=frame.scale.unit)),
        *courses(frame, shown),
    ]
    about = answer(telling, [one])
    return Panel(
        one.title,
        drawing(key_of("capacity", number), one.title, about, frame.width, frame.height, parts),
    )


def years_of(axis: np.ndarray, shown: list[Course]) -> np.ndarray:
    """From the first to the last that any line has: a plant may be bounded longer in one option."""
    known = [year for course in shown for year in course.years]
    return axis[(axis >= min(known)) & (axis <= max(known))]


def courses_of(telling: Telling, at: int, one: Capacity) -> Iterator[Course]:
    """What comes to the plant of an option, and its room."""
    first = REFERENCE if at != telling.chosen else CHOSEN
    known = ~np.isnan(one.bound)
    years = telling.compared.axis[known].tolist()
    for number, what in enumerate(("feed", "bound"), first):
        name = f"{telling.letter(at)} {name_of(telling, one, what)}"
        yield Course(name, years, getattr(one, what)[known].tolist(), number)


def utilisation(one: Capacity) -> np.ndarray:
    """What passes, of what could; full where nothing is left of the capacity."""
    full = np.where(np.isnan(one.bound), np.nan, 1.0)
    return np.divide(one.passed, one.bound, out=full, where=one.bound > 0)


def fullest(one: Capacity) -> float:
    return float(np.nanmax(utilisation(one)))


def name_of(telling: Telling, one: Capacity, what: str) -> str:
    return telling.say(f"capacity.{'delivers.' if one.delivers else ''}{what}")


def first_short(telling: Telling, one: Capacity) -> int | None:
    """The first year in which more comes than there is room for, by more than a trifle."""
    short = np.flatnonzero(one.feed - one.bound > TRIFLE * np.max(one.feed))
    return int(telling.compared.axis[short[0]]) if len(short) else None


def described(telling: Telling, one: Capacity) -> str:
    """How full it is in the year of the page, and from when on it has no room."""
    used = float(utilisation(one)[telling.step])
    shown = (
        telling.numbers.percent(used) if used == used else telling.say("compared.capacity.no_limit")
    )
    said = f"{one.title} {shown}"
    since = first_short(telling, one)
    return f"{said} ({telling.say('compared.capacity.short', year=since)})" if since else said


def answer(telling: Telling, found: list[Capacity]) -> str:
    return telling.say(
        "compared.capacity.answer",
        option=telling.name(telling.chosen),
        year=telling.year,
        plants=telling.listed([described(telling, one) for one in found]),
    )


def table(telling: Telling) -> Table:
    """In the years asked for, in each option."""
    lines = [
        [
            telling.name(at),
            one.title,
            *(in_year(telling, one, year) for year in telling.compared.years),
        ]
        for at, option in enumerate(telling.options)
        for one in option.capacities
    ]
    heads = [telling.say(f"table.{key}") for key in ("option", "plant")]
    heads += [str(year) for year in telling.compared.years]
    return Table(telling.say("compared.capacity.caption"), heads, lines, words=(0, 1))


def in_year(telling: Telling, one: Capacity, year: int) -> str:
    """What comes, of what there is room for, and how full that makes it."""
    step = int(np.flatnonzero(telling.compared.axis == year)[0])
    if np.isnan(one.bound[step]):
        return telling.say("compared.capacity.no_limit")
    unit = one.unit.removesuffix("/a")
    feed, bound = (telling.numbers.amount(float(of[step]), unit) for of in (one.feed, one.bound))
    share = telling.numbers.percent(float(utilisation(one)[step]))
    return telling.say("compared.capacity.cell", feed=feed, bound=bound, share=share)


def rows(telling: Telling) -> Iterator[dict[str, Any]]:
    axis, asked = telling.compared.axis, telling.compared.years
    near = np.flatnonzero((axis >= min(asked) - YEARS_AROUND) & (axis <= max(asked) + YEARS_AROUND))
    for option in telling.pair:
        for one in option.capacities:
            for step in near[~np.isnan(one.bound[near])].tolist():
                yield {
                    "option": option.name,
                    "plant": one.title,
                    "year": int(axis[step]),
                    **{what: float(getattr(one, what)[step]) for what in QUANTITIES},
                    "unit": one.unit,
                }
