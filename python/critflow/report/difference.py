"""What a policy changes: the same scenario with and without it."""

from critflow.report.reading import Reading
from critflow.report.story import Story
from critflow.report.tables import USE, Table


def difference(story: Story) -> Table | None:
    """The headline figures of the chosen year; None where the run has no policy."""
    if story.without is None:
        return None
    rows = []
    for (name, unit, new), (_, _, old) in zip(
        figures(story, story.reading), figures(story, story.without), strict=True
    ):
        if not new and not old:
            continue
        shown = [story.numbers.amount(value, unit, 3) for value in (old, new)]
        rows.append([name, *shown, story.numbers.change(new, old)])
    keys = ("what", "without", "with", "difference")
    caption = story.say("difference.caption", year=story.year, none=story.without.policy)
    return Table(caption, [story.say(f"table.{key}") for key in keys], rows)


def figures(story: Story, reading: Reading) -> list[tuple[str, str, float]]:
    """Name, unit and amount in the chosen year."""
    told = [
        (f"{story.layer(metal.name)}, {story.say(f'supply.{key}')}", "t", getattr(metal, key))
        for metal in reading.metals
        for key in ("mined", "old_scrap", "missing")
    ]
    if not reading.metals:
        told = [
            (f"{story.layer(one.layer)}, {story.say(f'use.{key}')}", one.unit, getattr(one, key))
            for one in reading.through_use
            for key in USE
        ]
    if reading.categories:
        name = f"{story.layer(reading.layer)}, {story.say('use.collected')}"
        told.append((name, reading.unit, sum(one.collected for one in reading.categories)))
    return [(name, unit, float(values[story.step])) for name, unit, values in told]
