"""The three sentences that open the page, each with the evidence that it rests on."""

from dataclasses import dataclass

from critflow.messages import word
from critflow.report.losses import losses
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
    """What must still be mined, what comes back, where most is lost, as far as it is known."""
    told = [
        ("mined.question", what_is_mined(story), ""),
        ("back.question", what_comes_back(story), ""),
        ("lost.question", what_is_lost(story), story.material),
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
    said = story.say("mined.sentence", year=story.year, amounts=story.listed(amounts))
    missing = [
        f"{story.tonnes(float(metal.missing[story.step]))} {story.layer(metal.name)}"
        for metal in metals
        if metal.missing[story.step] > 0
    ]
    if missing:
        said += " " + story.say("mined.missing", amounts=story.listed(missing))
    return said


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
        largest=largest_of_waste(story, waste),
        layer=story.layer(story.reading.layer),
        shares=story.listed(shares),
    )


def largest_of_waste(story: Story, waste: float) -> str:
    """Which category most of the waste is of; empty where it has one only."""
    categories = story.reading.categories
    if len(categories) < 2:
        return ""
    largest = max(categories, key=lambda one: one.waste[story.step])
    share = story.numbers.percent(float(largest.waste[story.step]) / waste)
    return story.say("back.largest", share=share, category=story.category(largest.name))


def old_scrap_share(metal: Metal, step: int) -> float | None:
    """Recovered from waste, as a share of the demand."""
    return metal.old_scrap[step] / metal.demand[step] if metal.demand[step] > 0 else None


def what_is_lost(story: Story) -> str:
    """Of the material shown, what leaves use and does not come back, the largest part first."""
    reading = story.reading
    links = reading.links.get(story.material, [])
    leaving = sum(link.amount for link in links if link.tail in reading.in_use)
    lost = losses(links, reading.roles, reading.in_use)
    if not leaving or not lost:
        return ""
    parts = [
        story.say(
            "lost.part",
            name=story.say(f"lost.{reason}"),
            amount=story.tonnes(amount),
            share=story.numbers.percent(amount / leaving),
        )
        for reason, amount in lost.items()
    ]
    return story.say(
        "lost.sentence",
        amount=story.tonnes(leaving),
        layer=story.layer(story.material),
        year=story.year,
        losses=story.listed(parts),
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


def key_answer(story: Story) -> str:
    """How the rows of the key figures hang together."""
    if not story.reading.metals:
        return story.say("key.answer.use")
    said = story.say("key.answer")
    return f"{said} {story.say('key.missing')}" if story.any_missing else said


def conventions(story: Story) -> list[str]:
    """How well the run closes, and what its numbers mean."""
    facts = story.reading.facts
    residual = story.say(
        "balance.worst" if facts.worst_where else "balance.closed",
        residual=story.numbers.tiny(facts.worst_balance),
        where=facts.worst_where,
    )
    lines = [residual, story.say("balance.unique")]
    for entry in sorted(set(facts.entries.values())):
        lifetimes = [name for name, when in facts.entries.items() if when == entry]
        moment = word("entry", entry, story.language)
        lines.append(story.say("balance.entry", moment=moment, lifetimes=story.listed(lifetimes)))
    lines.append(story.say("balance.level"))
    return [*lines, story.say("balance.metal")] if story.reading.metals else lines
