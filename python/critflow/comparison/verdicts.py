"""How each option stands to the law, and when it first does what is asked."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from critflow.comparison.option import WHO
from critflow.records import Records

if TYPE_CHECKING:
    from critflow.comparison.compare import Comparison
    from critflow.comparison.option import Option

OF_CHECK = (
    *("key", "group", "instrument", "article", "indicator", "category", "stream", "material"),
    *("year", "value", "part", "whole", "threshold", "comparison", "unit", "status"),
)
OF_LAW = ("legal_status", "law_version", "method", "evidence", "reason", "source")
ADDED = ("gap_points", "gap_tonnes", "first_year_met", "stays_met")
COLUMNS = (*WHO, *OF_CHECK, *ADDED, *OF_LAW)


def verdicts(comparison: "Comparison") -> Records:
    """See `Comparison.targets`."""
    rows = (row for option in comparison.options for row in _rows(comparison, option))
    return Records.of_rows("targets", COLUMNS, rows)


def _rows(comparison: "Comparison", option: "Option") -> Iterator[dict[str, Any]]:
    if option.run.system.law is None:
        return
    years, met = {None, *comparison.years}, first_met(option.checks)
    for check in option.checks:
        if check["year"] in years:
            first, stays = met.get(check["key"], (None, None))
            told = {"gap_points": gap_points(check), "first_year_met": first, "stays_met": stays}
            yield option.who | check | told


def gap_points(check: dict[str, Any]) -> float | None:
    """What is missing to the threshold in percentage points; zero where it is met."""
    if check["value"] is None or check["threshold"] is None:
        return None
    missing = check["threshold"] - check["value"]
    return 100 * max(0.0, -missing if check["comparison"] == "at most" else missing)


def first_met(checks: Records) -> dict[str, tuple[int, bool]]:
    """By rule, the first year in which it is met, and whether it is in all that follow."""
    met: dict[str, tuple[int, bool]] = {}
    for key, year, status in zip(checks["key"], checks["year"], checks["status"], strict=True):
        if status == "met":
            met.setdefault(key, (year, True))
        elif status == "not met" and key in met:
            met[key] = (met[key][0], False)
    return met
