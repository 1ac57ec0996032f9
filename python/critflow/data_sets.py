"""The library of data sets: law, levers, factors and contents."""

from pathlib import Path

from critflow import _core


def library() -> _core.Library:
    """The data sets that were installed with the package, else those of the source tree."""
    installed = Path(__file__).parent / "library"
    return _core.Library([installed]) if installed.is_dir() else _core.Library.of_package()
