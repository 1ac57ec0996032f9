"""What the law asks, and how a run stands to it."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from critflow import _core
from critflow.data_sets import library
from critflow.faults import Fault, InvalidValue
from critflow.names import names
from critflow.records import Records

if TYPE_CHECKING:
    from critflow.run import Run

OF_RULE = ("key", "group", "instrument", "article", "indicator", "category", "stream", "material")
OF_CHECK = (
    *("year", "value", "part", "whole", "threshold", "status", "gap_tonnes"),
    *("law_version", "method", "evidence", "reason"),
)
OF_STEP = ("comparison", "unit", "legal_status", "verification", "source", "note")


def law(version: str) -> Records:
    """Every dated step of a version of the law that the package carries.

        cf.law("eu-2026-08")

    Columns: key, group, instrument, article, indicator, category, stream, material, from, until,
    threshold, comparison, unit, legal_status, verification, source, note. Shares are shares of one.

    Raises
    ------
    InvalidValue
        Naming the nearest version where there is no such one.
    """
    steps = law_of(version).targets
    columns: dict[str, list[Any]] = {name: _texts(steps, name) for name in OF_RULE}
    columns["from"] = [one.from_ for one in steps]
    columns["until"] = [one.until for one in steps]
    columns["threshold"] = [one.threshold for one in steps]
    columns |= {name: _texts(steps, name) for name in OF_STEP}
    return Records("law", columns)


@cache
def law_of(version: str) -> _core.Law:
    """A version never changes, so it is read once."""
    return _core.read_law(version, library())


def rule_titles(version: str | None, language: str) -> dict[str, str]:
    """What each rule of a law is called, by key; nothing where no law is named."""
    steps = law_of(version).targets if version else []
    return {one.key: one.title[language] or one.key for one in steps}


def checked(
    run: "Run",
    version: str | None,
    include: str | Iterable[str],
    year_of_date: bool,
    year_after_end: bool,
    evidence: float,
    third_countries: str | Iterable[str],
    thresholds: Mapping[str, float],
) -> Records:
    """How a run stands to the law; see `Run.targets`."""
    columns = _core.check_targets(
        run._core,
        law_of(version or version_of(run)),
        names(include, "targets", "include"),
        not year_of_date,
        year_after_end,
        evidence,
        names(third_countries, "targets", "third_countries"),
        dict(thresholds),
    )
    return Records("targets", {name: columns[name] for name in (*OF_RULE, *OF_CHECK, *OF_STEP)})


def version_of(run: "Run") -> str:
    """The law that the system of a run names."""
    if run.system.law is not None:
        return run.system.law
    fault = Fault(
        where=f"{run.system.name}.law",
        what="no law named",
        value="",
        rule="be named in system.toml, or given",
    )
    raise InvalidValue([fault])


def _texts(rules: Iterable[_core.Target], name: str) -> list[str | None]:
    return [getattr(one, name) or None for one in rules]
