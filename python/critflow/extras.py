"""Libraries that are not installed with critflow, imported where they are used."""

from importlib import import_module
from types import ModuleType


def extra(library: str) -> ModuleType:
    """The library of that name, which is also its name on PyPI."""
    try:
        return import_module(library)
    except ModuleNotFoundError as missing:
        raise ModuleNotFoundError(
            f"{library} is not installed; pip install {library}", name=library
        ) from missing
