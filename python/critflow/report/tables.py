"""Tables of the page: texts, with the first column as heads of the rows."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from critflow.report.reading import Metal, ThroughUse
from critflow.report.story import Story

SUPPLY = ("demand", "old_scrap", "new_scrap", "primary", "missing", "mined")
USE = ("inflow", "stock", "outflow")


@dataclass(frozen=True)
class Table:
    caption: str
    heads: list[str]
    rows: list[list[str]]
    words: tuple[int, ...] = (0,)  # columns that hold words; the others hold numbers
    given: tuple[int, ...] = ()  # columns in the language of the scenario folder
    together: int = 1  # so many rows share their first cell


def by_year(
    story: Story, caption: str, unit: str, columns: Sequence[tuple[str, np.ndarray]]
) -> Table:
    """A row for every year, the unit in which the numbers stand in the caption."""
    largest = max((float(np.max(values)) for _, values in columns), default=0.0)
    scale = story.numbers.scale(unit, largest)
    rows = [
        [str(year), *(story.numbers.cell(float(values[step]), scale) for _, values in columns)]
        for step, year in enumerate(story.reading.years)
    ]
    heads = [story.say("table.year"), *(name for name, _ in columns)]
    return Table(f"{caption} [{scale.unit}]", heads, rows)


def key_figures(story: Story) -> Table:
    """Per metal and year: asked for, recovered, from mines; without metals, use in each layer."""
    reading, years = story.reading, milestones(story)
    keys = [key for key in SUPPLY if key != "missing" or story.any_missing]
    of: list[tuple[str, str, Metal | ThroughUse]] = [(m.name, "t", m) for m in reading.metals]
    kind, head, caption = "supply", "table.material", "key.caption"
    if not of:
        of = [(one.layer, one.unit, one) for one in reading.through_use]
        keys, kind, head, caption = list(USE), "use", "table.layer", "key.caption.use"
    rows = []
    for layer, unit, figures in of:
        shown = {key: getattr(figures, key)[years] for key in keys}
        scale = story.numbers.scale(unit, max(float(np.max(values)) for values in shown.values()))
        for key, values in shown.items():
            cells = [story.numbers.cell(float(value), scale) for value in values]
            rows.append(
                [f"{story.layer(layer)} [{scale.unit}]", story.say(f"{kind}.{key}"), *cells]
            )
    heads = [story.say(head), story.say("table.what")]
    heads += [str(reading.years[step]) for step in years]
    return Table(story.say(caption), heads, rows, words=(0, 1), together=len(keys))


def milestones(story: Story) -> list[int]:
    """Steps of a few round years: the chosen one, the last, and decades between."""
    years = story.reading.years
    wanted = {story.year, int(years[-1])} | {y for y in (2025, 2030, 2040, 2050) if y in years}
    return [step for step, year in enumerate(years) if int(year) in wanted]


def flows(story: Story) -> Table:
    """Every flow of the chosen year, the largest first."""
    reading = story.reading
    links = sorted(reading.links[story.material], key=lambda link: -link.amount)
    rows = [
        [reading.processes[k.tail], reading.processes[k.head], story.tonnes(k.amount)]
        for k in links
    ]
    heads = [story.say("table.from"), story.say("table.to"), story.say("table.amount")]
    caption = story.say("flows.caption", layer=story.layer(story.material), year=story.year)
    return Table(caption, heads, rows, words=(0, 1))


def published(story: Story) -> Table:
    """Every published figure beside the model's."""
    rows = []
    for series in story.reading.published:
        cells = zip(series.years, series.published, series.model, strict=True)
        for year, figure, model in cells:
            shown = [story.numbers.amount(value, series.unit, 3) for value in (figure, model)]
            ratio = story.numbers.ratio(model, figure)
            rows.append([series.name, story.source(series.source), str(year), *shown, ratio])
    keys = ("name", "source", "year", "published", "model", "ratio")
    heads = [story.say(f"table.{key}") for key in keys]
    caption = story.say("published.caption")
    return Table(caption, heads, rows, words=(0, 1), given=(0,))


def evidence(story: Story) -> Table:
    """Rows by how well they are known, for all figures and for those of each layer."""
    rows = []
    for layer, counts in story.reading.evidence.items():
        name = story.layer(layer) if layer else story.say("evidence.all")
        rows.append([name, *(story.numbers.whole(count) for count in (*counts, sum(counts)))])
    keys = ("table.figures", *(f"evidence.{k}" for k in ("verified", "derived", "assumption")))
    heads = [story.say(key) for key in (*keys, "table.rows")]
    return Table(story.say("evidence.caption"), heads, rows)


def rows_used(story: Story) -> Table:
    """Every number that the run used, rows of the same origin together."""
    rows = []
    for one in story.reading.assumed:
        count, known = story.numbers.whole(one.rows), story.say(f"evidence.{one.evidence}")
        rows.append([one.parameter, count, known, story.source(one.source), one.note])
    heads = [story.say(f"table.{k}") for k in ("parameter", "rows", "evidence", "source", "note")]
    return Table(story.say("rows.caption"), heads, rows, words=(0, 2, 3, 4), given=(0, 3, 4))
