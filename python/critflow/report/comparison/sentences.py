"""What opens the page of a comparison, and what stands under every figure."""

from critflow import __version__
from critflow.messages import word
from critflow.report.comparison.lights import summary
from critflow.report.comparison.telling import Telling


def in_short(telling: Telling) -> list[str]:
    """A sentence or two on each option."""
    return [one_option(telling, at) for at in range(len(telling.options))]


def one_option(telling: Telling, at: int) -> str:
    option = telling.name(at)
    if telling.compared.references[at] == at:
        said = telling.say("compared.short.reference", option=option)
    elif parts := avoided(telling, at):
        said = telling.say(
            "compared.short.avoided",
            option=option,
            year=telling.year,
            amounts=telling.listed(parts),
        )
    else:
        said = telling.say("compared.short.none", option=option)
    if telling.options[at].rules:
        laws = telling.say("compared.short.laws", summary=summary(telling, telling.options[at]))
        said += f" {laws[:1].upper()}{laws[1:]}"
    return said


def avoided(telling: Telling, at: int) -> list[str]:
    """Primary metal that is not asked for, by metal."""
    parts = []
    for row in telling.compared.figures:
        here = row["option"] == telling.options[at].name and row["period"] == str(telling.year)
        if not here or row["indicator"] != "primary_avoided" or row["value"] is None:
            continue
        layer = telling.layer(row["material"])
        amount, whole = row["value"], row["reference"] or 0.0
        if abs(amount) <= 5e-4 * whole or whole <= 0.0:
            parts.append(telling.say("compared.short.alike", layer=layer))
            continue
        parts.append(
            telling.say(
                "compared.short.part",
                amount=telling.tonnes(abs(amount)),
                direction=telling.say(f"compared.short.{'less' if amount > 0 else 'more'}"),
                layer=layer,
                change=telling.numbers.change(whole - amount, whole),
            )
        )
    return parts


def law_of(telling: Telling) -> str:
    law = telling.compared.law
    return word("law", law, telling.language) if law else telling.say("compared.no_law")


def reference_line(telling: Telling) -> str:
    """What all is compared with, and the state of the law there."""
    title = telling.reference(telling.chosen).title
    if not telling.compared.law:
        return telling.say("compared.reference.no_law", title=title)
    return telling.say("compared.reference.is", title=title, law=law_of(telling))


def origin(telling: Telling) -> str:
    """Which run, which data, which law."""
    last = telling.compared.last_published
    vintage = telling.say("compared.figure.vintage", year=last) if last is not None else ""
    return telling.say(
        "compared.figure",
        run=telling.compared.run_id,
        vintage=vintage,
        law=law_of(telling),
        version=__version__,
    )
