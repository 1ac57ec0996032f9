"""Writes the page of a run, or one of its pictures, to a file."""

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from critflow.report import figures
from critflow.report.story import Story
from critflow.report.svg import written

if TYPE_CHECKING:
    from critflow import Run

PICTURES = {
    "stock": figures.stock_by_cohort,
    "through": figures.in_and_out,
    "origin": figures.origin_of_metals,
    "flows": figures.flows_of_year,
    "published": figures.against_published,
}


def write_report(
    run: "Run",
    path: str | PathLike[str],
    *,
    language: str = "en",
    year: int = 2040,
    material: str | None = None,
) -> None:
    """Writes a page that stands by itself: pictures, tables, sources, no network, no script.

    Parameters
    ----------
    language : "en" or "nl"
    year : the year that the sentences and the flows tell of
    material : whose flows are drawn; the first of the system where none is named

    Raises
    ------
    ValueError
        Where the language, the year or the material is not one of the run.
    """
    from critflow.report.page import page

    story = read(run, language, year)
    Path(path).write_text(page(story, material), encoding="utf-8")
