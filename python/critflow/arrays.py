"""Numbers given as anything NumPy makes an array of."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from critflow.faults import shown, wrong


def as_numbers(values: ArrayLike, where: str) -> NDArray[np.float64]:
    try:
        return np.asarray(values, np.float64)
    except (TypeError, ValueError):
        raise wrong(where, "not numbers", shown(values), "be numbers") from None


def as_series(values: ArrayLike, where: str) -> NDArray[np.float64]:
    return _with_dimensions(values, 1, where)


def as_grid(values: ArrayLike, where: str) -> NDArray[np.float64]:
    return _with_dimensions(values, 2, where)


def _with_dimensions(values: ArrayLike, dimensions: int, where: str) -> NDArray[np.float64]:
    array = as_numbers(values, where)
    if array.ndim != dimensions:
        rule = "have one dimension: years" if dimensions == 1 else "have two: years, then series"
        raise wrong(where, "another shape", array.shape, rule)
    return np.ascontiguousarray(array)
