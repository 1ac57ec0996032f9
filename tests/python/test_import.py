"""`import critflow` brings what a run needs; the rest comes when it is asked for."""

import subprocess
import sys

import critflow as cf
import pytest

NOT_NEEDED_BY_A_RUN = {
    *("matplotlib", "pandas", "polars", "pyarrow", "xarray"),
    *("concurrent.futures", "csv", "hashlib", "importlib.metadata", "importlib.resources", "json"),
    *("logging", "tempfile", "tomllib"),
    *("critflow.comparison", "critflow.messages", "critflow.report", "critflow.study"),
}


def test_a_run_pays_for_nothing_it_does_not_use():
    script = (
        "import sys, numpy; before = set(sys.modules); import critflow;"
        "print(*sorted(set(sys.modules) - before))"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    brought = set(told.stdout.split())
    assert "critflow.run" in brought
    assert not NOT_NEEDED_BY_A_RUN & brought


def test_every_public_name_is_there_when_it_is_asked_for():
    assert all(getattr(cf, name) is not None for name in cf.__all__)
    assert dir(cf) == sorted(cf.__all__)
    from critflow import Study, compare

    assert (cf.Study, cf.compare) == (Study, compare)


def test_a_name_that_is_not_there_is_named():
    with pytest.raises(AttributeError, match="module 'critflow' has no attribute 'comparison_of'"):
        cf.comparison_of  # noqa: B018
