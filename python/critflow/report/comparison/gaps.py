"""C: the way of each option to what the law asks."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import numpy as np

from critflow.numbers import Scale
from critflow.report.comparison.chart import Chart, absent, chart, records
from critflow.report.comparison.lights import assessable, light
from critflow.report.comparison.reading import Band, Rule
from critflow.report.comparison.telling import Telling
from critflow.report.courses import Course, courses, steps
from critflow.report.figures import Panel
from critflow.report.plot import COLOURS, Frame, axes
from critflow.report.svg import drawing, key_of, node, through
from critflow.report.tables import Table

MOST_PANELS, YEARS_BEFORE, YEARS_AFTER = 6, 3, 10
SHAPE = {"width": 470.0, "height": 250.0, "right": 34.0}


def gap_lines(telling: Telling) -> Chart:
    keys = drawable(telling)
    if not keys:
        return absent(telling, "gaps", telling.say("compared.gaps.absent"))
    panels = [one_panel(telling, key) for key in keys[:MOST_PANELS]]
    data = records("gaps", list(rows(telling, keys[:MOST_PANELS])))
    answer = telling.say("compared.gaps.answer", shown=len(panels), count=len(keys))
    if telling.compared.drawn:
        answer += " " + telling.say("compared.gaps.fan", option=telling.name(telling.chosen))
    return chart(telling, "gaps", data, answer=answer, panels=panels, table=table(telling, keys))


def drawable(telling: Telling) -> list[str]:
    """Rules in points that can be told of, those that options differ in first."""
    keys = [
        key
        for key, rule in telling.options[0].rules.items()
        if rule.in_points and assessable(telling, key)
    ]
    return sorted(keys, key=lambda key: -interest(telling, key))


def interest(telling: Telling, key: str) -> int:
    """More where some options meet the rule and others do not, than where none does, or all do."""
    met = [one.rules[key].first_met[0] is not None for one in telling.options if key in one.rules]
    return 2 if any(met) and not all(met) else 1 if not any(met) else 0


def when_met(telling: Telling, rule: Rule) -> str:
    first, stays = rule.first_met
    if first is None:
        return telling.say("compared.never")
    return str(first) if stays else telling.say("compared.not_lasting", year=first)


def legal_path(rule: Rule) -> tuple[list[int], list[float]]:
    """The years in which the rule begins or asks more, and what it then asks [%]."""
    steps: list[tuple[int, float]] = []
    for year, one in rule.by_year.items():
        if one.status == "not yet applicable" or one.threshold is None:
            continue
        if not steps or steps[-1][1] != 100.0 * one.threshold:
            steps.append((year, 100.0 * one.threshold))
    return [year for year, _ in steps], [asked for _, asked in steps]


def one_panel(telling: Telling, key: str) -> Panel:
    rule = telling.options[0].rules[key]
    since, asked = legal_path(rule)
    years = span(telling, since)
    shown = [
        course
        for at in range(len(telling.options))
        for course in course_of(telling, at, key, years)
    ]
    band = telling.option.rules[key].band
    highest = max([*asked, *(max(one.values) for one in shown), *top_of(band, years)])
    frame = Frame(years, highest, Scale(1.0, "%"), **SHAPE)
    parts = [*axes(frame, telling.numbers, "%")]
    if band:
        parts += fan(frame, band, telling.chosen)
    if since:
        parts += steps(frame, since, asked, telling.say("compared.gaps.law"))
    parts += courses(frame, shown)
    about = telling.say(
        "compared.gaps.described", title=rule.title, options=described(telling, key)
    )
    return Panel(
        rule.title, drawing(key_of("gap", key), rule.title, about, frame.width, frame.height, parts)
    )


def top_of(band: Band | None, years: np.ndarray) -> list[float]:
    """The upper end of a band in these years [%]."""
    if band is None:
        return []
    inside = zip(band.years, band.high, strict=True)
    return [100.0 * high for year, high in inside if years[0] <= year <= years[-1]]


def fan(frame: Frame, band: Band, at: int) -> Iterator[Element]:
    """Nine of ten draws of an option, in its colour."""
    shown = [
        (frame.x(year), 100.0 * low, 100.0 * high)
        for year, low, high in zip(band.years, band.low, band.high, strict=True)
        if frame.years[0] <= year <= frame.years[-1]
    ]
    outline = [(x, frame.y(high)) for x, _, high in shown]
    outline += [(x, frame.y(low)) for x, low, _ in reversed(shown)]
    if outline:
        colour = COLOURS[at % len(COLOURS)]
        yield node("path", d=through(outline) + "Z", fill=colour, fill_opacity=0.18)


def span(telling: Telling, since: list[int]) -> np.ndarray:
    """From somewhat before the first step to somewhat after the last, and all years asked for."""
    axis = telling.compared.axis
    first = min([*since, *telling.compared.years]) - YEARS_BEFORE
    last = max([*since, *telling.compared.years]) + YEARS_AFTER
    return axis[(axis >= first) & (axis <= last)]


def course_of(telling: Telling, at: int, key: str, years: np.ndarray) -> Iterator[Course]:
    rule = telling.options[at].rules.get(key)
    known = [
        (year, 100.0 * one.value)
        for year, one in (rule.by_year if rule else {}).items()
        if one.value is not None and years[0] <= year <= years[-1]
    ]
    if known:
        values = [value for _, value in known]
        yield Course(telling.letter(at), [year for year, _ in known], values, at)


def described(telling: Telling, key: str) -> str:
    """When each option first meets the rule."""
    told = []
    for at, option in enumerate(telling.options):
        if key in option.rules:
            told.append(f"{telling.name(at)}: {when_met(telling, option.rules[key])}")
    return "; ".join(told)


def table(telling: Telling, keys: list[str]) -> Table:
    """By rule and option the first year met, and the distance in the years asked for."""
    lines = []
    for key in keys:
        for at, option in enumerate(telling.options):
            rule = option.rules[key]
            cells = [rule.title, telling.name(at), when_met(telling, rule)]
            for year in telling.compared.years:
                shown = light(telling, rule, year)
                told = [shown.sign, shown.value, "; ".join(shown.distance)]
                cells.append(" ".join(filter(None, told)))
            lines.append(cells)
    heads = [telling.say(f"table.{one}") for one in ("rule", "option", "first_met")]
    heads += [str(year) for year in telling.compared.years]
    caption = telling.say("compared.gaps.caption")
    return Table(
        caption, heads, lines, words=tuple(range(len(heads))), together=len(telling.options)
    )


def rows(telling: Telling, keys: list[str]) -> Iterator[dict[str, Any]]:
    for key in keys:
        for option in telling.options:
            rule = option.rules[key]
            years = span(telling, legal_path(rule)[0]).tolist()
            for year in (year for year in years if year in rule.by_year):
                one = rule.by_year[year]
                yield {
                    "rule": key,
                    "option": option.name,
                    "year": year,
                    "value": one.value,
                    "threshold": one.threshold,
                    "status": one.status,
                    "gap_tonnes": one.gap_tonnes,
                }
