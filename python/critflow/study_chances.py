"""How often the draws of a study meet each rule of the law."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from critflow import _core
from critflow.records import Records
from critflow.reported import Option

if TYPE_CHECKING:
    from critflow.study_result import StudyResult

OF_TEST = ("target", "year", "comparison", "threshold", "tested", "met")
OF_CHANCE = ("probability", "low", "high")


def targets(study: "StudyResult", option: Option | None) -> Records:
    """See `StudyResult.targets`."""
    return Records.of_rows("targets", (*OF_TEST, *OF_CHANCE), _rows(study, option))


def _rows(study: "StudyResult", option: Option | None) -> Iterator[dict[str, Any]]:
    tests, cells = study.recipe.core.tests, study.cells
    first = study._reported.option(option) * len(tests)
    counts = study._core.tests[first : first + len(tests)]
    for (cell, comparison, threshold, _), (tested, met) in zip(tests, counts, strict=True):
        told = (cells["figure"][cell], cells["year"][cell], comparison, threshold, tested, met)
        chance = _core.Proportion(met, tested)
        known = (chance.share, *chance.interval()) if tested else (None, None, None)
        yield dict(zip((*OF_TEST, *OF_CHANCE), (*told, *known), strict=True))
