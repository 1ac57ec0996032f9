"""G: what is in use and what leaves it, by year of entry and by chemistry."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from critflow.report import figures, tables
from critflow.report.comparison.chart import Chart, absent, chart, records
from critflow.report.comparison.reading import Kind
from critflow.report.comparison.telling import Telling
from critflow.report.figures import Panel
from critflow.report.plot import COLOURS, Series
from critflow.report.story import Story

MOST_KINDS = 5


def through_use(telling: Telling) -> Chart:
    kinds = shown_kinds(telling)
    if not kinds:
        return absent(telling, "through", telling.say("compared.through.absent"))
    story = Story(telling.language, telling.option.reading, telling.year, "")
    panels = [Panel(telling.say("stock.title"), figures.stock_by_cohort(story).panels[0].drawn)]
    panels += [by_kind(telling, story, kinds, what) for what in ("stock", "outflow")]
    columns = [
        (f"{telling.say(f'through.{what}')}: {one.name}", getattr(one, what))
        for what in ("stock", "outflow")
        for one in kinds
    ]
    table = tables.by_year(
        story, telling.say("compared.through.caption"), story.reading.unit, columns
    )
    data = records("through", list(rows(telling)))
    return chart(
        telling,
        "through",
        data,
        answer=" ".join(filter(None, (answer(telling, kinds), saved(telling)))),
        panels=panels,
        table=table,
        wide=True,
    )


def shown_kinds(telling: Telling) -> list[Kind]:
    """The largest by themselves, the others together."""
    size = {one.name: float(np.max(one.stock, initial=0.0)) for one in telling.option.kinds}
    ranked = sorted(
        (one for one in telling.option.kinds if size[one.name] > 0), key=lambda one: -size[one.name]
    )
    if len(ranked) <= MOST_KINDS:
        return ranked
    rest = ranked[MOST_KINDS - 1 :]
    together = Kind(
        telling.say("products.other"),
        np.sum([one.stock for one in rest], axis=0),
        np.sum([one.outflow for one in rest], axis=0),
    )
    return [*ranked[: MOST_KINDS - 1], together]


def by_kind(telling: Telling, story: Story, kinds: Sequence[Kind], what: str) -> Panel:
    series = [
        Series(one.name, getattr(one, what), colour)
        for one, colour in zip(kinds, COLOURS, strict=False)
    ]
    title = telling.say(f"through.{what}")
    key = f"kinds-{what}"
    drawn = figures.stacked(story, key, title, series, inside=True, per_year=what == "outflow")
    return Panel(title, drawn)


def answer(telling: Telling, kinds: Sequence[Kind]) -> str:
    """What leaves use most in the year of the page, and when most does."""
    total = np.sum([one.outflow for one in kinds], axis=0)
    largest = max(telling.option.kinds, key=lambda one: float(one.outflow[telling.step]))
    now, unit = float(total[telling.step]), telling.option.reading.unit
    return telling.say(
        "compared.through.answer",
        option=telling.name(telling.chosen),
        year=telling.year,
        amount=telling.numbers.amount(now, unit),
        layer=telling.layer(telling.option.reading.layer),
        kind=largest.name,
        share=telling.numbers.percent(
            float(largest.outflow[telling.step]) / now if now > 0 else 0.0
        ),
        peak=int(telling.compared.axis[int(np.argmax(total))]),
    )


def saved(telling: Telling) -> str:
    """What is used again saves of new things; empty where it saves none."""
    parts = [
        telling.say(
            "compared.through.part",
            what=telling.input(one.parameter),
            share=telling.numbers.percent(one.part),
            evidence=telling.say(f"evidence.{one.evidence}"),
        )
        for one in telling.option.saved
    ]
    return telling.say("compared.through.saved", parts=telling.listed(parts)) if parts else ""


def rows(telling: Telling) -> Iterator[dict[str, Any]]:
    reading = telling.option.reading
    for kind in telling.option.kinds:
        for what in ("stock", "outflow"):
            for year, value in zip(reading.years.tolist(), getattr(kind, what), strict=True):
                unit = reading.unit if what == "stock" else f"{reading.unit}/a"
                row = {"option": telling.option.name, "quantity": what, "kind": kind.name}
                yield {**row, "year": year, "value": float(value), "unit": unit}
