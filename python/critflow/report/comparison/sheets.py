"""One page for each option: the seven blocks that an official reads before a decision."""

from collections.abc import Iterator
from dataclasses import dataclass

from critflow.messages import word
from critflow.report.comparison import effect_table
from critflow.report.comparison.lights import Light, legend, light, state, summary
from critflow.report.comparison.matrix import place_of
from critflow.report.comparison.reading import Drawn, Lever
from critflow.report.comparison.telling import DAYS, Telling
from critflow.report.comparison.wording import LIKELIHOODS, against, spread
from critflow.report.sentences import KINDS
from critflow.report.tables import Table
from critflow.report.words import capital

AMOUNTS = ("primary_avoided", "secondary_supply", DAYS)
BY_STAGE = ("import_dependence", "single_country_share")
SAFETY = ("mixed_waste", "hoarded_stock")
TEXTS = ("legal_basis", "subsidiarity", "proportionality", "budget")
BINDING = ("met", "not met", "small margin", "small miss", *LIKELIHOODS)
MOST_LEVERS, MOST_WARNINGS = 6, 3
MOST_DRIVERS = 3
USUAL_STAGE = "refining"


@dataclass(frozen=True)
class Checks:
    """Binding rules that can be told of, in the years asked for."""

    summary: str
    rows: list[tuple[str, list[Light]]]
    signs: list[tuple[str, str, str]]
    others: str  # what is indicative, and what cannot be told


@dataclass(frozen=True)
class Sheet:
    """The page of one option."""

    key: str
    name: str
    described: str
    levers: Table | None
    headline: Table
    untold: str  # of the headline figures that this system does not have
    checks: Checks | None
    effects: Table | None
    side_effects: list[str]
    certainty: list[str]
    texts: list[tuple[str, str]]
    against: str


def sheets(telling: Telling) -> list[Sheet]:
    """Of every option that is no reference."""
    return [one_sheet(telling, at) for at in telling.changed]


def one_sheet(telling: Telling, at: int) -> Sheet:
    option = telling.options[at]
    return Sheet(
        key=f"sheet-{telling.letter(at)}",
        name=telling.name(at),
        described=described(telling, at),
        levers=levers(telling, at) if option.levers else None,
        headline=headline(telling, at),
        untold=untold(telling, at),
        checks=checks(telling, at) if option.rules else None,
        effects=effect_table.of_option(telling, at) if telling.compared.effects else None,
        side_effects=list(side_effects(telling, at)),
        certainty=list(certainty(telling, at)),
        texts=[(telling.say(f"sheet.{one}"), telling.say("sheet.to_fill_in")) for one in TEXTS],
        against=against(telling, at),
    )


def described(telling: Telling, at: int) -> str:
    """One sentence: what the option does, how many levers, in which scenario."""
    option = telling.options[at]
    keys = {"title": option.title, "scenario": option.reading.scenario}
    if not option.levers:
        return telling.say("sheet.described.no_levers", **keys)
    return telling.say("sheet.described", count=len(option.levers), **keys)


def levers(telling: Telling, at: int) -> Table:
    """What is turned, by whom, on what ground and from when; the first in time first."""
    all_levers = sorted(telling.options[at].levers, key=lambda one: one.first_year or 0)
    rows = [lever_row(telling, one) for one in all_levers[:MOST_LEVERS]]
    keys = ("lever", "pillar", "knob", "actor", "instrument", "legal_status", "start")
    told = [at for at in range(len(keys)) if any(row[at] for row in rows)]
    heads = [telling.say(f"table.{keys[at]}") for at in told]
    rest = len(all_levers) - len(rows)
    caption = telling.say("sheet.levers")
    if rest:
        caption += f" {telling.say('sheet.levers.rest', count=rest)}"
    if keys.index("pillar") in told:
        caption += f". {telling.say('sheet.levers.pillar')}"
    lines = [[row[at] for at in told] for row in rows]
    return Table(caption, heads, lines, words=tuple(range(len(heads))))


def lever_row(telling: Telling, one: Lever) -> list[str]:
    knob = word("knob", one.knob, telling.language)
    status = word("legal_status", one.legal_status, telling.language)
    if one.effort:
        status = telling.say("sheet.by_assumption", status=status)
    actor = word("actor", one.actor, telling.language)
    instrument = word("instrument", one.instrument, telling.language)
    return [one.title, one.pillar, knob, actor, instrument, status, str(one.first_year or "")]


def effort(telling: Telling, one: Lever) -> str:
    """What it takes to reach the target, step by step."""
    return telling.listed(
        [
            telling.say("sheet.effort", share=telling.numbers.percent(share), year=year)
            for year, share in one.effort.items()
        ]
    )


def headline(telling: Telling, at: int) -> Table:
    """Primary metal avoided with its share of the reference, and what the system tells besides."""
    rows = [
        [f"{telling.indicator(name)}, {telling.layer(material)}", *cells]
        for name in AMOUNTS
        for material in telling.compared.materials
        if (cells := amounts(telling, at, name, material, ""))
    ]
    rows += [
        [f"{telling.indicator(name, stage)}, {telling.layer(material)}", *cells]
        for name in BY_STAGE
        for stage in stages(telling, name)
        for material in telling.compared.materials
        if (cells := amounts(telling, at, name, material, stage))
    ]
    heads = [telling.say("table.what"), *(telling.period(period) for period in telling.periods)]
    return Table(telling.say("sheet.headline"), heads, rows)


def stages(telling: Telling, indicator: str) -> list[str]:
    """Refining, where metal becomes what factories ask for; else the stage nearest to the mine."""
    found = {row["stage"] for row in telling.compared.figures if row["indicator"] == indicator}
    known = sorted((stage for stage in found if stage), key=place_of)
    return [USUAL_STAGE] if USUAL_STAGE in known else known[:1]


