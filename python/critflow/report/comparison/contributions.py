"""D: what each lever of an option adds to the primary metal avoided, or the secondary metal won."""

from collections.abc import Iterator, Sequence
from typing import Any

from critflow.comparison.contributions import NONE, SHAPLEY
from critflow.comparison.figures import AVOIDED
from critflow.report.bars import WIDTH, Bar, Part, bars
from critflow.report.comparison.chart import Chart, absent, chart, records
from critflow.report.comparison.reading import Contribution
from critflow.report.comparison.telling import Telling
from critflow.report.figures import Panel
from critflow.report.patterns import PLAIN, STRIPES
from critflow.report.plot import COLOURS
from critflow.report.svg import drawing, key_of
from critflow.report.tables import Table

MOST_BARS = 10
BETTER, WORSE, TOTAL = COLOURS[2], COLOURS[1], COLOURS[4]


def lever_waterfall(telling: Telling) -> Chart:
    """Shares one on another; one at a time, where that was asked for, side by side."""
    option = telling.name(telling.chosen)
    if telling.compared.contributions_by == NONE:
        return absent(telling, "levers", telling.say("compared.levers.not_asked"))
    found = {name: some for name, some in telling.compared.contributions.items() if some}
    if not found:
        return absent(telling, "levers", telling.say("compared.levers.absent", option=option))
    key = key_of_chart(telling)
    panels = [one_panel(telling, key, name, some) for name, some in found.items()]
    data = records(key, list(rows(telling, found)))
    said, tabled = answer(telling, key, *next(iter(found.items()))), table(telling, found)
    return chart(telling, key, data, answer=said, panels=panels, table=tabled, wide=True)


def key_of_chart(telling: Telling) -> str:
    """Of its messages, by what is told and in which way."""
    of = "levers" if telling.compared.contributions_to == AVOIDED else "levers_secondary"
    return of if telling.compared.contributions_by == SHAPLEY else f"{of}_alone"


def one_panel(telling: Telling, key: str, material: str, some: Sequence[Contribution]) -> Panel:
    drawn = waterfall if telling.compared.contributions_by == SHAPLEY else side_by_side
    name = key_of(key, material)
    height, parts = bars(name, drawn(telling, some), telling.numbers, "t")
    title = telling.layer(material).capitalize()
    about = answer(telling, key, material, some)
    return Panel(title, drawing(name, title, about, WIDTH, height, parts))


def side_by_side(telling: Telling, some: Sequence[Contribution]) -> list[Bar]:
    """What each lever does alone, from zero, the largest first; nothing adds up."""
    ranked = sorted(some, key=lambda one: -abs(one.alone or 0.0))[:MOST_BARS]
    return [one_bar(telling, one.title, one.alone or 0.0) for one in ranked]


def waterfall(telling: Telling, some: Sequence[Contribution]) -> list[Bar]:
    """Each lever where those before it end, the largest first, and all together at the foot."""
    ranked = sorted(((one.title, one.share or 0.0) for one in some), key=lambda one: -abs(one[1]))
    shown = sorted(ranked[:MOST_BARS], key=lambda one: -one[1])
    if rest := ranked[MOST_BARS:]:
        name = telling.say("levers.others", count=len(rest))
        shown.append((name, sum(share for _, share in rest)))
    found, reached = [], 0.0
    for title, share in shown:
        found.append(one_bar(telling, title, share, start=reached))
        reached += share
    together = telling.say("levers.together")
    return [*found, Bar(together, [Part(together, reached, TOTAL)], amount(telling, reached))]


def one_bar(telling: Telling, title: str, value: float, start: float = 0.0) -> Bar:
    to, sign = telling.compared.contributions_to, "better" if value >= 0 else "worse"
    name = telling.say(f"levers.{to}.{sign}")
    part = Part(name, value, BETTER if value >= 0 else WORSE, STRIPES if value < 0 else PLAIN)
    return Bar(title, [part], amount(telling, value), start=start)


def amount(telling: Telling, value: float) -> str:
    if -1 < value < 0:
        return telling.say("levers.little")
    shown = telling.numbers.amount(abs(value), "t")
    return shown if value >= 0 else f"\N{MINUS SIGN}{shown}"


def answer(telling: Telling, key: str, material: str, some: Sequence[Contribution]) -> str:
    """The lever that adds most, and of how much in all where shares add up."""
    shared = telling.compared.contributions_by == SHAPLEY
    numbers = [(one.share if shared else one.alone) or 0.0 for one in some]
    most = max(range(len(some)), key=numbers.__getitem__)
    return telling.say(
        f"compared.{key}.answer",
        option=telling.name(telling.chosen),
        year=telling.year,
        layer=telling.layer(material),
        total=amount(telling, sum(numbers)),
        lever=some[most].title,
        share=amount(telling, numbers[most]),
    )


def table(telling: Telling, found: dict[str, list[Contribution]]) -> Table:
    keys = ["material", "lever", "alone", "last"]
    keys += ["shapley", "error"] if telling.compared.contributions_by == SHAPLEY else []
    lines = [
        [telling.layer(material), one.title, *numbers(telling, one)][: len(keys)]
        for material, some in found.items()
        for one in some
    ]
    heads = [telling.say(f"table.{key}") for key in keys]
    caption = telling.say(f"levers.{telling.compared.contributions_to}", year=telling.year)
    return Table(caption, heads, lines, words=(0, 1))


def numbers(telling: Telling, one: Contribution) -> list[str]:
    """Alone, last, share, and how well it is known."""
    known = (one.alone, one.last, one.share)
    told = ["" if value is None else amount(telling, value) for value in known]
    return [*told, precision(telling, one)]


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
