"""Tidy Arrow tables: one row a number, one column a dimension."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from critflow.columns import TEXT, names, numbers
from critflow.table import OF_YEARS, Table


def tidy(
    table: Table, dims: Sequence[str] | None = None, first: dict[str, str] | None = None
) -> pa.Table:
    """The numbers of a table, one a row.

    Parameters
    ----------
    dims : sequence of str, optional
        The columns to have; one that the table lacks stays empty. All of the table's by default.
    first : dict, optional
        Columns that hold the same text in every row.
    """
    rows = table.values.size
    everywhere = np.zeros(rows, np.int32)
    columns = {name: names(everywhere, [text]) for name, text in (first or {}).items()}
    for dim in table.dims if dims is None else dims:
        columns[dim] = _items(table, dim) if dim in table.dims else _nothing(dim, rows)
    columns["value"] = numbers(table.values, table.absent)
    columns["unit"] = _units(table)
    return pa.table(columns)


def _nothing(dim: str, rows: int) -> pa.Array:
    return pa.nulls(rows, pa.int32() if dim in OF_YEARS else TEXT)


def _places(table: Table, dim: str) -> NDArray[np.int32]:
    """For each number its place in a dimension."""
    axis = table.dims.index(dim)
    along = np.arange(table.shape[axis], dtype=np.int32)
    shape = [-1 if i == axis else 1 for i in range(len(table.dims))]
    return np.ravel(np.broadcast_to(along.reshape(shape), table.shape))


def _items(table: Table, dim: str) -> pa.Array:
    places, items = _places(table, dim), table.coords[dim]
    if dim in OF_YEARS:
        return numbers(np.array(items, np.int32)[places])
    return names(places, list(map(str, items)))


def _units(table: Table) -> pa.Array:
    if len(table.units) == 1:
        return names(np.zeros(table.values.size, np.int32), table.units)
    known = list(dict.fromkeys(table.units))
    of_layer = np.array([known.index(unit) for unit in table.units], np.int32)
    return names(of_layer[_places(table, "layer")], known)
