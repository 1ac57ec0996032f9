"""How far the model agrees with what is published."""

from collections.abc import Sequence

from critflow.report.reading import Published
from critflow.report.story import Story

MOST_PUBLISHED, LEAST_YEARS = 6, 4


def off(published: float, model: float) -> float:
    """How many times the one is the other, at least 1; 1 where either is nothing."""
    return max(published / model, model / published) if min(published, model) > 0 else 1.0


def worst(one: Published) -> float:
    return max(off(p, m) for p, m in zip(one.published, one.model, strict=True))


def furthest_series(series: Sequence[Published]) -> list[Published]:
    """That of the figure furthest from the model, then of each quantity the longest that has some
    years, those furthest on average first."""
    first = max(series, key=worst)
    longest: dict[str, Published] = {}
    for one in series:
        known = longest.setdefault(one.quantity, one)
        if len(one.years) > len(known.years):
            longest[one.quantity] = one
    long = [one for one in longest.values() if len(one.years) >= LEAST_YEARS and one is not first]
    return [first, *sorted(long, key=lambda one: -one.misfit)][:MOST_PUBLISHED]


def agreement(story: Story) -> str:
    """Counts of figures by how near the model is, and the one that it is furthest from."""
    pairs = [
        (series, year, published, model)
        for series in story.reading.published
        for year, published, model in zip(series.years, series.published, series.model, strict=True)
        if min(published, model) > 0
    ]
    if not pairs:
        return ""
    series, year, published, model = max(pairs, key=lambda pair: off(pair[2], pair[3]))
    return story.say(
        "published.answer",
        count=len(pairs),
        tenth=sum(abs(m / p - 1) <= 0.10 for _, _, p, m in pairs),
        quarter=sum(abs(m / p - 1) <= 0.25 for _, _, p, m in pairs),
        double=sum(off(p, m) > 2 for _, _, p, m in pairs),
        name=series.name,
        year=year,
        published=story.numbers.amount(published, series.unit),
        model=story.numbers.amount(model, series.unit),
    )
