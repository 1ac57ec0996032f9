"""Libraries that are not there are named with the extra that brings them."""

import sys

import pytest


def test_a_missing_library_is_named_with_how_to_get_it(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "xarray", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install xarray"):
        run.stock("use").to_xarray()
