"""I: which countries supply each stage, beside the most that the law lets come from one."""

from collections.abc import Iterator
from typing import Any

from critflow.messages import word
from critflow.report.bars import WIDTH, Bar, Limit, Part, bars
from critflow.report.comparison.chart import Chart, absent, chart, records
from critflow.report.comparison.reading import StageSupply
from critflow.report.comparison.telling import Telling
from critflow.report.figures import Panel
from critflow.report.patterns import COUNTER, DOTS, GRID, LEVEL, PLAIN, STRIPES, UPRIGHT
from critflow.report.plot import COLOURS
from critflow.report.svg import drawing, key_of
from critflow.report.tables import Table

MOST_FROM_ONE = 65.0  # [%] of yearly consumption from one third country, by 2030
OTHERS = ("#6b6b6b", LEVEL)
PATTERNS = (PLAIN, STRIPES, DOTS, COUNTER, UPRIGHT, GRID)
HOME = ""


def country_shares(telling: Telling) -> Chart:
    supply = [one for one in telling.option.supply if sum(one.origins.values()) > 0]
    if not supply:
        return absent(telling, "countries", telling.say("compared.countries.absent"))
    stages = list(dict.fromkeys(one.stage for one in supply))
    here = [one for one in supply if one.year == telling.year]
    order = suppliers(here)
    panels = [
        one_panel(telling, stage, [one for one in here if one.stage == stage], order)
        for stage in stages
    ]
    data = records("countries", list(rows(telling)))
    return chart(
        telling,
        "countries",
        data,
        answer=answer(telling, supply),
        panels=panels,
        table=table(telling, supply),
        wide=True,
    )


def shares(one: StageSupply) -> dict[str, float]:
    """In per cent of all that is supplied."""
    total = sum(one.origins.values())
    return {name: 100.0 * amount / total for name, amount in one.origins.items()}


def name_of(telling: Telling, origin: str) -> str:
    return word("country", origin or "home", telling.language)


def one_panel(telling: Telling, stage: str, here: list[StageSupply], order: list[str]) -> Panel:
    """A bar for each material, in the year of the page; the region itself first."""
    looks = looks_of(sorted(suppliers(here)[: len(PATTERNS)], key=order.index))
    drawn = [
        Bar(
            telling.layer(one.material),
            list(parts_of(telling, one, looks)),
            largest_of(telling, one),
        )
        for one in here
    ]
    key = key_of("countries", stage)
    limit = Limit(MOST_FROM_ONE, telling.say("compared.countries.limit"))
    height, parts = bars(key, drawn, telling.numbers, "%", limit, named=True)
    title = word("stage", stage, telling.language).capitalize()
    about = "; ".join(f"{bar.name}: {bar.told}" for bar in drawn)
    return Panel(title, drawing(key, title, about, WIDTH, height, parts))


def parts_of(
    telling: Telling, one: StageSupply, looks: dict[str, tuple[str, str]]
) -> Iterator[Part]:
    """A part for each of the largest suppliers of the panel, and one for all others."""
    of = shares(one)
    for origin in sorted(of.keys() & looks, key=lambda name: (name != HOME, -of[name])):
        yield Part(name_of(telling, origin), of[origin], *looks[origin])
    others = sum(share for origin, share in of.items() if origin not in looks)
    yield Part(telling.say("compared.countries.others"), others, *OTHERS)


def suppliers(supply: list[StageSupply]) -> list[str]:
    """The region itself, then others from the largest on."""
    size: dict[str, float] = {}
    for one in supply:
        for origin, share in shares(one).items():
            size[origin] = size.get(origin, 0.0) + share
    return sorted(size, key=lambda origin: (origin != HOME, -size[origin]))


def looks_of(origins: list[str]) -> dict[str, tuple[str, str]]:
    """A colour and a pattern for each, no pattern twice: none is told apart by colour only."""
    return {
        origin: (COLOURS[number % len(COLOURS)], pattern)
        for number, (origin, pattern) in enumerate(zip(origins, PATTERNS, strict=False))
    }


def largest(one: StageSupply) -> tuple[str, float] | None:
    """The third country with most, and its share [%]; many countries together are none."""
    foreign = [
        (origin, share)
        for origin, share in shares(one).items()
        if origin not in (HOME, "rest of world")
    ]
    return max(foreign, key=lambda pair: pair[1], default=None)


def largest_of(telling: Telling, one: StageSupply) -> str:
    found = largest(one)
    if found is None or not found[1] > 0:
        return telling.say("compared.countries.no_import")
    return f"{name_of(telling, found[0])} {telling.numbers.percent(found[1] / 100.0)}"


def answer(telling: Telling, supply: list[StageSupply]) -> str:
    """Where one country supplies more than the law lets it."""
    over = [
        f"{telling.layer(one.material)}, {word('stage', one.stage, telling.language)} "
        f"({largest_of(telling, one)})"
        for one in supply
        if one.year == telling.year and (found := largest(one)) and found[1] > MOST_FROM_ONE
    ]
    option = telling.name(telling.chosen)
    if not over:
        return telling.say("compared.countries.none_over", option=option, year=telling.year)
    return telling.say(
        "compared.countries.over", option=option, year=telling.year, over=telling.listed(over)
    )


def table(telling: Telling, supply: list[StageSupply]) -> Table:
    """The largest third country in the years asked for."""
    by_place: dict[tuple[str, str], dict[int, StageSupply]] = {}
    for one in supply:
        by_place.setdefault((one.stage, one.material), {})[one.year] = one
    lines = [
        [
            word("stage", stage, telling.language),
            telling.layer(material),
            *(
                largest_of(telling, of_year[year]) if year in of_year else ""
                for year in telling.compared.years
            ),
        ]
        for (stage, material), of_year in by_place.items()
    ]
    heads = [telling.say(f"table.{key}") for key in ("stage", "material")]
    heads += [str(year) for year in telling.compared.years]
    caption = telling.say("compared.countries.caption")
    return Table(caption, heads, lines, words=tuple(range(len(heads))))


def rows(telling: Telling) -> Iterator[dict[str, Any]]:
    for option in telling.pair:
        for one in option.supply:
            for origin, amount in one.origins.items():
                yield {
                    "option": option.name,
                    "stage": one.stage,
                    "material": one.material,
                    "year": one.year,
                    "origin": origin or "region",
                    "value": amount,
                    "unit": "t/a",
                }
