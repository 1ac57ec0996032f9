"""What the levers of the option shown add."""

from collections import defaultdict
from typing import TYPE_CHECKING

from critflow.messages import text
from critflow.report.comparison.reading import Contribution

if TYPE_CHECKING:
    from critflow.comparison import Comparison


def contributions(
    comparison: "Comparison", chosen: int, year: int, language: str
) -> dict[str, list[Contribution]]:
    """To what the option avoids, or wins, in the year, by material."""
    found: dict[str, list[Contribution]] = defaultdict(list)
    for row in comparison.contributions(option=comparison.options[chosen]):
        if row["period"] == str(year):
            title = row[f"title_{language}"] or row["lever"] or text("levers.else", language)
            numbers = (row[name] for name in ("share", "alone", "last", "standard_error"))
            found[row["material"]].append(Contribution(title, *numbers))
    return dict(found)
