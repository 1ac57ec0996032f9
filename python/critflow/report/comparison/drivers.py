"""L: which uncertain input the spread of primary metal comes from."""

from collections.abc import Sequence

from critflow.report.bars import WIDTH, Bar, Part, bars
from critflow.report.comparison.chart import Chart, chart, records
from critflow.report.comparison.reading import Driver
from critflow.report.comparison.telling import Telling
from critflow.report.figures import Panel
from critflow.report.patterns import STRIPES
from critflow.report.plot import COLOURS
from critflow.report.svg import drawing, key_of
from critflow.report.tables import Table

MOST_DRIVERS = 8


def what_drives(telling: Telling) -> Chart:
    """Of the option shown, for each metal the largest first."""
    told = telling.compared.drawn.drivers if telling.compared.drawn else {}
    found = {material: drivers for material, drivers in told.items() if drivers}
    data = [
        {
            "option": telling.option.name,
            "material": material,
            "year": telling.year,
            "input": one.name,
            "alone": one.alone,
            "total": one.total,
            "standard_error": one.error,
        }
        for material, drivers in found.items()
        for one in drivers
    ]
    return chart(
        telling,
        "drivers",
        records("drivers", data),
        answer=answer(telling, found),
        panels=[one_panel(telling, *of) for of in found.items()],
        table=table(telling, found),
        wide=True,
    )


def one_panel(telling: Telling, material: str, drivers: Sequence[Driver]) -> Panel:
    """What each has a part in, of it what it does by itself."""
    alone, together = telling.say("drivers.alone"), telling.say("drivers.together")
    rows = [
        Bar(
            telling.input(one.name),
            shares(one, alone, together),
            telling.numbers.percent(one.total),
        )
        for one in drivers[:MOST_DRIVERS]
    ]
    key = key_of("drivers", material)
    height, parts = bars(key, rows, telling.numbers, "%")
    title = telling.layer(material).capitalize()
    about = "; ".join(f"{row.name}: {row.told}" for row in rows)
    return Panel(title, drawing(key, title, about, WIDTH, height, parts))


def shares(one: Driver, alone: str, together: str) -> list[Part]:
    """In per cent; what is sampled may be below zero, or more by itself than in all."""
    total = 100.0 * max(0.0, one.total)
    by_itself = min(total, 100.0 * max(0.0, one.alone))
    return [
        Part(alone, by_itself, COLOURS[0]),
        Part(together, total - by_itself, COLOURS[0], STRIPES),
    ]


def answer(telling: Telling, found: dict[str, list[Driver]]) -> str:
    first = [
        f"{telling.layer(material)}: {telling.input(most.name)}"
        f" ({telling.numbers.percent(most.total)})"
        for material, (most, *_) in found.items()
    ]
    return telling.say(
        "compared.drivers.answer",
        option=telling.name(telling.chosen),
        year=telling.year,
        first="; ".join(first),
    )


def table(telling: Telling, found: dict[str, list[Driver]]) -> Table:
    lines = [
        [
            telling.layer(material),
            telling.input(one.name),
            *(telling.numbers.percent(share) for share in (one.alone, one.total, one.error)),
        ]
        for material, drivers in found.items()
        for one in drivers
    ]
    keys = ("material", "input", "alone", "total", "error")
    heads = [telling.say(f"table.{key}") for key in keys]
    return Table(telling.say("compared.drivers.caption"), heads, lines, words=(0, 1))
