"""The levers of a policy: what it changes, how, from when, and what each stands for."""

from collections.abc import Iterable
from typing import Any

from critflow import _core
from critflow.data_sets import library
from critflow.records import Records

TEXTS = ("rescale", "r_step", "knob", "legal_status", "actor", "instrument", "pillar")
BY_ASSUMPTION = "by assumption: "  # how the effort of a lever begins that is solved for a target
OF_SOURCE = ("displacement", "source", "evidence", "note", "file")


def records(levers: Iterable[_core.Lever], years: list[int]) -> Records:
    """One row for each lever; see `System.levers`."""
    levers = list(levers)
    columns: dict[str, list[Any]] = {
        "name": [one.name for one in levers],
        "policy": [one.policy for one in levers],
        "title_en": [one.title["en"] or None for one in levers],
        "title_nl": [one.title["nl"] or None for one in levers],
        "catalogue": _texts(levers, "catalogue"),
        "changes": ["; ".join(one.changes) for one in levers],
        "rule": [one.rule for one in levers],
        "value": [_value(one) for one in levers],
        "low": [one.low for one in levers],
        "high": [one.high for one in levers],
        "unit": [one.unit for one in levers],
        "shape": [one.shape for one in levers],
        "first_year": [one.first_year(years) for one in levers],
        "applies_to": [one.applies_to for one in levers],
    }
    columns |= {name: _texts(levers, name) for name in (*TEXTS, *OF_SOURCE)}
    columns["reach"] = [one.goal and one.goal.figure for one in levers]
    columns["effort"] = [one.goal and _effort(one.goal) for one in levers]
    columns["reached"] = [one.goal and _reached(one.goal) for one in levers]
    columns["row"] = [one.row for one in levers]
    return Records("levers", columns)


def levers_catalogue() -> Records:
    """The kinds of levers that the package knows, with suggestions for their numbers.

    Columns as in `levers/levers.csv` of the library: id, title_en, title_nl, r_step, knob, changes,
    applies_to, rule, shape, low, central, high, unit, evidence, source, needs_displacement,
    interactions, note.
    """
    entries = _core.lever_catalogue(library())
    names = [name for name in vars(_core.CatalogueLever) if not name.startswith("_")]
    return Records("levers", {name: [getattr(one, name) for one in entries] for name in names})


def _value(lever: _core.Lever) -> str:
    if not isinstance(lever.value, dict):
        return f"{lever.value:.10g}"
    return ", ".join(f"{year}: {value:.10g}" for year, value in lever.value.items())


def _effort(goal: _core.Goal) -> str:
    return BY_ASSUMPTION + ", ".join(f"{one.year}: {one.effort:.4g}" for one in goal.solved)


def _reached(goal: _core.Goal) -> str:
    failed = [one for one in goal.solved if one.best is not None or one.reason]
    told = (f"{one.year}: {one.reason or f'best possible {one.best:.4g}'}" for one in failed)
    return "no, " + ", ".join(told) if failed else "yes"


def _texts(levers: Iterable[_core.Lever], name: str) -> list[str | None]:
    return [getattr(one, name) or None for one in levers]
