"""Libraries that are not there are named with the extra that brings them."""

import sys

import pytest


def test_a_missing_library_is_named_with_its_extra(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "xarray", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install critflow\[xarray\]"):
        run.stock("use").to_xarray()
