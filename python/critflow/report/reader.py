"""Reads a run for the page: the only place that knows how a run is asked."""

from collections import Counter, defaultdict
from typing import Any

import numpy as np

from critflow import __version__, _core
from critflow.key_figures import missing_metal, missing_ore, over_years, through_use
from critflow.messages import word
from critflow.report.reading import (
    Assumed,
    Category,
    Cohorts,
    Facts,
    Metal,
    Product,
    Published,
    Reading,
    Source,
    ThroughUse,
)
from critflow.report.sankey_layout import Link
from critflow.report.targets import collection_targets
from critflow.run import Run
from critflow.titles import titled

YEARS_TOGETHER = 5
OF_OBSERVATION = {"name", "quantity", "layer", "year", "published", "model", "unit", "source"}


def read(run: Run, language: str, year: int) -> Reading:
    """Everything that the page shows, with the flows of one year."""
    system = run.system
    layer = main_layer(run)
    return Reading(
        title=system.title[language] or system.name,
        scenario=titled("scenario", system.scenarios, system.scenario, language),
        policy=titled("policy", system.policies, system.policy, language),
        years=np.array(system.years),
        layer=layer.name,
        unit=layer.unit,
        products=products(run, layer.name, language),
        categories=categories(run, layer.name),
        targets=collection_targets(run),
        cohorts=cohorts(run, layer.name),
        metals=[metal(run, name) for name in system.materials],
        through_use=layers_in_use(run),
        links={name: links(run, name, year) for name in system.materials},
        roles=dict.fromkeys(run.flows, "") | {(f.from_, f.to): f.role for f in system.flows},
        processes=ends(run, language),
        in_use=run.stocks_in_use,
        published=published(run),
        evidence=evidence(run),
        assumed=assumed(run),
        sources=sources(run),
        facts=facts(run),
    )


def main_layer(run: Run) -> _core.Layer:
    """The one in which products are added up: the first that is balanced and no material."""
    balanced = [one for one in run.system.layers if one.conserved]
    return next((one for one in balanced if not one.material), balanced[0])


def products(run: Run, layer: str, language: str) -> list[Product]:
    titles = {one.name: one.title[language] or one.name for one in run.system.processes}
    return [
        Product(
            titles[name],
            stock=over_years(run.stock(name), layer=layer),
            inflow=over_years(run.inflow(name), layer=layer),
            outflow=over_years(run.outflow(name), layer=layer),
        )
        for name in run.stocks_in_use
    ]


def categories(run: Run, layer: str) -> list[Category]:
    """By the first dimension that both waste and what is collected of it have; else all as one."""
    waste, collected = run.indicator("waste_generated"), run.indicator("collected")
    legal = run.indicator("legal_collection_rate")
    if not waste.values.size or not collected.values.size:
        return []
    shared = [dim for dim in waste.dims if dim in collected.dims and dim not in ("year", "layer")]
    places = [{shared[0]: str(item)} for item in waste.coords[shared[0]]] if shared else [{}]
    return [
        Category(
            next(iter(place.values()), ""),
            waste=over_years(waste, layer=layer, **place),
            collected=over_years(collected, layer=layer, **place),
            legal_rate=over_years(legal, layer=layer, **place),
        )
        for place in places
    ]


def cohorts(run: Run, layer: str) -> list[Cohorts]:
    """All stocks in use together, some years of entry to a band."""
    by_entry: dict[int, np.ndarray] = defaultdict(lambda: np.zeros(len(run.system.years)))
    for name in run.stocks_in_use:
        table = run.stock_by_cohort(name)
        if layer not in table.coords["layer"]:
            continue
        part = table.sel(layer=layer)
        part = part.sum(*(dim for dim in part.dims if dim not in ("year", "cohort")))
        for entry, values in zip(part.coords["cohort"], part.values.T, strict=True):
            by_entry[int(entry)] = by_entry[int(entry)] + values
    first, last = run.system.years[0], run.system.years[-1]
    bands = [(y, min(y + YEARS_TOGETHER - 1, last)) for y in range(first, last + 1, YEARS_TOGETHER)]
    if by_entry and min(by_entry) < first:
        bands.insert(0, (min(by_entry), first - 1))
    return [
        Cohorts(start, end, np.sum([by_entry[y] for y in range(start, end + 1)], axis=0))
        for start, end in bands
    ]


