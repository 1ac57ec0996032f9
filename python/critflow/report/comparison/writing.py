"""Writes the page of a comparison to a file."""

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from critflow.faults import unknown
from critflow.messages import LANGUAGES
from critflow.report.comparison.page import page
from critflow.report.comparison.reader import compared
from critflow.report.comparison.telling import Telling
from critflow.whole import write_whole

if TYPE_CHECKING:
    from critflow.comparison import Comparison
    from critflow.study_result import StudyResult


def write_comparison(
    comparison: "Comparison",
    path: str | PathLike[str],
    *,
    language: str = "en",
    year: int | None = None,
    option: str | None = None,
    study: "StudyResult | None" = None,
) -> None:
    """Writes a page that stands by itself: matrix, legal targets, charts, a sheet for each option.

    Parameters
    ----------
    language : {"en", "nl"}
    year : int, optional
        The year that sentences tell of, among those compared; the last of them.
    option : str, optional
        What is shown where only one option can be; the last one.
    study : StudyResult, optional
        Many draws of the same scenarios and policies: targets are then told by probability, with a
        band around the option shown, what drives the spread, and how often one option is better
        than another.

    Raises
    ------
    InvalidValue
        Where the language, the year or the option is none of the comparison's.
    """
    names = [one.name for one in comparison.options]
    year = comparison.years[-1] if year is None else year
    option = names[-1] if option is None else option
    for what, asked, known in (
        ("language", language, LANGUAGES),
        ("year", year, comparison.years),
        ("option", option, names),
    ):
        if asked not in known:
            raise unknown("report", what, asked, known)
    chosen = names.index(option)
    told = Telling(language, compared(comparison, language, year, chosen, study), year, chosen)
    write_whole(Path(path), page(told))
