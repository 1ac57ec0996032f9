"""The pictures of the page: what each asks, answers and shows, with the numbers behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import numpy as np

from critflow.report import tables
from critflow.report.agreement import agreement, furthest_series
from critflow.report.plot import COLOURS, Frame, Series, axes, bands, curve, key_of_marks, rings
from critflow.report.reading import Cohorts, Metal, Product, Published
from critflow.report.sankey import sankey
from critflow.report.sankey_links import readable
from critflow.report.story import Story
from critflow.report.svg import drawing, key_of
from critflow.report.tables import Table

MOST_BANDS = 5
WIDE = {"width": 960.0, "height": 360.0, "right": 20.0}
SMALL = {"width": 470.0, "height": 270.0, "right": 136.0}
BESIDE = {"width": 470.0, "height": 220.0, "right": 20.0}


@dataclass(frozen=True)
class Panel:
    title: str
    drawn: Element
    given: bool = False  # the title is in the language of the scenario folder


@dataclass(frozen=True)
class Picture:
    """A question, its answer in a sentence, one or more drawings, and the numbers as a table."""

    key: str
    title: str
    answer: str
    note: str
    panels: list[Panel]
    table: Table
    wide: bool = False


def pictures(story: Story) -> dict[str, Picture]:
    """Those that the run has something to show in, in the order of the page."""
    reading = story.reading
    drawn = []
    if reading.products:
        drawn += [stock_by_cohort(story), in_and_out(story)]
    if reading.metals:
        drawn += [origin_of_metals(story), flows_of_year(story)]
    if reading.published:
        drawn += [against_published(story)]
    return {one.key: one for one in drawn}


def stock_by_cohort(story: Story) -> Picture:
    cohorts = story.reading.cohorts
    shades = ramp((59, 15, 87), (23, 121, 122), len(cohorts))
    series = [
        Series(entry_of(story, one), one.stock, shade)
        for one, shade in zip(cohorts, shades, strict=True)
    ]
    total = float(sum(one.stock[story.step] for one in cohorts))
    recent = [one for one in cohorts if one.first > story.year - 10]
    share = sum(one.stock[story.step] for one in recent) / total if total > 0 else 0.0
    answer = story.say(
        "stock.answer",
        year=story.year,
        amount=story.amount(total),
        share=story.numbers.percent(share),
        since=recent[0].first if recent else story.year,
        layer=story.layer(story.reading.layer),
    )
    title = story.say("stock.title")
    note = story.say("stock.note", layer=story.layer(story.reading.layer))
    panel = Panel(title, stacked(story, "stock", title, series, inside=True))
    columns = [(one.name, one.values) for one in series]
    table = tables.by_year(story, title, story.reading.unit, columns)
    return Picture("stock", title, answer, note, [panel], table, wide=True)


def in_and_out(story: Story) -> Picture:
    products = shown_products(story)
    inflow = [Series(p.name, p.inflow, c) for p, c in zip(products, COLOURS, strict=False)]
    outflow = [Series(p.name, p.outflow, c) for p, c in zip(products, COLOURS, strict=False)]
    highest = max(float(np.max(sum(s.values for s in side))) for side in (inflow, outflow))
    answer = story.say(
        "through.answer",
        year=story.year,
        inflow=story.amount(sum(s.values[story.step] for s in inflow)),
        outflow=story.amount(sum(s.values[story.step] for s in outflow)),
        layer=story.layer(story.reading.layer),
    )
    panels = []
    for key, side in (("inflow", inflow), ("outflow", outflow)):
        name = story.say(f"{key}.title")
        drawn = stacked(story, key, name, side, highest=highest, per_year=True)
        panels.append(Panel(name, drawn))
    columns = [(f"{story.say('table.into')}: {s.name}", s.values) for s in inflow]
    columns += [(f"{story.say('table.out_of')}: {s.name}", s.values) for s in outflow]
    title = story.say("through.title")
    peak = story.reading.years[int(np.argmax(sum(s.values for s in inflow)))]
    note = story.say("through.note", layer=story.layer(story.reading.layer), peak=peak)
    table = tables.by_year(story, title, story.reading.unit, columns)
    return Picture("through", title, answer, note, panels, table)


def shown_products(story: Story) -> list[Product]:
    """The largest by themselves, the others together."""
    size = {p.name: float(np.max(p.inflow + p.outflow)) for p in story.reading.products}
    ranked = sorted(story.reading.products, key=lambda p: -size[p.name])
    if len(ranked) <= MOST_BANDS:
        return ranked
    rest = ranked[MOST_BANDS - 1 :]
    together = Product(
        story.say("products.other"),
        *(sum(getattr(p, what) for p in rest) for what in ("stock", "inflow", "outflow")),
    )
    return [*ranked[: MOST_BANDS - 1], together]


def origin_of_metals(story: Story) -> Picture:
    metals = story.reading.metals
    panels = [origin_of(story, metal) for metal in metals]
    shares = [
        f"{story.layer(metal.name)} {story.numbers.percent(share)}"
        for metal in metals
        if (share := metal.secondary_share(story.step)) is not None
    ]
    answer = story.say("origin.answer", year=story.year, shares=story.listed(shares))
    keys = ["old_scrap", "new_scrap", "primary"]
    if story.any_missing:
        answer += " " + story.say("origin.missing")
        keys.append("missing")
    columns = [
        (f"{story.layer(metal.name)}: {story.say(f'supply.{key}')}", getattr(metal, key))
        for metal in metals
        for key in keys
    ]
    title = story.say("origin.title")
    table = tables.by_year(story, title, "t", columns)
    return Picture("origin", title, answer, story.say("origin.note"), panels, table)


def origin_of(story: Story, metal: Metal) -> Panel:
    series = [
        Series(story.say("supply.old_scrap.short"), metal.old_scrap, COLOURS[2]),
        Series(story.say("supply.new_scrap.short"), metal.new_scrap, COLOURS[0], hatched=True),
        Series(story.say("supply.primary.short"), metal.primary, "#8c8c8c"),
        Series(story.say("end.shortage"), metal.missing, COLOURS[1], hatched=True),
    ]
    title = story.layer(metal.name).capitalize()
    key = key_of("origin", metal.name)
    return Panel(title, stacked(story, key, title, series, unit="t", per_year=True))


def flows_of_year(story: Story) -> Picture:
    reading, material = story.reading, story.material
    layer = story.layer(material)
    title = story.say("flows.title", layer=layer, year=story.year)
    metal = next(one for one in reading.metals if one.name == material)
    answer = story.say(
        "flows.answer",
        layer=layer,
        primary=story.tonnes(metal.primary[story.step]),
        back=story.tonnes(metal.old_scrap[story.step]),
        scrap=story.tonnes(metal.new_scrap[story.step]),
    )
    links, rest = reading.links[material], story.say("products.other")
    shown = readable(links, reading.processes, reading.in_use, rest)
    panel = Panel(title, sankey("flows", title, answer, shown, story.numbers))
    table, note = tables.flows(story), story.say("flows.note")
    return Picture("flows", title, answer, note, [panel], table, wide=True)


def against_published(story: Story) -> Picture:
    chosen = furthest_series(story.reading.published)
    panels = [beside_published(story, number, one) for number, one in enumerate(chosen)]
    title = story.say("published.title")
    note, table = story.say("published.note"), tables.published(story)
    return Picture("published", title, agreement(story), note, panels, table)


def beside_published(story: Story, number: int, one: Published) -> Panel:
    """The model's course around the published years, and the published figures as rings."""
    reading = story.reading
    keep = (reading.years >= min(one.years) - 2) & (reading.years <= max(one.years) + 2)
    years, course = reading.years[keep], one.course[keep]
    highest = max(float(np.max(course)), *one.published)
    frame = Frame(years, highest, story.numbers.scale(one.unit, highest), **BESIDE)
    model = Series(story.say("table.model"), course, COLOURS[0])
    marks = Series(story.say("table.published"), np.array(one.published), COLOURS[1])
    parts = [
        *axes(frame, story.numbers, unit_of(story, frame, one.per_year)),
        curve(frame, model),
        *rings(frame, one.years, marks),
        *key_of_marks(frame, model, marks),
    ]
    about = described(story, one.name, years, course, one.unit)
    drawn = drawing(f"published-{number}", one.name, about, frame.width, frame.height, parts)
    return Panel(one.name, drawn, given=True)


