"""Writes the page of a run, or one of its pictures, to a file."""

from os import PathLike
from pathlib import Path

from critflow.faults import unknown
from critflow.messages import LANGUAGES
from critflow.report.page import page
from critflow.report.pictures import picture
from critflow.report.reader import read
from critflow.report.story import Story
from critflow.report.svg import written
from critflow.run import Run, simulate
from critflow.whole import write_whole


def write_report(
    run: Run,
    path: str | PathLike[str],
    *,
    language: str = "en",
    year: int | None = None,
    material: str | None = None,
) -> None:
    """Writes a page that stands by itself: pictures, tables, sources; no network, no script.

    Parameters
    ----------
    language : {"en", "nl"}
    year : int, optional
        The year that the sentences and the flows tell of; 2040, or the last before it.
    material : str, optional
        Whose flows are drawn; the first of the system where none is named.

    Raises
    ------
    InvalidValue
        Where the language, the year or the material is none of the run's.
    """
    write_whole(Path(path), page(told(run, language, year, material)))


def write_picture(
    run: Run,
    path: str | PathLike[str],
    name: str = "stock",
    *,
    language: str = "en",
    year: int | None = None,
    material: str | None = None,
) -> None:
    """Writes one picture of the page as SVG.

    Parameters
    ----------
    name : {"stock", "through", "origin", "flows", "published"}

    The others are those of :func:`write_report`.
    """
    drawn = picture(told(run, language, year, material), name)
    write_whole(Path(path), written(drawn))


def told(run: Run, language: str, year: int | None, material: str | None) -> Story:
    """The story of a run, with what was not asked chosen, and what cannot be told refused."""
    years, materials = run.system.years, run.system.materials
    year = max((y for y in years if y <= 2040), default=years[0]) if year is None else year
    material = (materials or [""])[0] if material is None else material
    for what, asked, known in (
        ("language", language, LANGUAGES),
        ("year", year, years),
        ("material", material, materials or [""]),
    ):
        if asked not in known:
            raise unknown("report", what, asked, known)
    has_policy = run.system.policy != "none"
    without = read(simulate(run.system, policy="none"), language, year) if has_policy else None
    return Story(language, read(run, language, year), year, material, without)
