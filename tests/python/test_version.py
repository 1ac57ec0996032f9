"""The version has one home, and everybody reads it from there."""

from importlib.metadata import version

import critflow


def test_package_and_core_bear_the_same_version():
    assert critflow.__version__ == version("critflow")