def stacked(
    story: Story,
    key: str,
    title: str,
    series: Sequence[Series],
    *,
    inside: bool = False,
    highest: float | None = None,
    unit: str | None = None,
    per_year: bool = False,
) -> Element:
    """Bands on one another, as a whole picture."""
    unit = unit or story.reading.unit
    series = [one for one in series if np.any(one.values != 0)] or series[:1]
    total = np.sum([one.values for one in series], axis=0)
    top = float(np.max(total)) if highest is None else highest
    shape = WIDE if inside else SMALL
    frame = Frame(story.reading.years, top, story.numbers.scale(unit, top), **shape)
    shown = unit_of(story, frame, per_year)
    parts = [*axes(frame, story.numbers, shown), *bands(frame, series, key, inside)]
    about = described(story, title, story.reading.years, total, unit)
    return drawing(key, title, about, frame.width, frame.height, parts)


def unit_of(story: Story, frame: Frame, per_year: bool) -> str:
    unit = frame.scale.unit
    return story.say("unit.per_year", unit=unit) if per_year else unit


def described(story: Story, title: str, years: np.ndarray, values: np.ndarray, unit: str) -> str:
    """A course over the years in one sentence, for those who do not see it."""
    peak = int(np.argmax(values))
    return story.say(
        "chart.described",
        title=title,
        first=years[0],
        start=story.numbers.amount(float(values[0]), unit),
        last=years[-1],
        end=story.numbers.amount(float(values[-1]), unit),
        peak=years[peak],
        most=story.numbers.amount(float(values[peak]), unit),
    )


def entry_of(story: Story, cohorts: Cohorts) -> str:
    first = int(story.reading.years[0])
    if cohorts.first < first:
        return story.say("stock.before", year=first)
    if cohorts.first == cohorts.last:
        return str(cohorts.first)
    return f"{cohorts.first}\N{EN DASH}{cohorts.last}"


def ramp(low: Sequence[int], high: Sequence[int], count: int) -> list[str]:
    """Colours from one to another."""
    steps = np.linspace(low, high, count).round().astype(int)
    return ["#{:02x}{:02x}{:02x}".format(*step) for step in steps]
