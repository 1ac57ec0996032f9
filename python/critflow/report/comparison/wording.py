"""How much a sentence may say: chance, reference, service, spread, and what is only required."""

from collections.abc import Mapping

from critflow.messages import word
from critflow.report.comparison.reading import Band
from critflow.report.comparison.telling import Telling

LIKELIHOODS = {  # by the least share of draws
    "expected": 0.90,
    "likely": 0.66,
    "uncertain": 0.33,
    "unlikely": 0.10,
    "not expected": 0.0,
}


def likelihood(share: float) -> str:
    """What so many of the draws make of a statement."""
    return next(name for name, least in LIKELIHOODS.items() if share >= least)


def foreseen(telling: Telling, key: str, share: float | None, **values: object) -> str:
    """The message ``key``, as sure as the share of draws in which it holds lets it be; where none
    were made, what it tells could be expected."""
    sure = f"{key}.{likelihood(share).replace(' ', '_')}" if share is not None else key
    return telling.say(sure, **values)


def required(telling: Telling, tonnes: float) -> str:
    """What it still takes to reach a target: neither potential, nor feasible, nor expected."""
    return telling.say("wording.required", amount=telling.tonnes(tonnes))


def law_of(telling: Telling) -> str:
    law = telling.compared.law
    return word("law", law, telling.language) if law else telling.say("compared.no_law")


def reference_of(telling: Telling, at: int) -> str:
    """What an option is compared with, and the state of the law there."""
    title = telling.reference(at).title
    if not telling.compared.law:
        return telling.say("compared.reference.no_law", title=title)
    return telling.say("compared.reference.is", title=title, law=law_of(telling))


def against(telling: Telling, at: int) -> str:
    """Against what all changes of an option are told, and whether both serve as much."""
    service = "other" if telling.serves_otherwise(at) else "same"
    keys = {"reference": reference_of(telling, at)}
    return telling.say(f"wording.against.{service}", **keys)


def spread(telling: Telling, indicator: str, bands: Mapping[str, Band], unit: str) -> str:
    """Nine of ten draws of each material, and that they are of numbers within one scenario: what
    scenarios differ by is never in the same range."""
    ranges = []
    for material, band in bands.items():
        step = band.years.index(telling.year)
        low, high = (telling.numbers.amount(end[step], unit) for end in (band.low, band.high))
        keys = {"layer": telling.layer(material), "low": low, "high": high}
        ranges.append(telling.say("wording.range", **keys))
    what = telling.indicator(indicator)
    return telling.say(
        "wording.spread", what=what, year=telling.year, ranges=telling.listed(ranges)
    )
