"""What producers and member states report of batteries: the contents, not the layout.

After Implementing Regulation (EU) 2025/2289, whose forms were not read cell by cell.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from critflow.records import Records
from critflow.table import Table, from_figures

if TYPE_CHECKING:
    from critflow.run import Run

LAYOUT = "layout unverified"
GOODS = "battery mass"
CATEGORIES = ("portable", "LMT", "SLI", "EV", "industrial")
BY_ROLE = {  # what is reported, and the role of its flows
    "placed on the market": "placed",
    "waste generated": "waste",
    "collected": "collected",
    "exported used": "used_export",
    "into recycling": "recycling_input",
}
RATES = {  # what is reported, and the indicator of its rule
    "collection rate": "legal_collection_rate",
    "recycling efficiency": "recycling_efficiency",
    "recovery of material": "recovery_of_material",
}
ONE_DECIMAL = "collection rate"  # notes 4 and 7 of its Annex I
REUSED, REUSE = "prepared for re-use or repurposing", "second-use"
COLUMNS = ("table", "category", "chemistry", "material", "year", "value", "unit", "note", "layout")


def reported(run: "Run") -> bool:
    """Whether the system tells what is reported: batteries by legal category, under a law."""
    told = set(CATEGORIES) & set(run.system.dimensions.get("category", ()))
    goods = any(layer.name == GOODS for layer in run.system.layers)
    return bool(told) and goods and run.system.law is not None


def battery_report(run: "Run") -> Records:
    """See `Run.battery_report`."""
    rows = (row | {"layout": LAYOUT} for row in (*_masses(run), *_rates(run)))
    return Records.of_rows("battery_report", COLUMNS, rows)


def _masses(run: "Run") -> Iterator[dict[str, Any]]:
    for table, role in BY_ROLE.items():
        flows = [from_figures(one) for one in run._core.flows_by_role(role)]
        yield from _by_category(run, table, flows)
    reused = [
        run.flow(*ends)
        for ends in run.flows
        if REUSE in run.flow(*ends).dims and "category" in run.flow(*ends).dims
    ]
    yield from _by_category(run, REUSED, reused)


def _by_category(run: "Run", table: str, flows: list[Table]) -> Iterator[dict[str, Any]]:
    told = [one for one in flows if GOODS in one.coords["layer"] and "category" in one.dims]
    if not told:
        yield {"table": table, "note": "no flow of the system tells it by category"}
        return
    sums: dict[tuple[str, str | None], Any] = {}
    for flow in told:
        part = flow.sel(layer=GOODS)
        chemistries = part.coords.get("chemistry", (None,))
        kept = ("year", "category", "chemistry")
        part = part.sum(*(dim for dim in part.dims if dim not in kept))
        for category in part.coords["category"]:
            for chemistry in chemistries:
                here = part.sel(category=category)
                here = here if chemistry is None else here.sel(chemistry=chemistry)
                key = (str(category), None if chemistry is None else str(chemistry))
                sums[key] = sums.get(key, 0.0) + here.values
    for (category, chemistry), values in sums.items():
        for year, value in zip(run.system.years, values, strict=True):
            row = {"table": table, "category": category, "chemistry": chemistry, "year": year}
            yield {**row, "value": float(value), "unit": "t/a"}


def _rates(run: "Run") -> Iterator[dict[str, Any]]:
    """As the law measures them."""
    checks = [] if run.system.law is None else list(run.targets())
    for table, indicator in RATES.items():
        found = [check for check in checks if check["indicator"] == indicator]
        if not found:
            yield {"table": table, "note": "no rule of the law that concerns the system"}
        for check in found:
            where = {name: check[name] for name in ("category", "material", "year")}
            row = {"table": table, **where, "chemistry": check["stream"], "note": check["reason"]}
            yield {**row, "value": _per_cent(table, check["value"]), "unit": "%"}


def _per_cent(table: str, value: float | None) -> float | None:
    if value is None:
        return None
    return round(100 * value, 1) if table == ONE_DECIMAL else 100 * value
