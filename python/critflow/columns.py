"""Arrow columns, made of their bytes.

``pyarrow.array`` would do as well, but first asks whether it was given something of pandas, and
importing pandas to find out takes a third of a second.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

TEXT = pa.dictionary(pa.int32(), pa.string())


def numbers(values: NDArray[Any], absent: NDArray[np.bool_] | None = None) -> pa.Array:
    """Numbers, without a copy; null where they are absent."""
    values = np.ascontiguousarray(values).ravel()
    present = None if absent is None else _bits(~np.ravel(absent))
    kind = pa.from_numpy_dtype(values.dtype)
    return pa.Array.from_buffers(kind, len(values), [present, pa.py_buffer(values)])


def names(
    places: NDArray[np.int32], known: Sequence[str], absent: NDArray[np.bool_] | None = None
) -> pa.Array:
    """For each row the place of its name among those known: a name is stored once."""
    return pa.DictionaryArray.from_arrays(numbers(places, absent), texts(known))


def cells(values: Sequence[Any]) -> pa.Array:
    """Texts, numbers or flags, one a row; null where there is None."""
    given = [value for value in values if value is not None]
    absent = np.array([value is None for value in values], np.bool_)
    if all(isinstance(value, str) for value in given):
        known = {name: place for place, name in enumerate(dict.fromkeys(given))}
        places = np.array([known.get(value, 0) for value in values], np.int32)
        return names(places, list(known), absent)
    if all(isinstance(value, bool) for value in given):
        flags = np.array([bool(value) for value in values])
        buffers = [_bits(~absent), _bits(flags)]
        return pa.Array.from_buffers(pa.bool_(), len(values), buffers)
    return numbers(np.array([0 if value is None else value for value in values]), absent)


def texts(cells: Sequence[str]) -> pa.Array:
    """Texts, one a row."""
    coded = [cell.encode() for cell in cells]
    ends = np.cumsum([0, *map(len, coded)], dtype=np.int32)
    buffers = [None, pa.py_buffer(ends), pa.py_buffer(b"".join(coded))]
    return pa.Array.from_buffers(pa.string(), len(coded), buffers)


def _bits(flags: NDArray[np.bool_]) -> pa.Buffer:
    return pa.py_buffer(np.packbits(flags, bitorder="little"))