def layers_in_use(run: Run) -> list[ThroughUse]:
    """Of the layers that anything in use is counted in."""
    read = [
        ThroughUse(one.name, one.unit, **through_use(run, one.name)) for one in run.system.layers
    ]
    return [one for one in read if np.any(one.inflow) or np.any(one.stock)]


def metal(run: Run, name: str) -> Metal:
    def supply(indicator: str) -> np.ndarray:
        values = over_years(run.indicator(indicator), layer=name)
        return values if values.size else np.zeros(len(run.system.years))

    recovered, of_missing_ore = supply("recovered"), missing_ore(run, name)
    return Metal(
        name,
        mined=supply("mined"),
        demand=supply("demand"),
        primary=supply("primary_supply") - of_missing_ore,
        missing=missing_metal(run, name) + of_missing_ore,
        new_scrap=supply("secondary_supply") - recovered,
        old_scrap=recovered,
    )


def ends(run: Run, language: str) -> dict[str, str]:
    """What the ends of flows are called: processes, and what a network adds to the drawing."""
    added = {name: word("end", name, language) for name in dict.fromkeys(sum(run.flows, ()))}
    return added | {one.name: one.title[language] or one.name for one in run.system.processes}


def links(run: Run, material: str, year: int) -> list[Link]:
    step = run.system.years.index(year)
    amounts = {ends: float(over_years(run.flow(*ends), layer=material)[step]) for ends in run.flows}
    return [Link(*ends, amount) for ends, amount in amounts.items() if amount > 0]


def published(run: Run) -> list[Published]:
    """Observations of the same name, quantity and place are one series."""
    series: dict[tuple, list[dict[str, Any]]] = defaultdict(list)
    for row in run.observations():
        if row["year"] in run.system.years:
            series[row["name"], *quantity_of(row)].append(row)
    return [one_series(run, rows) for rows in series.values()]


def quantity_of(row: dict[str, Any]) -> tuple:
    place = {
        dim: item
        for dim, item in row.items()
        if dim not in OF_OBSERVATION | {"note"} and item is not None
    }
    return row["quantity"], row["layer"], *sorted(place.items())


def one_series(run: Run, rows: list[dict[str, Any]]) -> Published:
    rows = sorted(rows, key=lambda row: row["year"])
    quantity, layer, *place = quantity_of(rows[0])
    kind, _, process = quantity.partition(" ")
    table = getattr(run, kind)(*process.split(" -> "))
    return Published(
        rows[0]["name"],
        quantity=str((quantity, layer, *place)),
        unit=next(one.unit for one in run.system.layers if one.name == layer),
        per_year=kind != "stock",
        source=rows[0]["source"],
        years=[row["year"] for row in rows],
        published=[row["published"] for row in rows],
        model=[row["model"] for row in rows],
        course=over_years(table, layer=layer, **dict(place)),
    )


def evidence(run: Run) -> dict[str, tuple[int, int, int]]:
    """For all figures, under the empty name, and for those of each layer that is balanced."""
    counts = {}
    for layer in ("", *(one.name for one in run.system.layers if one.conserved)):
        count = run.system.evidence(layer)
        counts[layer] = (count.verified, count.derived, count.assumption)
    return counts


def assumed(run: Run) -> list[Assumed]:
    keys = ("parameter", "evidence", "source", "note")
    counts = Counter(tuple(row[key] for key in keys) for row in run.system.rows())
    return [
        Assumed(parameter, count, evidence, source, note)
        for (parameter, evidence, source, note), count in counts.items()
    ]


def sources(run: Run) -> list[Source]:
    """Of the numbers in force, of the published figures and of the targets."""
    named = {*run.system.rows()["source"], *run.observations()["source"]}
    named |= {target.source for target in collection_targets(run)}
    return [
        Source(one.key, one.text, one.licence, one.link)
        for one in run.system.citations
        if one.key in named
    ]


def facts(run: Run) -> Facts:
    return Facts(
        version=__version__,
        digest=run.system.digest,
        worst_balance=run.balance.residual,
        worst_where=run.balance.where,
        entries={one.name: one.entry for one in run.system.lifetimes},
    )
