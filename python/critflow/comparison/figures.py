"""The figures of a run that options are compared by, by material and stage."""

import tomllib
from collections.abc import Iterator

import numpy as np

from critflow.comparison.series import Series
from critflow.run import Run
from critflow.table import Table

AMOUNTS = (
    "demand",
    "primary_demand",
    "primary_supply",
    "secondary_supply",
    "recovered",
    "mined",
    "inflow",
    "outflow",
    "waste_generated",
    "collected",
    "mixed_waste",
    "used_exports",
    "apparent_consumption",
    "embodied_net_imports",
    "government_inflow",
)
STOCKS = ("stock", "hoarded_stock", "government_stock")
RATES = {  # and the masses that each is a share of: they are summed first
    "collection_rate": ("waste_generated",),
    "end_of_life_recycling_rate": ("outflow",),
    "recycled_content": ("demand",),
    "recycling_input_rate": ("primary_supply", "secondary_supply"),
    "end_of_life_input_rate": ("primary_supply", "recovered"),
    "old_scrap_ratio": ("secondary_supply",),
    "import_dependence": ("apparent_consumption",),
}
STATES = (  # have no sum over years
    *("single_country_share", "herfindahl", "stock_days", "third_country_ownership"),
)
HELD = "strategic_stock"  # what is in the stockpiles at the end of a year
READ = (*AMOUNTS, *STOCKS, *RATES, *STATES)

ASKED, AVOIDED = "primary_demand", "primary_avoided"  # the second against a reference
WON = "secondary_supply"

Key = tuple[str, str, str]  # indicator, material, stage; the stage empty where there is none


def figures(run: Run) -> dict[Key, Series]:
    """Each figure that the system has."""
    tables = {name: run.indicator(name) for name in READ}
    found: dict[Key, Series] = {}
    for material in run.system.materials:
        here = {
            name: table.sel(layer=material)
            for name, table in tables.items()
            if material in table.coords.get("layer", ())
        }
        for name, table in here.items():
            for stage, part in _by_stage(table):
                wholes = [here[one] for one in RATES.get(name, ()) if one in here]
                found[name, material, stage] = _series(
                    name, part, [one.sel(stage=stage) if stage else one for one in wholes]
                )
    return found | (_held(run) if "layer" in tables["stock_days"].coords else {})


def _held(run: Run) -> dict[Key, Series]:
    """All stockpiles of a system together."""
    tables = [run.stock(name) for name in _stockpiles(run)]
    return {
        (HELD, material, ""): Series(
            "t", np.sum([_by_year(one.sel(layer=material)) for one in tables], axis=0), flows=False
        )
        for material in run.system.materials
        if all(material in one.coords["layer"] for one in tables)
    }


def _stockpiles(run: Run) -> list[str]:
    told = tomllib.loads(run.system._folder.files["system.toml"])
    return [name for name, one in told["process"].items() if one["kind"] == "stockpile"]


def _by_stage(table: Table) -> Iterator[tuple[str, Table]]:
    if "stage" not in table.dims:
        yield "", table
        return
    for stage in map(str, table.coords["stage"]):
        yield stage, table.sel(stage=stage)


def _series(name: str, table: Table, wholes: list[Table]) -> Series:
    if name in RATES:
        return _rate(table, wholes)
    if name in STATES:
        return Series(table.units[0], table.values, absent=table.absent, flows=False)
    return Series(table.units[0], _by_year(table), flows=name not in STOCKS)


def _by_year(table: Table) -> np.ndarray:
    return table.sum(*table.dims[1:]).values


def _rate(share: Table, wholes: list[Table]) -> Series:
    """The masses behind a share, summed over all that it tells apart."""
    whole = np.zeros(share.shape)
    for one in wholes:
        whole = whole + one.sum(*(dim for dim in one.dims if dim not in share.dims)).values
    part = share.values * whole  # where the share is absent, so is the whole
    others = tuple(range(1, len(share.dims)))
    return Series("1", part.sum(others), whole.sum(others))
