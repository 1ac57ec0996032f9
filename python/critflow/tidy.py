"""Tidy Arrow tables: one row a number, one column a dimension."""

from collections.abc import Iterable, Sequence

import numpy as np
import pyarrow as pa

from critflow.table import OF_YEARS, Item, Table

TEXT = pa.dictionary(pa.int32(), pa.string())


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
    columns = {name: constant(text, rows) for name, text in (first or {}).items()}
    for dim in table.dims if dims is None else dims:
        columns[dim] = _items(table, dim) if dim in table.dims else _nothing(dim, rows)
    mask = None if table.absent is None else np.ravel(table.absent)
    columns["value"] = pa.array(np.ravel(table.values), mask=mask)
    columns["unit"] = _units(table)
    return pa.table(columns)


def text_column(texts: Iterable[str | None]) -> pa.Array:
    """Texts, each written once."""
    return pa.array(texts, pa.string()).dictionary_encode()


def constant(text: str, rows: int) -> pa.Array:
    """The same text in every row."""
    return pa.DictionaryArray.from_arrays(np.zeros(rows, np.int32), pa.array([text], pa.string()))


def _nothing(dim: str, rows: int) -> pa.Array:
    return pa.nulls(rows, pa.int32() if dim in OF_YEARS else TEXT)


def _places(table: Table, dim: str) -> np.ndarray:
    """For each number its place in a dimension."""
    axis = table.dims.index(dim)
    along = np.arange(table.shape[axis], dtype=np.int32)
    shape = [-1 if i == axis else 1 for i in range(len(table.dims))]
    return np.ravel(np.broadcast_to(along.reshape(shape), table.shape))


def _items(table: Table, dim: str) -> pa.Array:
    items: tuple[Item, ...] = table.coords[dim]
    places = _places(table, dim)
    if dim in OF_YEARS:
        return pa.array(np.array(items, np.int32)[places])
    return pa.DictionaryArray.from_arrays(places, pa.array(items, pa.string()))


def _units(table: Table) -> pa.Array:
    if len(table.units) == 1:
        return constant(table.units[0], table.values.size)
    kinds = list(dict.fromkeys(table.units))
    of_layer = np.array([kinds.index(unit) for unit in table.units], np.int32)
    places = _places(table, "layer") if "layer" in table.dims else np.zeros(1, np.int32)
    return pa.DictionaryArray.from_arrays(of_layer[places], pa.array(kinds, pa.string()))
