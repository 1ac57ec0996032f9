"""What a study leaves behind: bands, targets and failures as tables, and `study.json`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from critflow._core import version
from critflow.records import Records
from critflow.study_folder import FACTS, SETTINGS
from critflow.study_sensitivity import design_of

if TYPE_CHECKING:
    from critflow.study_result import StudyResult

QUANTILES = {"p05": 0.05, "p25": 0.25, "p50": 0.5, "p75": 0.75, "p95": 0.95}
OF_OPTION = ("scenario", "policy")


def write(study: "StudyResult", folder: Path, sensitivity: str | None) -> Path:
    """See `StudyResult.write`."""
    from critflow.results import write_table

    tables = [bands(study), targets(study), study.held, study.overruled, study.failures]
    tables += [sensitivities(study, sensitivity)] if sensitivity else []
    folder.mkdir(parents=True, exist_ok=True)
    for table in tables:
        write_table(table.to_arrow(), folder / table.name)
    (folder / FACTS).write_text(json.dumps(facts(study), indent=2) + "\n", encoding="utf-8")
    return folder


def facts(study: "StudyResult") -> dict[str, Any]:
    """What must be known to make this study again."""
    recipe = study.recipe
    return {
        "versions": {"critflow": version()},
        "system": recipe.options[0].name,
        "options": [
            {"scenario": one.scenario, "policy": one.policy, "digest": one.digest}
            for one in recipe.options
        ],
        **{name: getattr(recipe, name) for name in SETTINGS},
        "quantiles": "exact" if study.exact else "within 0.1 % of the number",
        "failed": study.failed,
    }


def bands(study: "StudyResult") -> Records:
    """Every number that is reported, under every option: its moments and quantiles."""
    cells, options = study.cells, study.options
    columns: dict[str, list[Any]] = {
        name: list(cells[name]) * len(options) for name in ("figure", "layer", "year")
    }
    for at, name in enumerate(OF_OPTION):
        columns[name] = [option[at] for option in options for _ in range(len(cells))]
    told = study._core.moments
    known = told["count"] > 0
    columns["draws"] = told["count"].astype(int).tolist()
    for name in ("mean", "sd", "least", "most"):
        columns[name] = _or_none(told[name], known)
    values = study._core.quantiles(list(range(len(known))), list(QUANTILES.values()))
    for at, name in enumerate(QUANTILES):
        columns[name] = _or_none(values[:, at], known)
    columns["unit"] = list(cells["unit"]) * len(options)
    return Records("bands", columns)


def targets(study: "StudyResult") -> Records:
    """Every rule in every year under every option, with the share of draws that meet it."""
    rows = (
        {"scenario": scenario, "policy": policy, **row}
        for scenario, policy in study.options
        for row in study.targets(option=(scenario, policy))
    )
    return Records.of_rows("targets", (*OF_OPTION, *study.targets().columns), rows)


def sensitivities(study: "StudyResult", design: str) -> Records:
    """Every number that is reported, under every option, and every row of uncertainty."""
    names = ("figure", "layer", "year", *OF_OPTION, "input", *design_of(design).columns, "unit")
    rows = (
        dict(zip(names, (*where, *words, *told, unit if design == "morris" else "1"), strict=True))
        for option, words in enumerate(study.options)
        for cell, (*where, unit) in enumerate(study.recipe.core.cells)
        for told in study._sensitivity.of(cell, option, design, None)
    )
    return Records.of_rows("sensitivity", names, rows)


def _or_none(values: np.ndarray, known: np.ndarray) -> list[float | None]:
    return [value if there else None for value, there in zip(values.tolist(), known, strict=True)]
