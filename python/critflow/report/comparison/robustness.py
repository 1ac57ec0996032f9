"""M: in how many draws one option asks less primary metal than another."""

from critflow.report.comparison.chart import Chart, chart, records
from critflow.report.comparison.telling import Telling
from critflow.report.tables import Table


def who_is_better(telling: Telling) -> Chart:
    """Every option beside every other, from the same draws."""
    better = telling.compared.drawn.better if telling.compared.drawn else {}
    data = [
        {
            "material": material,
            "year": telling.year,
            "option": telling.options[one].name,
            "other": telling.options[other].name,
            "share_of_draws": share,
        }
        for (material, one, other), share in better.items()
    ]
    return chart(
        telling,
        "robustness",
        records("robustness", data),
        answer=answer(telling, better),
        table=table(telling, better),
    )


def answer(telling: Telling, better: dict[tuple[str, int, int], float]) -> str:
    """The option shown against its reference, for each metal."""
    reference = telling.compared.references[telling.chosen]
    shares = [
        f"{telling.layer(material)} {telling.numbers.percent(share)}"
        for (material, one, other), share in better.items()
        if (one, other) == (telling.chosen, reference)
    ]
    return telling.say(
        "compared.robustness.answer",
        option=telling.name(telling.chosen),
        other=telling.name(reference),
        year=telling.year,
        shares=telling.listed(shares),
    )


def table(telling: Telling, better: dict[tuple[str, int, int], float]) -> Table:
    places = range(len(telling.options))
    materials = list(dict.fromkeys(material for material, *_ in better))
    lines = [
        [
            telling.layer(material),
            telling.name(one),
            *(
                telling.numbers.percent(better[material, one, other])
                if (material, one, other) in better
                else ""
                for other in places
            ),
        ]
        for material in materials
        for one in places
    ]
    heads = [telling.say(f"table.{key}") for key in ("material", "option")]
    heads += [telling.say("table.than", letter=telling.letter(other)) for other in places]
    caption = telling.say("compared.robustness.caption", year=telling.year)
    return Table(caption, heads, lines, words=(0, 1), together=len(telling.options))
