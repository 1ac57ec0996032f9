"""What the law asks, and how a run stands to it."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from critflow import _core
from critflow.faults import Fault, InvalidValue
from critflow.records import Records
from critflow.system import library

if TYPE_CHECKING:
    from critflow.run import Run

OF_RULE = ("key", "group", "instrument", "article", "indicator", "category", "stream", "material")
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
    steps = _core.read_law(version, library()).targets
    columns: dict[str, list[Any]] = {name: _texts(steps, name) for name in OF_RULE}
    columns["from"] = [one.from_ for one in steps]
    columns["until"] = [one.until for one in steps]
    columns["threshold"] = [one.threshold for one in steps]
    columns |= {name: _texts(steps, name) for name in OF_STEP}
    return Records("law", columns)


def checked(
    run: "Run",
    version: str | None,
    include: Iterable[str],
    year_of_date: bool,
    year_after_end: bool,
    evidence: float,
    third_countries: Iterable[str],
    thresholds: Mapping[str, float],
) -> Records:
    """How a run stands to the law; see `Run.targets`."""
    checks = _core.check_targets(
        run._core,
        _core.read_law(version or _version_of(run), library()),
        list(include),
        not year_of_date,
        year_after_end,
        evidence,
        list(third_countries),
        dict(thresholds),
    )
    rules = [one.target for one in checks]
    columns: dict[str, list[Any]] = {name: _texts(rules, name) for name in OF_RULE}
    for name in ("year", "value", "threshold", "status"):
        columns[name] = [getattr(one, name) for one in checks]
    columns["gap_tonnes"] = [one.gap for one in checks]
    columns["law_version"] = [one.law_version for one in checks]
    columns["method"] = [one.method for one in checks]
    columns["evidence"] = [_evidence(one.evidence) for one in checks]
    columns["reason"] = [one.reason or None for one in checks]
    columns |= {name: _texts(rules, name) for name in OF_STEP}
    return Records("targets", columns)


def _version_of(run: "Run") -> str:
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


def _evidence(count: _core.EvidenceCount) -> str:
    return f"{count.verified} verified, {count.derived} derived, {count.assumption} assumed"
