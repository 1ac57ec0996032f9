"""Names that are asked for."""

from collections.abc import Iterable
from typing import Any


def each(names: Iterable[Any]) -> list[Any]:
    """Each once, in their order; one text alone is that name and not its letters."""
    return list(dict.fromkeys([names] if isinstance(names, str) else names))
