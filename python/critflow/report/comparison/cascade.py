"""F: where what leaves use goes, step by step: not handed in, or handed in and not recovered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from critflow.report.bars import WIDTH, Bar, Part, bars
from critflow.report.comparison.chart import Chart, absent, chart, records
from critflow.report.comparison.reading import Told
from critflow.report.comparison.telling import Telling
from critflow.report.figures import Panel
from critflow.report.patterns import COUNTER, DOTS, GRID, PLAIN, STRIPES, UPRIGHT
from critflow.report.plot import COLOURS
from critflow.report.sankey_layout import Link
from critflow.report.svg import drawing, key_of
from critflow.report.tables import Table

LOOKS = {
    "recovered": (COLOURS[2], PLAIN),
    "recycling_loss": (COLOURS[0], STRIPES),
    "sorting_loss": (COLOURS[0], UPRIGHT),
    "not_collected": (COLOURS[1], DOTS),
    "exported": (COLOURS[3], COUNTER),
    "kept": (COLOURS[4], GRID),
}


@dataclass(frozen=True)
class Cascade:
    """Where a metal went that left use in a year, or came out of drawers and second use [t/a]."""

    recovered: float
    recycling_loss: float  # entered recycling and did not come out
    sorting_loss: float  # collected and not recycled: lost, used again, or waiting
    not_collected: float
    exported: float
    kept: float  # into drawers, more than came out of them
    left: float  # what left use

    @property
    def total(self) -> float:
        return sum(getattr(self, key) for key in LOOKS)

    @property
    def recycling_rate(self) -> float:
        """Recovered as a share of what left use, as the indicator of that name."""
        return self.recovered / self.left if self.left > 0 else 0.0


def cascade_of(
    roles: Mapping[tuple[str, str], str], in_use: Sequence[str], links: Sequence[Link]
) -> Cascade:
    """From the sums of flows by role, each step what the next does not get."""

    def through(*names: str) -> float:
        return sum(link.amount for link in links if roles[link.tail, link.head] in names)

    left = sum(link.amount for link in links if link.tail in in_use and link.head not in in_use)
    waste, collected = through("waste"), through("collected")
    exported, treated, recovered = (
        through("used_export"),
        through("recycling_input"),
        through("recovered"),
    )
    treated = max(treated, recovered)
    return Cascade(
        recovered,
        treated - recovered,
        max(0.0, collected - treated),
        max(0.0, waste - collected),
        exported,
        max(0.0, left - exported - waste),
        left,
    )


def of_option(option: Told, material: str, year: int) -> Cascade:
    return cascade_of(option.reading.roles, option.reading.in_use, option.flows[material, year])


def loss_cascade(telling: Telling) -> Chart:
    found = {
        name: [of_option(one, name, telling.year) for one in telling.options]
        for name in telling.compared.materials
    }
    found = {name: all_ for name, all_ in found.items() if any(one.total > 0 for one in all_)}
    if not found:
        return absent(telling, "cascade", telling.say("compared.cascade.absent"))
    panels = [one_panel(telling, name, cascades) for name, cascades in found.items()]
    data = records("cascade", list(rows(telling, found)))
    shown = answer(telling, next(iter(found)), next(iter(found.values())))
    table = table_of(telling, found)
    return chart(telling, "cascade", data, answer=shown, panels=panels, table=table, wide=True)


def one_panel(telling: Telling, material: str, cascades: list[Cascade]) -> Panel:
    drawn = [
        Bar(
            telling.name(at),
            [
                Part(telling.say(f"cascade.{key}"), getattr(one, key), *looks)
                for key, looks in LOOKS.items()
            ],
            recovered_of(telling, one),
        )
        for at, one in enumerate(cascades)
    ]
    key = key_of("cascade", material)
    height, parts = bars(key, drawn, telling.numbers, "t")
    title = telling.layer(material).capitalize()
    about = answer(telling, material, cascades)
    return Panel(title, drawing(key, title, about, WIDTH, height, parts))


def recovered_of(telling: Telling, one: Cascade) -> str:
    if not one.total > 0:
        return ""
    share = telling.numbers.percent(one.recycling_rate)
    return telling.say("cascade.recovered.share", share=share)


def answer(telling: Telling, material: str, cascades: list[Cascade]) -> str:
    """Of the reference and the option shown: the largest step lost, and what is recovered."""
    told = []
    for at in dict.fromkeys((telling.compared.references[telling.chosen], telling.chosen)):
        one = cascades[at]
        if not one.total > 0:
            continue
        worst = max((key for key in LOOKS if key != "recovered"), key=lambda key: getattr(one, key))
        told.append(
            telling.say(
                "compared.cascade.answer",
                option=telling.name(at),
                layer=telling.layer(material),
                year=telling.year,
                total=telling.tonnes(one.left),
                recovered=telling.numbers.percent(one.recycling_rate),
                worst=telling.say(f"cascade.{worst}"),
                amount=telling.tonnes(getattr(one, worst)),
            )
        )
    return " ".join(told)


def table_of(telling: Telling, found: dict[str, list[Cascade]]) -> Table:
    lines = [
        [
            telling.layer(material),
            telling.name(at),
            telling.tonnes(one.left),
            *(telling.tonnes(getattr(one, key)) for key in LOOKS),
        ]
        for material, cascades in found.items()
        for at, one in enumerate(cascades)
    ]
    heads = [telling.say(f"table.{key}") for key in ("material", "option", "left_use")]
    heads += [telling.say(f"cascade.{key}") for key in LOOKS]
    caption = telling.say("compared.cascade.caption", year=telling.year)
    return Table(caption, heads, lines, words=(0, 1), together=len(telling.options))


def rows(telling: Telling, found: dict[str, list[Cascade]]) -> Iterator[dict[str, Any]]:
    for material, cascades in found.items():
        for option, one in zip(telling.options, cascades, strict=True):
            for key in LOOKS:
                yield {
                    "material": material,
                    "option": option.name,
                    "year": telling.year,
                    "step": key,
                    "value": getattr(one, key),
                    "unit": "t/a",
                }
