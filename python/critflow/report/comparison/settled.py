"""N: of which uncertain inputs the measures of an option leave nothing."""

from collections.abc import Sequence

from critflow.report.comparison.chart import Chart, absent, chart, records
from critflow.report.comparison.reading import Settled
from critflow.report.comparison.telling import Telling
from critflow.report.tables import Table


def what_is_settled(telling: Telling) -> Chart:
    """Of every option: what its measures set, and what has no room for what was drawn."""
    found = telling.compared.drawn.settled if telling.compared.drawn else []
    if not found:
        return absent(telling, "settled", telling.say("compared.settled.absent"))
    data = [
        {
            "option": telling.options[one.at].name,
            "input": one.name,
            "share_of_draws": one.share,
            "first_year": one.first_year,
            "levers": "; ".join(one.levers),
        }
        for one in found
    ]
    return chart(
        telling,
        "settled",
        records("settled", data),
        answer=answer(telling, found),
        table=table(telling, found),
    )


def answer(telling: Telling, found: Sequence[Settled]) -> str:
    of_option = [one for one in found if one.at == telling.chosen and one.levers]
    counted = telling.say(
        "compared.settled.answer", option=telling.name(telling.chosen), count=len(of_option)
    )
    return f"{counted} {telling.say('compared.settled.meaning')}"


def table(telling: Telling, found: Sequence[Settled]) -> Table:
    lines = [
        [
            telling.letter(one.at),
            telling.input(one.name),
            telling.numbers.percent(one.share),
            str(one.first_year or ""),
            "; ".join(one.levers) or telling.say("compared.settled.held"),
        ]
        for one in found
    ]
    heads = [
        telling.say(f"table.{key}") for key in ("option", "input", "draws", "start", "settled_by")
    ]
    return Table(telling.say("compared.settled.caption"), heads, lines, words=(0, 1, 4))
