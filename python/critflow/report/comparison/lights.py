"""B: how each option stands to each rule of the law, over the years."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from critflow.report.comparison.reading import Rule, Told
from critflow.report.comparison.telling import Telling
from critflow.report.comparison.wording import LIKELIHOODS, likelihood, required

MOST_YEARS = 7
TESTED = ("met", "not met", "small margin", "small miss", "indicative only")
SIGNS = {
    "expected": "++",
    "likely": "+",
    "uncertain": "\N{PLUS-MINUS SIGN}",
    "unlikely": "\N{MINUS SIGN}",
    "not expected": "\N{MINUS SIGN}\N{MINUS SIGN}",
    "met": "\N{CHECK MARK}",
    "small margin": "\N{CHECK MARK}\N{ALMOST EQUAL TO}",
    "not met": "\N{BALLOT X}",
    "small miss": "\N{BALLOT X}\N{ALMOST EQUAL TO}",
    "indicative only": "i",
    "exempt": "v",
    "not yet applicable": "\N{WHITE CIRCLE}",
    "not assessable": "\N{EN DASH}",
}


@dataclass(frozen=True)
class Light:
    """A sign and word for a state, with value, margin and what is missing."""

    state: str  # key of SIGNS
    sign: str
    word: str
    value: str
    distance: list[str]  # points, and tonnes missing


@dataclass(frozen=True)
class Lights:
    """Rules by years, of one option."""

    option: str
    summary: str
    years: list[int]
    rows: list[tuple[str, str, list[Light]]]  # rule, what it asks, its lights


def all_lights(telling: Telling) -> list[Lights]:
    """One table for each option; none where the system names no law."""
    keys = [key for key in telling.options[0].rules if assessable(telling, key)]
    if not keys:
        return []
    years = shown_years(telling, keys)
    keys = [key for key in keys if any_value(telling, key, years)]
    return [lights_of(telling, at, keys, years) for at in range(len(telling.options))]


def any_value(telling: Telling, key: str, years: list[int]) -> bool:
    of_key = (one.rules[key].by_year.get(year) for one in telling.options for year in years)
    return any(verdict is not None and verdict.value is not None for verdict in of_key)


def assessable(telling: Telling, key: str) -> bool:
    """Whether any option has a value, and the rule a threshold."""
    of_key = [one.rules[key] for one in telling.options if key in one.rules]
    with_threshold = any(
        verdict.threshold is not None for rule in of_key for verdict in rule.by_year.values()
    )
    return with_threshold and any(rule.assessable for rule in of_key)


def not_assessable(telling: Telling) -> list[str]:
    """What rules of the law cannot be told of in this system."""
    rules = telling.options[0].rules.values()
    return [one.title for one in rules if not assessable(telling, one.key)]


def shown_years(telling: Telling, keys: list[str]) -> list[int]:
    """Those asked for, and those in which a rule begins or asks more."""
    asked = set(telling.compared.years)
    turns: set[int] = set()
    for key in keys:
        before = None
        for year, verdict in telling.option.rules[key].by_year.items():
            due = verdict.status != "not yet applicable", verdict.threshold
            if before is not None and due != before:
                turns.add(year)
            before = due
    between = sorted(year for year in turns - asked if min(asked) - 3 <= year <= max(asked))
    return sorted(asked | set(between[: max(0, MOST_YEARS - len(asked))]))


def note(telling: Telling) -> str:
    """How to read a light; with draws also what a share of them does not say."""
    drawn = telling.compared.drawn
    if drawn is None:
        return telling.say("compared.lights.answer")
    said = [telling.say("compared.lights.drawn", draws=telling.numbers.whole(drawn.draws))]
    if any(lever.effort for one in telling.options for lever in one.levers):
        said.append(telling.say("compared.lights.effort"))
    return " ".join(said)


def legend(telling: Telling, rows: Iterable[Sequence[Light]]) -> list[tuple[str, str, str]]:
    """The states that are shown, each with its sign and word."""
    shown = {light.state for row in rows for light in row}
    return [
        (one, sign, telling.say(f"status.{one.replace(' ', '_')}"))
        for one, sign in SIGNS.items()
        if one in shown
    ]


def lights_of(telling: Telling, at: int, keys: list[str], years: list[int]) -> Lights:
    option = telling.options[at]
    return Lights(
        option=telling.name(at),
        summary=summary(telling, option),
        years=years,
        rows=[
            (
                option.rules[key].title,
                asked(telling, option.rules[key]),
                [light(telling, option.rules[key], year) for year in years],
            )
            for key in keys
            if key in option.rules
        ],
    )


def summary(telling: Telling, option: Told) -> str:
    """How many of the rules that bind and can be assessed are met in the year of the page; with
    draws, how many are expected to be."""
    year = telling.year
    rules = [rule for rule in option.rules.values() if year in rule.by_year]
    told = [rule.by_year[year].status for rule in rules]
    met = told.count("met")
    keys = {"met": met, "count": met + told.count("not met"), "year": year}
    states = [state(rule, year) for rule in rules]
    if set(states) & set(LIKELIHOODS):
        sure = states.count("expected")
        said = telling.say("compared.lights.summary.drawn", sure=sure, **keys)
    else:
        said = telling.say("compared.lights.summary", **keys)
    if not any(one.effort for one in option.levers):
        return said
    return telling.say("compared.lights.by_assumption", summary=said)


def state(rule: Rule, year: int) -> str:
    """Of a rule that binds, how likely it is met where draws tell; else whether it is."""
    verdict = rule.by_year.get(year)
    if verdict is None:
        return "not assessable"
    if verdict.status in ("met", "not met") and year in rule.chances:
        return likelihood(rule.chances[year])
    close = {"met": "small margin", "not met": "small miss"} if rule.small_margin(year) else {}
    return close.get(verdict.status, verdict.status)


def light(telling: Telling, rule: Rule, year: int) -> Light:
    which, verdict = state(rule, year), rule.by_year.get(year)
    word = telling.say(f"status.{which.replace(' ', '_')}")
    sign = SIGNS[which]
    if verdict is None or verdict.value is None or which == "not assessable":
        return Light(which, sign, word, "", [])
    far = distance(telling, rule, year) if which in TESTED else []
    if which in LIKELIHOODS:
        share = telling.numbers.percent(rule.chances[year])
        far = [telling.say("compared.of_draws", share=share)]
    return Light(which, sign, word, value(telling, rule, verdict.value), far)


def value(telling: Telling, rule: Rule, amount: float) -> str:
    """With as many digits as a margin of a tenth of a point asks for."""
    if rule.in_points:
        return telling.tenths(100.0 * amount) + "\N{NO-BREAK SPACE}%"
    return telling.value(amount, rule.unit)


def distance(telling: Telling, rule: Rule, year: int) -> list[str]:
    """Points over or under, and tonnes missing."""
    margin, verdict = rule.margin(year), rule.by_year[year]
    if margin is None:
        return []
    told = [telling.points(margin)] if rule.in_points else []
    if verdict.gap_tonnes and margin < 0:
        told.append(required(telling, verdict.gap_tonnes))
    return told


def asked(telling: Telling, rule: Rule) -> str:
    """What the rule asks, step by step."""
    steps: dict[float, int] = {}
    for year, verdict in rule.by_year.items():
        if verdict.threshold is not None and verdict.status != "not yet applicable":
            steps.setdefault(verdict.threshold, year)
    most = "most" if rule.comparison == "at most" else "least"
    return "; ".join(
        telling.say(f"compared.asked.{most}", value=threshold(telling, rule, asks), year=year)
        for asks, year in steps.items()
    )


def threshold(telling: Telling, rule: Rule, asks: float) -> str:
    if rule.in_points:
        return f"{telling.numbers.tick(round(100.0 * asks, 6))}\N{NO-BREAK SPACE}%"
    return telling.value(asks, rule.unit)
