"""J: what is asked for and not there, by year, in each option."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from critflow.report.comparison.chart import Chart, absent, chart, records
from critflow.report.comparison.telling import Telling
from critflow.report.courses import Course, peaks
from critflow.report.figures import Panel
from critflow.report.plot import Frame, axes
from critflow.report.svg import drawing, key_of, label
from critflow.report.tables import Table

MONTHS = 12.0
YEARS_BEFORE = 10
SHAPE = {"width": 470.0, "height": 250.0, "right": 34.0}


def unmet_demand(telling: Telling) -> Chart:
    short = [name for name in telling.compared.materials if any_missing(telling, name)]
    if not short:
        return absent(telling, "shock", telling.say("compared.shock.absent"))
    panels = [one_panel(telling, name) for name in short]
    data = records("shock", list(rows(telling)))
    return chart(
        telling,
        "shock",
        data,
        answer=answer(telling, short),
        panels=panels,
        table=table(telling, short),
    )


def missing(telling: Telling, at: int, material: str) -> np.ndarray:
    metals = telling.options[at].reading.metals
    return next(one.missing for one in metals if one.name == material)


def months(telling: Telling, at: int, material: str) -> np.ndarray:
    """Of demand, that are missing in the year."""
    metals = telling.options[at].reading.metals
    demand = next(one.demand for one in metals if one.name == material)
    short = missing(telling, at, material)
    return MONTHS * np.divide(short, demand, out=np.zeros_like(short), where=demand > 0)


def any_missing(telling: Telling, material: str) -> bool:
    places = range(len(telling.options))
    return any(bool(np.any(missing(telling, at, material) > 0)) for at in places)


def one_panel(telling: Telling, material: str) -> Panel:
    keep = drawn_years(telling)
    years = telling.compared.axis[keep]
    shown = [
        Course(
            telling.letter(at), years.tolist(), missing(telling, at, material)[keep].tolist(), at
        )
        for at in range(len(telling.options))
    ]
    highest = max(max(course.values) for course in shown)
    frame = Frame(years, highest, telling.numbers.scale("t", highest), **SHAPE)
    title = telling.layer(material).capitalize()
    unit = telling.say("unit.per_year", unit=frame.scale.unit)
    parts = [*axes(frame, telling.numbers, unit), *peaks(frame, shown)]
    if level := [course.name for course in shown if not max(course.values) > 0]:
        said = telling.say("compared.shock.level", options=telling.listed(level))
        parts.append(label(frame.end - 4, frame.floor - 6, said, text_anchor="end"))
    about = answer(telling, [material])
    return Panel(
        title, drawing(key_of("shock", material), title, about, frame.width, frame.height, parts)
    )


def drawn_years(telling: Telling) -> np.ndarray:
    """By year, whether it is drawn: from somewhat before those asked for."""
    return telling.compared.axis >= min(telling.compared.years) - YEARS_BEFORE


def answer(telling: Telling, short: list[str]) -> str:
    """For each metal the option with most missing in a year, and how many months of demand."""
    told = []
    for material in short:
        most = [np.max(missing(telling, at, material)) for at in range(len(telling.options))]
        worst = int(np.argmax(most))
        step = int(np.argmax(missing(telling, worst, material)))
        told.append(
            telling.say(
                "compared.shock.answer",
                layer=telling.layer(material).capitalize(),
                option=telling.letter(worst),
                year=int(telling.compared.axis[step]),
                amount=telling.tonnes(float(missing(telling, worst, material)[step])),
                months=telling.numbers.plain(float(months(telling, worst, material)[step])),
            )
        )
    return " ".join(told)


def table(telling: Telling, short: list[str]) -> Table:
    """The worst year of each option, and the years asked for."""
    lines = []
    for material in short:
        for at in range(len(telling.options)):
            amounts = missing(telling, at, material)
            worst = int(np.argmax(amounts))
            cells = [telling.layer(material), telling.name(at)]
            cells += [str(telling.compared.axis[worst]) if amounts[worst] > 0 else ""]
            steps = [
                int(np.flatnonzero(telling.compared.axis == y)[0]) for y in telling.compared.years
            ]
            cells += [amount_and_months(telling, at, material, step) for step in (worst, *steps)]
            lines.append(cells)
    heads = [telling.say(f"table.{key}") for key in ("material", "option", "worst_year", "worst")]
    heads += [str(year) for year in telling.compared.years]
    caption = telling.say("compared.shock.caption")
    return Table(caption, heads, lines, words=(0, 1), together=len(telling.options))


def amount_and_months(telling: Telling, at: int, material: str, step: int) -> str:
    amount = float(missing(telling, at, material)[step])
    if not amount > 0:
        return "0"
    count = telling.numbers.plain(float(months(telling, at, material)[step]))
    return telling.say("compared.shock.cell", amount=telling.tonnes(amount), months=count)


def rows(telling: Telling) -> Iterator[dict[str, Any]]:
    for material in telling.compared.materials:
        for at, option in enumerate(telling.options):
            short, of_demand = missing(telling, at, material), months(telling, at, material)
            for step in np.flatnonzero(drawn_years(telling)).tolist():
                yield {
                    "material": material,
                    "option": option.name,
                    "year": int(telling.compared.axis[step]),
                    "missing": float(short[step]),
                    "unit": "t/a",
                    "months_of_demand": float(of_demand[step]),
                }
