"""D: what each lever of an option adds to the primary metal that is avoided."""

from collections.abc import Iterator, Sequence
from typing import Any

from critflow.report.bars import WIDTH, Bar, Part, bars
from critflow.report.comparison.chart import Chart, absent, chart, records
from critflow.report.comparison.reading import Contribution
from critflow.report.comparison.telling import Telling
from critflow.report.figures import Panel
from critflow.report.plot import COLOURS
from critflow.report.svg import drawing, key_of
from critflow.report.tables import Table

MOST_BARS = 10
MORE, LESS, TOTAL = COLOURS[2], COLOURS[1], COLOURS[4]


def lever_waterfall(telling: Telling) -> Chart:
    found = {name: some for name, some in telling.compared.contributions.items() if some}
    if not found:
        option = telling.name(telling.chosen)
        return absent(telling, "levers", telling.say("compared.levers.absent", option=option))
    panels = [one_panel(telling, name, some) for name, some in found.items()]
    data = records("levers", list(rows(telling, found)))
    first, some = next(iter(found.items()))
    return chart(
        telling,
        "levers",
        data,
        answer=answer(telling, first, some),
        panels=panels,
        table=table(telling, found),
        wide=True,
    )


def one_panel(telling: Telling, material: str, some: Sequence[Contribution]) -> Panel:
    key = key_of("levers", material)
    height, parts = bars(key, waterfall(telling, some), telling.numbers, "t")
    title = telling.layer(material).capitalize()
    about = answer(telling, material, some)
    return Panel(title, drawing(key, title, about, WIDTH, height, parts))


def waterfall(telling: Telling, some: Sequence[Contribution]) -> list[Bar]:
    """Each lever where those before it end, the largest first, and all together at the foot."""
    ranked = sorted(some, key=lambda one: -abs(one.share))
    shown = [(one.title, one.share) for one in ranked[:MOST_BARS]]
    shown.sort(key=lambda one: -one[1])
    if rest := ranked[MOST_BARS:]:
        name = telling.say("levers.others", count=len(rest))
        shown.append((name, sum(one.share for one in rest)))
    found, reached = [], 0.0
    for title, share in shown:
        name = telling.say(f"levers.{'less' if share >= 0 else 'more'}")
        part = Part(name, share, MORE if share >= 0 else LESS, hatched=share < 0)
        found.append(Bar(title, [part], amount(telling, share), start=reached))
        reached += share
    together = telling.say("levers.together")
    return [*found, Bar(together, [Part(together, reached, TOTAL)], amount(telling, reached))]


def amount(telling: Telling, value: float) -> str:
    shown = telling.numbers.amount(abs(value), "t")
    return shown if value >= 0 else f"\N{MINUS SIGN}{shown}"


def answer(telling: Telling, material: str, some: Sequence[Contribution]) -> str:
    """All together, and the lever that adds most."""
    most = max(some, key=lambda one: one.share)
    return telling.say(
        "compared.levers.answer",
        option=telling.name(telling.chosen),
        year=telling.year,
        layer=telling.layer(material),
        total=amount(telling, sum(one.share for one in some)),
        lever=most.title,
        share=amount(telling, most.share),
    )


def table(telling: Telling, found: dict[str, list[Contribution]]) -> Table:
    lines = [
        [
            telling.layer(material),
            one.title,
            *(
                "" if value is None else amount(telling, value)
                for value in (one.alone, one.last, one.share)
            ),
            precision(telling, one),
        ]
        for material, some in found.items()
        for one in some
    ]
    keys = ("material", "lever", "alone", "last", "shapley", "error")
    heads = [telling.say(f"table.{key}") for key in keys]
    caption = telling.say("compared.levers.caption", year=telling.year)
    return Table(caption, heads, lines, words=(0, 1))


def precision(telling: Telling, one: Contribution) -> str:
    """The standard error of a share that was sampled."""
    if one.error is None:
        return ""
    return telling.numbers.amount(one.error, "t") if one.error else telling.say("levers.exact")


def rows(telling: Telling, found: dict[str, list[Contribution]]) -> Iterator[dict[str, Any]]:
    for material, some in found.items():
        for one in some:
            yield {
                "option": telling.option.name,
                "material": material,
                "year": telling.year,
                "lever": one.title,
                "alone": one.alone,
                "last": one.last,
                "share": one.share,
                "standard_error": one.error,
                "unit": "t/a",
            }
