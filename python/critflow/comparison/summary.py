"""The short table of a comparison that a terminal shows."""

from collections import Counter
from typing import TYPE_CHECKING

from critflow.messages import text, word
from critflow.numbers import Numbers
from critflow.summary import laid_out
from critflow.titles import letter, lettered, titled

if TYPE_CHECKING:
    from critflow.comparison.compare import Comparison
    from critflow.comparison.option import Option


def summary(comparison: "Comparison", language: str) -> str:
    """What each option avoids of primary demand, or wins of secondary metal where the system asks
    for no primary one, and how many rules of the law it meets. Options go by the letters that the
    page has."""
    system, periods = comparison.system, comparison.periods
    rows = [["", *(str(one) if one.single else f"{one} [t]" for one in periods)]]
    unit = text("terminal.per_year", language)
    for material in system.materials:
        rows.append([f"{word('layer', material, language)} [{unit}]"])
        rows += [
            [f"  {letter(at)}", *_changes(comparison, option, material, language)]
            for at, option in enumerate(comparison.options)
            if option is not comparison.reference_of(option)
        ]
    key = f"compare.heading.{comparison.main_figure}"
    reference = titled("policy", system.policies, comparison.reference, language)
    heading = text(key, language, reference=reference)
    options = [lettered(at, option.title(language)) for at, option in enumerate(comparison.options)]
    law = [_law(comparison, at, language) for at in range(len(options))]
    head = [system.title[language] or system.name, heading, "", *options]
    return "\n".join([*head, "", *laid_out(rows), "", *filter(None, law)]).rstrip()


def _changes(comparison: "Comparison", option: "Option", material: str, language: str) -> list[str]:
    numbers = Numbers(language)
    place = (option.name, comparison.main_figure, material)
    changes = {
        row["period"]: row["change"]
        for row in comparison.matrix()
        if (row["option"], row["indicator"], row["material"]) == place
    }
    told = [changes.get(str(period)) for period in comparison.periods]
    return ["-" if change is None else numbers.plain(change) for change in told]


def _law(comparison: "Comparison", at: int, language: str) -> str:
    name = comparison.options[at].name
    checks = [row for row in comparison.targets() if row["option"] == name]
    year = max((row["year"] for row in checks if row["year"]), default=None)
    if year is None:
        return ""
    told = Counter(row["status"] for row in checks if row["year"] == year)
    counts = {"met": told["met"], "missed": told["not met"]}
    return text("compare.law", language, option=letter(at), year=year, **counts)
