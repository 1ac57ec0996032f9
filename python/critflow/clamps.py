"""Which bounds hold, where and when, and how far the others are from it."""

from typing import TYPE_CHECKING, Any

from critflow.records import Records

if TYPE_CHECKING:
    from critflow.run import Run

FIRST = ("name", "process")
LAST = ("layer", "year", "state", "value", "bound", "distance", "unit")


def clamps(run: "Run") -> Records:
    """One row for each clamp and year; see `Run.clamps`."""
    rows = run._core.clamps()
    dims = dict.fromkeys(dim for row in rows for dim in row.place)
    columns: dict[str, list[Any]] = {name: [getattr(row, name) for row in rows] for name in FIRST}
    for dim in dims:
        columns[dim] = [row.place.get(dim) for row in rows]
    columns.update({name: [getattr(row, name) for row in rows] for name in LAST})
    return Records("clamps", columns)


def capacities(run: "Run") -> Records:
    """One row for each gate or queue, place and year; see `Run.capacities`."""
    told = clamps(run)
    dims = [name for name in told.columns if name not in (*FIRST, *LAST)]
    rows = [row for row in told if row["name"] == "capacity"]
    columns: dict[str, list[Any]] = {
        name: [row[name] for row in rows] for name in ("process", *dims, "layer", "year")
    }
    columns["capacity"] = [row["bound"] for row in rows]
    columns["throughput"] = [row["value"] for row in rows]
    columns["unit"] = [row["unit"] for row in rows]
    columns["used"] = [row["value"] / row["bound"] if row["bound"] else None for row in rows]
    columns["binds"] = [row["state"] == "at high" and row["distance"] > 0 for row in rows]
    return Records("capacities", columns)
