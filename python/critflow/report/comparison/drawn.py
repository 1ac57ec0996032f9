"""What a study of many draws adds to the options of a comparison."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from critflow.report.comparison.reading import Band, Drawn, Driver, Settled, Told

if TYPE_CHECKING:
    from critflow.comparison import Comparison, Option
    from critflow.study_result import StudyResult

FIGURE = "primary_supply"  # by which options are called better: less is
ENDS = (0.05, 0.95)
SAMPLES = 128  # for each row of what is uncertain


def with_draws(told: Told, study: "StudyResult", option: "Option") -> Told:
    """With how often each rule is met, and between which values it lies."""
    of = (option.scenario, option.policy)
    chances: dict[str, dict[int, float]] = {}
    for row in study.targets(option=of):
        if row["probability"] is not None:
            chances.setdefault(row["target"], {})[row["year"]] = row["probability"]
    rules = {
        key: replace(rule, chances=chances[key], band=band_of(study, of, rule.key))
        if key in chances
        else rule
        for key, rule in told.rules.items()
    }
    return replace(told, rules=rules)


def band_of(
    study: "StudyResult", option: tuple[str, str], figure: str, material: str | None = None
) -> Band:
    """In the years in which every draw has a value."""
    table = study.band(figure, layer=material, option=option, quantiles=ENDS)
    years = [int(year) for year in table.coords["year"]]
    absent = np.zeros(table.shape, bool) if table.absent is None else table.absent
    known = np.flatnonzero(~absent.any(1)).tolist()
    low, high = ([float(table.values[step, end]) for step in known] for end in (0, 1))
    return Band([years[step] for step in known], low, high)


def drawn(
    comparison: "Comparison", chosen: int, study: "StudyResult", year: int, language: str
) -> Drawn:
    """Each option against each other of the same scenario, what drives the one shown, and what
    each leaves nothing of."""
    pairs = [(one.scenario, one.policy) for one in comparison.options]
    materials = comparison.system.materials
    better = {
        (material, one, other): study.beats(
            pairs[one], pairs[other], FIGURE, year=year, layer=material, less=True
        )
        for material in materials
        for one in range(len(pairs))
        for other in range(len(pairs))
        if one != other and pairs[one][0] == pairs[other][0]
    }
    drivers = {name: drivers_of(study, pairs[chosen], name, year) for name in materials}
    primary = primary_metal(comparison, study)
    settled = [
        row for at in range(len(pairs)) for row in settled_by(comparison, at, study, language)
    ]
    return Drawn(study.recipe.draws, better, primary, drivers, settled)


def settled_by(
    comparison: "Comparison", at: int, study: "StudyResult", language: str
) -> Iterator[Settled]:
    """What the measures of an option leave nothing of, then what has no room for its range."""
    option = comparison.options[at]
    titles = {one["name"]: one[f"title_{language}"] for one in option.run.system.levers}
    of = (option.scenario, option.policy)
    for row in study.overruled:
        if (row["scenario"], row["policy"]) == of:
            levers = [titles[name] or name for name in row["levers"].split("; ")]
            yield Settled(at, row["input"], row["share"], row["year"], levers)
    for row in study.held:
        if (row["scenario"], row["policy"]) == of:
            yield Settled(at, row["input"], row["share"], None, [])


def primary_metal(comparison: "Comparison", study: "StudyResult") -> dict[tuple[str, int], Band]:
    """What is asked of it in each option, by material and option [t/a].

    Raises
    ------
    InvalidValue
        Where the study has not run one of the options, or does not report primary metal.
    """
    return {
        (material, at): band_of(study, (one.scenario, one.policy), FIGURE, material)
        for material in comparison.system.materials
        for at, one in enumerate(comparison.options)
    }


def drivers_of(
    study: "StudyResult", option: tuple[str, str], material: str, year: int
) -> list[Driver]:
    """Of the figure by which options are called better."""
    found = study.sensitivity(FIGURE, year=year, layer=material, option=option, samples=SAMPLES)
    return [Driver(row["input"], row["first"], row["total"], row["total_error"]) for row in found]
