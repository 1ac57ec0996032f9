"""Reads a comparison for its page: the only place that knows how one is asked."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Any

import numpy as np

from critflow import _core
from critflow.key_figures import over_years
from critflow.messages import word
from critflow.report.comparison.added import contributions
from critflow.report.comparison.drawn import drawn, with_draws
from critflow.report.comparison.levers import levers
from critflow.report.comparison.reading import (
    Capacity,
    Compared,
    Kind,
    Rule,
    Saved,
    StageSupply,
    Told,
    Verdict,
)
from critflow.report.reader import main_layer, read
from critflow.report.sankey_layout import Link
from critflow.run import Run
from critflow.targets import rule_titles

if TYPE_CHECKING:
    from critflow.comparison import Comparison, Option
    from critflow.study_result import StudyResult

Row = dict[str, Any]

KINDS = ("chemistry", "product")
DISPLACEMENT = ".displacement"  # how parameters end that tell what used things save of new ones
SHARES = ("%", "1")
NUMBERS_OF_RISK = ("supply_risk", "economic_importance")  # of unit 1, and no share of anything


def compared(
    comparison: "Comparison",
    language: str,
    year: int,
    chosen: int,
    study: "StudyResult | None" = None,
) -> Compared:
    """Everything that the page shows, with sentences for one year and one option shown alone."""
    system = comparison.system
    told = all_options(comparison, language, year, study)
    digests = "".join(one.reading.facts.digest for one in told)
    return Compared(
        title=system.title[language] or system.name,
        options=told,
        references=[
            comparison.options.index(comparison.reference_of(one)) for one in comparison.options
        ],
        years=comparison.years,
        materials=list(system.materials),
        law=system.law or "",
        last_published=last_published(comparison.options[0].run),
        run_id=hashlib.sha256(digests.encode()).hexdigest()[:12],
        figures=list(comparison.matrix()),
        verdicts=list(comparison.targets()),
        effects=list(comparison.effects()),
        annex=list(comparison.annex()),
        contributions=contributions(comparison, chosen, year, language),
        contributions_by=comparison.attribution.by,
        contributions_to=comparison.main_figure,
        drawn=None if study is None else drawn(comparison, chosen, study, year, language),
    )


def all_options(
    comparison: "Comparison", language: str, year: int, study: "StudyResult | None"
) -> list[Told]:
    titles = rule_titles(comparison.system.law, language)
    years = {year, *comparison.years}
    told = [one_option(one, language, year, years, titles) for one in comparison.options]
    if study is None:
        return told
    return [with_draws(one, study, of) for one, of in zip(told, comparison.options, strict=True)]


def last_published(run: Run) -> int | None:
    """Of the figures beside the model; what lies after the state of the law is a projection."""
    until = int(run.system.law.split("-")[1]) if run.system.law else run.system.years[-1]
    known = [year for year in run.observations()["year"] if year <= until]
    return max(known, default=None)


def one_option(
    option: "Option",
    language: str,
    year: int,
    years: Iterable[int],
    titles: dict[str, str],
) -> Told:
    run = option.run
    return Told(
        name=option.name,
        title=option.title(language),
        shocked=option.shocked,
        reading=read(run, language, year),
        rules=rules(option, titles),
        capacities=capacities(run, language),
        kinds=kinds(run, language),
        supply=stage_supply(run, years),
        flows=flows_of(run, years),
        levers=levers(run, language),
        battery_report=list(run.battery_report()),
        saved=saved(run),
    )


def rules(option: "Option", titles: dict[str, str]) -> dict[str, Rule]:
    """Each rule of the law that the system names, by key."""
    if option.run.system.law is None:
        return {}
    checks = groupby(option.checks, key=lambda check: check["key"])
    return {key: one_rule(titles[key], list(by_year)) for key, by_year in checks}


def one_rule(title: str, checks: list[Row]) -> Rule:
    first = checks[0]
    return Rule(
        key=first["key"],
        title=title,
        unit=first["unit"] or "",
        in_points=first["unit"] in SHARES and first["indicator"] not in NUMBERS_OF_RISK,
        comparison=first["comparison"] or "",
        legal_status=first["legal_status"] or "",
        article=f"{first['instrument']}, {first['article']}",
        by_year={
            one["year"]: Verdict(
                one["value"],
                one["threshold"],
                one["status"],
                one["gap_tonnes"],
                one["reason"] or "",
            )
            for one in checks
            if one["year"] is not None
        },
        reason=first["reason"] or "",
    )


def capacities(run: Run, language: str) -> list[Capacity]:
    """Of plants, by place, and of mines and refineries whose offer has a bound, all places
    together."""
    titles = {one.name: one.title[language] or one.name for one in run.system.processes}
    by_plant: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for clamp in run.clamps():
        process, layer = clamp["process"], clamp["layer"]
        if clamp["name"] == "capacity":
            items = [clamp.get(dim) for dim in run.system.dimensions]
            place = (word("route", item, language) for item in items if item)
            by_plant[process, "", *place].append(clamp)
        elif clamp["name"].startswith("offer to ") and clamp["bound"] > 0:
            by_plant[process, layer, word("layer", layer, language)].append(clamp)
    return [
        one_capacity(run, ", ".join([titles[process], *place]), clamps, delivers=bool(layer))
        for (process, layer, *place), clamps in by_plant.items()
    ]


def one_capacity(run: Run, title: str, clamps: list[Row], delivers: bool) -> Capacity:
    years = run.system.years
    passed, bound = np.zeros(len(years)), np.full(len(years), np.nan)
    for one in clamps:
        step = years.index(one["year"])
        passed[step] += one["value"]
        bound[step] = np.nan_to_num(bound[step]) + one["bound"]
    feed = passed if delivers else feed_of(run, clamps[0])
    return Capacity(title, clamps[0]["unit"], delivers, feed, passed, bound)


def feed_of(run: Run, clamp: Row) -> np.ndarray:
    """All that flows to a plant, by year."""
    items = {dim: clamp[dim] for dim in run.system.dimensions if clamp.get(dim)}
    flows = [run.flow(*ends) for ends in run.flows if ends[1] == clamp["process"]]
    by_year = [over_years(flow, layer=clamp["layer"], **items) for flow in flows]
    return np.sum([np.zeros(len(run.system.years)), *by_year], axis=0)


def kind_of(run: Run) -> str:
    """The dimension by which stocks in use are told apart best."""
    dims = {dim for name in run.stocks_in_use for dim in run.stock(name).dims}
    return next((dim for dim in KINDS if dim in dims), "")


def kinds(run: Run, language: str) -> list[Kind]:
    """Stocks in use and what leaves them, by chemistry, else by product, else each by itself."""
    dim, layer = kind_of(run), main_layer(run).name
    titles = {one.name: one.title[language] or one.name for one in run.system.processes}
    found: dict[str, dict[str, np.ndarray]] = {}
    for name in run.stocks_in_use:
        for what, table in (("stock", run.stock(name)), ("outflow", run.outflow(name))):
            if layer not in table.coords["layer"]:
                continue
            for item in table.coords.get(dim, [titles[name]]):
                place = {dim: str(item)} if dim in table.dims else {}
                amounts = found.setdefault(str(item), {})
                amounts[what] = amounts.get(what, 0.0) + over_years(table, layer=layer, **place)
    return [Kind(word(dim, name, language), **amounts) for name, amounts in found.items()]


def flows_of(run: Run, years: Iterable[int]) -> dict[tuple[str, int], list[Link]]:
    """What flows of each material in each of these years."""
    at = {year: run.system.years.index(year) for year in years}
    flows: dict[tuple[str, int], list[Link]] = {
        (name, year): [] for name in run.system.materials for year in at
    }
    for ends in run.flows:
        table = run.flow(*ends)
        for name in run.system.materials:
            amounts = over_years(table, layer=name)
            for year, step in at.items():
                if amounts[step] > 0:
                    flows[name, year].append(Link(*ends, float(amounts[step])))
    return flows


def stage_supply(run: Run, years: Iterable[int]) -> list[StageSupply]:
    """By stage, material and year, where it comes from, as far as flows name the stage and imports
    their origin."""
    at = {year: run.system.years.index(year) for year in years}
    found = []
    for stage in map(str, run.indicator("import_dependence").coords.get("stage", ())):
        for material in run.system.materials:
            supply = _core.stage_supply(run._core, stage, material)
            told = {year: supply[step] for year, step in at.items() if supply}
            found += [
                StageSupply(stage, material, year, {of.country: of.amount for of in one.supply})
                for year, one in told.items()
                if one.origins_known
            ]
    return found


def saved(run: Run) -> list[Saved]:
    """By every row of a displacement above zero."""
    return [
        Saved(row["parameter"], row["value"], row["evidence"])
        for row in run.system.rows()
        if row["parameter"].endswith(DISPLACEMENT) and row["value"] > 0
    ]
