"""Legal targets, from the tables of law that the package carries."""

import csv
from collections.abc import Collection
from importlib import resources

from critflow.report.reading import Target


def collection_targets(categories: Collection[str]) -> list[Target]:
    """Those for these categories of waste."""
    law = resources.files("critflow").joinpath("library", "law")
    tables = sorted(law.iterdir(), key=lambda one: one.name) if law.is_dir() else []
    return [
        target
        for table in tables
        for target in read(table.read_text(encoding="utf-8"))
        if target.category in categories
    ]


def read(text: str) -> list[Target]:
    return [
        Target(row["category"], int(row["year"]), float(row["value"]), row["source"], row["note"])
        for row in csv.DictReader(text.splitlines(), strict=True)
        if row["target"] == "collection"
    ]
