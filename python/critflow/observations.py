"""Published figures beside what the model says."""

from typing import TYPE_CHECKING, Any

from critflow import _core
from critflow.records import Records

if TYPE_CHECKING:
    from critflow.run import Run


def compared(run: "Run") -> Records:
    """Every observation of the run's system with the model's figure; see `Run.observations`."""
    observations = run.system._core.observations
    dims = dict.fromkeys(dim for one in observations for dim in one.place)
    columns: dict[str, list[Any]] = {
        "name": [one.name for one in observations],
        "quantity": [_quantity(one) for one in observations],
        "layer": [one.layer for one in observations],
    }
    for dim in dims:
        columns[dim] = [one.place.get(dim) for one in observations]
    columns["year"] = [one.year for one in observations]
    columns["published"] = [one.value for one in observations]
    columns["model"] = [_core.modelled(run._core, one) for one in observations]
    for name in ("unit", "source", "note"):
        columns[name] = [getattr(one, name) for one in observations]
    return Records("observations", columns)


def _quantity(one: _core.Observation) -> str:
    if one.quantity == "flow":
        return f"flow {one.process} -> {one.to}"
    return f"{one.quantity} {one.process}"
