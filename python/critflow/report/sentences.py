"""The three sentences that open the page, each with the evidence that it rests on."""

from dataclasses import dataclass

from critflow.messages import word
from critflow.report.figures import furthest
from critflow.report.reading import Metal
from critflow.report.story import Story

KINDS = ("verified", "derived", "assumption")


@dataclass(frozen=True)
class Meter:
    """Rows by evidence, and each kind's share in whole per cent."""

    text: str
    parts: list[tuple[str, str, float]]  # kind, its word, share of the bar [%]


@dataclass(frozen=True)
class Headline:
    question: str
    sentence: str
    meter: Meter


def headlines(story: Story) -> list[Headline]:
    """What must still be mined, what comes back, what falls short first, as far as it is known."""
    told = [
        ("mined.question", what_is_mined(story), ""),
        ("back.question", what_comes_back(story), ""),
        ("short.question", what_falls_short(story), story.reading.layer),
    ]
    return [
        Headline(story.say(question), sentence, meter(story, layer))
        for question, sentence, layer in told
        if sentence
    ]


def what_is_mined(story: Story) -> str:
    metals = story.reading.metals
    if not metals:
        return ""
    amounts = [
        f"{story.tonnes(float(metal.mined[story.step]))} {story.layer(metal.name)}"
        for metal in metals
    ]
    return story.say("mined.sentence", year=story.year, amounts=story.listed(amounts))


def what_comes_back(story: Story) -> str:
    step, categories = story.step, story.reading.categories
    waste = float(sum(one.waste[step] for one in categories))
    collected = float(sum(one.collected[step] for one in categories))
    shares = [
        f"{story.layer(metal.name)} {story.numbers.percent(share)}"
        for metal in story.reading.metals
        if (share := old_scrap_share(metal, step)) is not None
    ]
    if not waste > 0 or not shares:
        return ""
    return story.say(
        "back.sentence",
        year=story.year,
        waste=story.amount(waste),
        collected=story.numbers.percent(collected / waste),
        layer=story.layer(story.reading.layer),
        shares=story.listed(shares),
    )


def old_scrap_share(metal: Metal, step: int) -> float | None:
    """Recovered from waste, as a share of the demand."""
    return metal.old_scrap[step] / metal.demand[step] if metal.demand[step] > 0 else None


def what_falls_short(story: Story) -> str:
    """The category of which the smallest share is collected, and the worst fit to what is known."""
    return " ".join(part for part in (least_collected(story), furthest(story)) if part)


def least_collected(story: Story) -> str:
    step = story.step
    with_waste = [one for one in story.reading.categories if one.waste[step] > 0]
    if not with_waste:
        return ""
    least = min(with_waste, key=lambda one: one.collected[step] / one.waste[step])
    return story.say(
        "short.sentence" if len(with_waste) > 1 else "short.of_all",
        category=story.category(least.name),
        year=story.year,
        share=story.numbers.percent(1.0 - least.collected[step] / least.waste[step]),
        missed=story.amount(float(least.waste[step] - least.collected[step])),
    )


def meter(story: Story, layer: str) -> Meter:
    counts = story.reading.evidence[layer]
    rows = max(sum(counts), 1)
    parts = [
        (kind, story.say(f"evidence.{kind}"), 100.0 * count / rows)
        for kind, count in zip(KINDS, counts, strict=True)
    ]
    shown = [f"{story.numbers.percent(share / 100)} {word}" for _, word, share in parts]
    return Meter(
        story.say("meter.text", rows=story.numbers.whole(sum(counts)), shares=story.listed(shown)),
        parts,
    )


def conventions(story: Story) -> list[str]:
    """How well the run closes, and what its numbers mean."""
    facts = story.reading.facts
    residual = story.say(
        "balance.worst" if facts.worst_where else "balance.closed",
        residual=f"{facts.worst_balance:.0e}",
        where=facts.worst_where,
    )
    lines = [residual, story.say("balance.unique")]
    for entry in sorted(set(facts.entries.values())):
        lifetimes = [name for name, when in facts.entries.items() if when == entry]
        moment = word("entry", entry, story.language)
        lines.append(story.say("balance.entry", moment=moment, lifetimes=story.listed(lifetimes)))
    return [*lines, story.say("balance.level"), story.say("balance.metal")]
