"""Names that are asked for."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)


def each(names: Iterable[Name]) -> list[Name]:
    """Each once, in their order; one text alone is that name and not its letters."""
    return list(dict.fromkeys([names] if isinstance(names, str) else names))
