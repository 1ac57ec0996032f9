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
