"""Arrow columns without a detour through pandas."""

import subprocess
import sys

import numpy as np
import pytest
from critflow.columns import cells, names, numbers


@pytest.mark.parametrize(
    "values",
    [
        ["a", None, "bé", "a", ""],
        [1.5, None, -2.0],
        [1, 2, None],
        [True, None, False],
        [None, None],
        [],
    ],
)
def test_cells_come_back_as_they_were_given(values):
    assert cells(values).to_pylist() == values


def test_numbers_are_not_copied():
    values = np.arange(6.0).reshape(2, 3)
    assert numbers(values).buffers()[1].address == values.ctypes.data
    assert numbers(values.T).to_pylist() == [0, 3, 1, 4, 2, 5]
    assert numbers(values, values > 4).to_pylist() == [0, 1, 2, 3, 4, None]


def test_a_name_is_stored_once():
    column = names(np.array([1, 0, 1], np.int32), ["x", "y"])
    assert column.to_pylist() == ["y", "x", "y"]
    assert column.dictionary.to_pylist() == ["x", "y"]


def test_results_are_written_without_pandas(tmp_path):
    script = (
        "import sys, critflow as cf; from critflow.new_system import FIRST_SYSTEM;"
        f"cf.simulate(cf.load(FIRST_SYSTEM)).write({str(tmp_path / 'out')!r});"
        "print({'pandas', 'pyarrow.compute'} & set(sys.modules))"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert told.stdout == "set()\n"
