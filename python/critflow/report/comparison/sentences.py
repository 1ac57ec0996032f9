"""What opens the page of a comparison, and what stands under every figure."""

from typing import Any

import numpy as np

from critflow import __version__
from critflow.messages import word
from critflow.report.comparison.lights import summary
from critflow.report.comparison.shock import missing, months
from critflow.report.comparison.telling import Telling
from critflow.report.comparison.wording import foreseen, law_of
from critflow.report.words import capital

OF_GOODS = ("component", "product")
MUCH_MADE_ELSEWHERE = 0.01  # change of the share that is imported
LEAST_MONTHS = 0.1  # of demand, that are told of as missing


def in_short(telling: Telling) -> list[tuple[str, str]]:
    """The name of each option, and a sentence or two that go on from it."""
    names = map(telling.name, range(len(telling.options)))
    return [(name, one_option(telling, at).removeprefix(name)) for at, name in enumerate(names)]


def one_option(telling: Telling, at: int) -> str:
    option = telling.name(at)
    if telling.compared.references[at] == at:
        said = telling.say("compared.short.reference", option=option)
    elif parts := avoided(telling, at) or secondary(telling, at):
        said = foreseen(
            telling,
            "compared.short.avoided",
            how_sure(telling, at),
            option=option,
            year=telling.year,
            amounts=telling.listed(parts),
        )
        beside = (told_why(telling, at), made_elsewhere(telling, at))
        other = telling.say("compared.short.other_service") if telling.serves_otherwise(at) else ""
        said = " ".join(filter(None, [said, *beside, other]))
    else:
        said = telling.say("compared.short.none", option=option)
    if missed := short_of(telling, at):
        said += f" {missed}"
    if telling.options[at].rules:
        laws = telling.say("compared.short.laws", summary=summary(telling, telling.options[at]))
        said += f" {capital(laws)}"
    return said


def how_sure(telling: Telling, at: int) -> float | None:
    """Of what is told of each metal, more or less, the share of draws of the least sure."""
    better = telling.compared.drawn.better if telling.compared.drawn else {}
    reference = telling.compared.references[at]
    shares = [
        share if row["value"] > 0 else 1.0 - share
        for row in rows_of(telling, at, "primary_avoided")
        if row["value"] is not None and not telling.alike(row["value"], row["reference"])
        if (share := better.get((row["material"], at, reference))) is not None
    ]
    return min(shares, default=None)


def avoided(telling: Telling, at: int) -> list[str]:
    """Primary metal that is not asked for, by metal."""
    return [
        amount_of(telling, "primary", row["material"], -row["value"], row["reference"] or 0.0)
        for row in rows_of(telling, at, "primary_avoided")
        if row["value"] is not None
    ]


def told_why(telling: Telling, at: int) -> str:
    """Where it is told why an option asks more primary metal, or, in a system that has none, wins
    less secondary metal."""
    primary = rows_of(telling, at, "primary_avoided")
    worse = [
        telling.layer(row["material"])
        for row in primary or rows_of(telling, at, "secondary_supply")
        if (row["change"] or 0.0) < 0 and not telling.alike(row["change"], row["reference"])
    ]
    if not worse or not any(one.interactions for one in telling.options[at].levers):
        return ""
    key = "raised" if primary else "lowered"
    return telling.say(f"compared.short.{key}", layers=telling.listed(worse))


def secondary(telling: Telling, at: int) -> list[str]:
    """Secondary metal, where the system has no primary one."""
    return [
        amount_of(telling, "secondary", row["material"], row["change"], row["reference"])
        for row in rows_of(telling, at, "secondary_supply")
        if row["change"] is not None
    ]


def rows_of(telling: Telling, at: int, indicator: str) -> list[dict[str, Any]]:
    """Of an option in the year of the page."""
    where = (telling.options[at].name, indicator, str(telling.year))
    return [
        row
        for row in telling.compared.figures
        if (row["option"], row["indicator"], row["period"]) == where
    ]


def amount_of(telling: Telling, kind: str, material: str, more: float, whole: float) -> str:
    """How much more or less of a metal, primary or secondary, and of how much."""
    said = {"kind": telling.say(f"compared.short.{kind}"), "layer": telling.layer(material)}
    if telling.alike(more, whole) or whole <= 0.0:
        return telling.say("compared.short.alike", **said)
    direction = telling.say(f"compared.short.{'more' if more > 0 else 'less'}")
    changed = telling.moved(whole + more, whole, "t")
    amount = telling.tonnes(abs(more))
    return telling.say(
        "compared.short.part", amount=amount, direction=direction, change=changed, **said
    )


def made_elsewhere(telling: Telling, at: int) -> str:
    """Where much more, or much less, comes in as products or parts than in the reference."""
    rows = [
        row
        for row in rows_of(telling, at, "import_dependence")
        if row["stage"] in OF_GOODS and abs(row["change"] or 0.0) >= MUCH_MADE_ELSEWHERE
    ]
    if not rows:
        return ""
    most = max(rows, key=lambda row: abs(row["change"]))
    return telling.say(
        f"compared.short.{'abroad' if most['change'] > 0 else 'here'}",
        stage=word("stage", most["stage"], telling.language),
        layer=telling.layer(most["material"]),
        before=telling.numbers.percent(most["reference"]),
        after=telling.numbers.percent(most["value"]),
    )


def short_of(telling: Telling, at: int) -> str:
    """The year in which most months of demand for a metal are missing, if any are; of a shock also
    that none are."""
    shock = ".shock" if telling.options[at].shocked else ""
    worst = max(
        ((float(of.max()), int(of.argmax()), name) for name, of in short_months(telling, at)),
        default=(0.0, 0, ""),
    )
    if worst[0] < LEAST_MONTHS:
        least = telling.numbers.plain(LEAST_MONTHS, 1)
        return telling.say("compared.short.not_missing.shock", months=least) if shock else ""
    return telling.say(
        f"compared.short.missing{shock}",
        year=int(telling.compared.axis[worst[1]]),
        amount=telling.tonnes(float(missing(telling, at, worst[2])[worst[1]])),
        layer=telling.layer(worst[2]),
        months=telling.numbers.plain(worst[0]),
    )


def short_months(telling: Telling, at: int) -> list[tuple[str, np.ndarray]]:
    return [(name, months(telling, at, name)) for name in telling.compared.materials]


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
