"""One table of messages for terminal, report and pictures, in English and Dutch.

The texts stand in ``messages.csv`` (key, en, nl) with placeholders as :meth:`str.format` has them.
"""

import csv
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "nl")


@cache
def table() -> dict[str, dict[str, str]]:
    """All messages: language -> text, by key."""
    with (Path(__file__).parent / "messages.csv").open(encoding="utf-8") as file:
        return {row.pop("key"): row for row in csv.DictReader(file, strict=True)}


def text(key: str, language: str, /, **values: object) -> str:
    """The message of that key with its placeholders filled.

    Raises ValueError where the language is none of ours, KeyError where the key is not.
    """
    if language not in LANGUAGES:
        raise ValueError(f"language: unknown: {language!r}, must be one of {', '.join(LANGUAGES)}")
    return table()[key][language].format(**values)


def word(kind: str, name: str, language: str, /) -> str:
    """What a reader calls a layer, a product ...: the message `kind.name`, else the name itself."""
    key = f"{kind}.{name}"
    return text(key, language) if key in table() else name
