"""How each option stands to the law, and when it first does what is asked."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
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
    years = {None, *comparison.years}
    by_rule: dict[str, dict[int, str]] = defaultdict(dict)
    for check in option.checks:
        by_rule[check["key"]][check["year"]] = check["status"]
    for check in option.checks:
        if check["year"] in years:
            first, stays = first_met(by_rule[check["key"]])
            told = {"gap_points": gap_points(check), "first_year_met": first, "stays_met": stays}
            yield option.who | check | told


def gap_points(check: dict[str, Any]) -> float | None:
    """What is missing to the threshold in percentage points; zero where it is met."""
    if check["value"] is None or check["threshold"] is None:
        return None
    missing = check["threshold"] - check["value"]
    return 100 * max(0.0, -missing if check["comparison"] == "at most" else missing)


def first_met(statuses: Mapping[int, str]) -> tuple[int | None, bool | None]:
    """The first year in which a rule is met, and whether it is in all that follow; from its status
    by year, in their order. Nothing where it never is."""
    met = [year for year, status in statuses.items() if status == "met"]
    if not met:
        return None, None
    return met[0], all(status != "not met" for year, status in statuses.items() if year > met[0])
