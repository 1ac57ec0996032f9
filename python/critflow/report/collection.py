"""Collection: what the scenario assumes, and whether that meets the law."""

import numpy as np

from critflow.report.reading import Target
from critflow.report.story import Story
from critflow.report.tables import Table

ROUNDING = 1e-9  # by which a rate may be below a target that it meets


def collection(story: Story) -> Table:
    """Waste and what is collected of it in the chosen year, by category that has any in some."""
    rows = []
    for one in story.reading.categories:
        if not np.any(one.waste > 0):
            continue
        waste, collected = float(one.waste[story.step]), float(one.collected[story.step])
        rows.append(
            [
                story.category(one.name),
                story.amount(waste),
                story.amount(collected),
                story.numbers.percent(collected / waste) if waste > 0 else "",
            ]
        )
    keys = ("category", "waste", "collected", "rate")
    caption = story.say("collection.caption", year=story.year)
    return Table(caption, [story.say(f"table.{key}") for key in keys], rows)


def dated(story: Story) -> list[tuple[Target, int, float]]:
    """Each target with a year that is judged and the rate there, as the law measures it.

    Judged are the year from which a target holds and, of the last before it, the chosen year.
    """
    judged = []
    for one in story.reading.categories:
        targets = [target for target in story.reading.targets if target.category == one.name]
        years = [(target, target.year) for target in targets]
        in_force = [target for target in targets if target.year < story.year]
        if in_force and story.year not in {target.year for target in targets}:
            years.append((max(in_force, key=lambda target: target.year), story.year))
        rates = dict(zip(story.reading.years.tolist(), one.legal_rate.tolist(), strict=True))
        judged += [
            (target, year, rates[year])
            for target, year in years
            if year in rates and rates[year] == rates[year]
        ]
    return judged


def is_met(target: Target, rate: float) -> bool:
    return rate >= target.share - ROUNDING


def targets(story: Story) -> Table:
    """Every target beside the rate of this run."""
    rows = [
        [
            story.category(target.category),
            str(year),
            story.numbers.percent(target.share),
            story.numbers.percent_beside(rate, target.share - ROUNDING),
            story.say("targets.met" if is_met(target, rate) else "targets.missed"),
            f"{target.source}, {target.note}",
        ]
        for target, year, rate in dated(story)
    ]
    keys = ("category", "year", "target", "legal_rate", "outcome", "source")
    heads = [story.say(f"table.{key}") for key in keys]
    return Table(story.say("targets.caption"), heads, rows, words=(0, 4, 5), given=(5,))


def verdict(story: Story) -> str:
    """How many targets are met, and for which categories the law sets none; empty without law."""
    judged = dated(story)
    if not judged:
        return ""
    with_target = {target.category for target in story.reading.targets}
    without = [
        story.category(one.name) for one in story.reading.categories if one.name not in with_target
    ]
    met = sum(is_met(target, rate) for target, _, rate in judged)
    said = [story.say("collection.answer", met=met, count=len(judged), year=story.year)]
    if without:
        said.append(story.say("collection.none", categories=story.listed(without)))
    return " ".join(said)