def amounts(telling: Telling, at: int, name: str, material: str, stage: str) -> list[str]:
    """In each period; nothing where the system tells none in any."""
    cells, none = [], telling.say("compared.no_value")
    for period in telling.periods:
        row = telling.row(at, name, material, period, stage)
        if row is None or row["value"] is None or (name == DAYS and not row["value"]):
            cells.append(telling.untold(at, name, material, period))
            continue
        shown = telling.told(row)
        if name == "primary_avoided" and row["reference"]:
            whole = row["reference"]
            shown += f" ({telling.moved(whole + row['value'], whole, 't')})"
        cells.append(shown)
    return cells if any(one != none for one in cells) else []


def untold(telling: Telling, at: int) -> str:
    """Headline figures that no flow of the system tells, and whether it keeps no stock."""
    known = {row["indicator"] for row in telling.compared.figures if row["value"] is not None}
    missing = [telling.indicator(name) for name in (*AMOUNTS, *BY_STAGE) if name not in known]
    said = [telling.say("sheet.untold", figures=telling.listed(missing))] if missing else []
    days = [
        telling.figure(at, DAYS, material, str(year))
        for material in telling.compared.materials
        for year in telling.compared.years
    ]
    if DAYS in known and not any(days):
        said.append(telling.say("sheet.no_stock"))
    return " ".join(said)


def checks(telling: Telling, at: int) -> Checks:
    option, years = telling.options[at], telling.compared.years
    states = {key: [state(rule, year) for year in years] for key, rule in option.rules.items()}
    binding = [key for key, of in states.items() if any(one in BINDING for one in of)]
    indicative = [key for key, of in states.items() if "indicative only" in of]
    rows = [
        (option.rules[key].title, [light(telling, option.rules[key], year) for year in years])
        for key in binding
    ]
    others = telling.say(
        "sheet.checks.others",
        indicative=len(indicative),
        rest=len(states) - len(binding) - len(indicative),
    )
    signs = legend(telling, (row for _, row in rows))
    return Checks(summary(telling, option), rows, signs, others)


def side_effects(telling: Telling, at: int) -> Iterator[str]:
    """What is in mixed waste and in drawers, what the catalogue warns of, what no model tells."""
    for name in SAFETY:
        parts = [
            f"{telling.layer(material)} {telling.value(value, 't')}"
            for material in telling.compared.materials
            if (value := telling.figure(at, name, material, str(telling.year))) is not None
        ]
        if parts:
            said = {"what": telling.indicator(name), "year": telling.year}
            yield capital(telling.say("sheet.safety", **said, amounts=telling.listed(parts)))
    warned: dict[str, list[str]] = {}
    for one in telling.options[at].levers:
        if one.interactions:
            warned.setdefault(one.interactions, []).append(one.title)
    most = len(warned) if makes_worse(telling, at) else MOST_WARNINGS
    for warning, titles in list(warned.items())[:most]:
        yield f"{telling.listed(titles)}: {warning}"
    yield telling.say("sheet.not_modelled")


def first_few(telling: Telling, names: list[str]) -> str:
    """As many as the table of levers has, and how many more."""
    if len(names) <= MOST_LEVERS:
        return telling.listed(names)
    rest = telling.say("sheet.more", count=len(names) - MOST_LEVERS)
    return telling.listed([*names[:MOST_LEVERS], rest])


def makes_worse(telling: Telling, at: int) -> bool:
    """Whether the option avoids less primary metal than the reference, or wins less secondary
    metal, of any in any period."""
    name = telling.options[at].name
    return any(
        (row["change"] or 0.0) < 0 and not telling.alike(row["change"], row["reference"])
        for row in telling.compared.figures
        if row["option"] == name and row["indicator"] in ("primary_avoided", "secondary_supply")
    )


def certainty(telling: Telling, at: int) -> Iterator[str]:
    """How well the input is known, what the levers rest on, and what is not computed here."""
    option = telling.options[at]
    counts = option.reading.evidence[""]
    shares = [
        f"{telling.numbers.percent(count / max(sum(counts), 1))} {telling.say(f'evidence.{kind}')}"
        for kind, count in zip(KINDS, counts, strict=True)
    ]
    yield telling.say(
        "meter.text", rows=telling.numbers.whole(sum(counts)), shares=telling.listed(shares)
    )
    for one in option.levers:
        if one.effort:
            keys = {"lever": one.title, "full": one.full_effort}
            yield telling.say("sheet.required", effort=effort(telling, one), **keys)
    assumed = [one.title for one in option.levers if one.evidence == "assumption"]
    if assumed:
        yield telling.say("sheet.assumed", levers=first_few(telling, assumed))
    drawn = telling.compared.drawn
    if drawn is None:
        yield telling.say("sheet.no_range")
        return
    known = {
        material: band
        for (material, of), band in drawn.primary.items()
        if of == at and telling.year in band.years
    }
    if known:
        yield spread(telling, "primary_supply", known, "t")
    if at == telling.chosen:
        yield from main_drivers(telling, drawn)


def main_drivers(telling: Telling, drawn: Drawn) -> Iterator[str]:
    """The few largest of each metal; of metals that have the same, once."""
    alike: dict[str, list[str]] = {}
    for material, drivers in drawn.drivers.items():
        names = telling.listed([telling.input(one.name) for one in drivers[:MOST_DRIVERS]])
        alike.setdefault(names, []).append(telling.layer(material))
    for names, layers in alike.items():
        yield telling.say("sheet.drivers", layer=telling.listed(layers), drivers=names)
