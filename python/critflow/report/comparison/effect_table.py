"""What options bring with them: every effect in every period, or why there is no number."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from critflow.comparison.effects import (
    ALL,
    COMPUTED,
    NO_FACTOR,
    OTHER_SERVICE,
    USED_AGAIN,
    WITHOUT,
)
from critflow.comparison.throughput import GOODS
from critflow.messages import word
from critflow.report.comparison.telling import Telling
from critflow.report.tables import Table


def table(telling: Telling) -> Table:
    """Each effect of each option in each period, with its range, or why there is none."""
    periods, effects = periods_and_effects(telling)
    lines = [
        [
            telling.name(at),
            named(telling, at, effect, periods),
            *(shown(telling, at, effect, period) for period in periods),
        ]
        for at in telling.changed
        for effect in effects
    ]
    heads = [telling.say(f"table.{key}") for key in ("option", "effect")]
    heads += [telling.period(period) for period in periods]
    caption = telling.say("compared.effects.caption", basis=basis(telling))
    return Table(caption, heads, lines, words=(0, 1), together=max(1, len(effects)))


def named(telling: Telling, at: int, effect: str, periods: Sequence[str]) -> str:
    """An effect, with what is missing in any of the periods."""
    said, parts = word("effect", effect, telling.language), missing(telling, at, effect, periods)
    if not parts:
        return said
    return telling.say("effect.without", effect=said, missing=telling.listed(parts))


def missing(telling: Telling, at: int, effect: str, periods: Sequence[str]) -> list[str]:
    """What is left out of an effect in any of the periods, each once."""
    rows = [effect_of(telling, at, effect, period) for period in periods]
    parts = [part for row in rows if row is not None for part in left_out(telling, row)]
    return list(dict.fromkeys(parts))


def of_option(telling: Telling, at: int) -> Table:
    """The effects of one option, and beneath their name what is missing of them."""
    periods, names = periods_and_effects(telling)
    lines, without = [], defaultdict(list)
    for effect in names:
        said = word("effect", effect, telling.language)
        lines.append([said, *(shown(telling, at, effect, period) for period in periods)])
        without[telling.listed(missing(telling, at, effect, periods))].append(said)
    caption = telling.say("sheet.effects")
    if told := [f"{telling.listed(some)}: {parts}" for parts, some in without.items() if parts]:
        caption += f". {telling.say('sheet.effects.missing', parts='; '.join(told))}"
    heads = [telling.say("table.effect"), *(telling.period(period) for period in periods)]
    return Table(caption, heads, lines)


def periods_and_effects(telling: Telling) -> tuple[list[str], list[str]]:
    """In the order of the rows."""
    rows = telling.compared.effects
    return (
        list(dict.fromkeys(row["period"] for row in rows)),
        list(dict.fromkeys(row["effect"] for row in rows)),
    )


def effect_of(
    telling: Telling, at: int, effect: str, period: str, of: str = ALL
) -> dict[str, Any] | None:
    for row in telling.compared.effects:
        where = (row["option"], row["effect"], row["of"], row["period"])
        if where == (telling.options[at].name, effect, of, period):
            return row
    return None


def basis(telling: Telling) -> str:
    told = dict.fromkeys(row["basis"] for row in telling.compared.effects)
    return "; ".join(word("basis", one, telling.language) for one in told)


def shown(telling: Telling, at: int, effect: str, period: str) -> str:
    """Change with range and unit, the parts that can be told, or why there is no number."""
    row = effect_of(telling, at, effect, period)
    if row is None:
        return telling.say("effect.no_amount_told")
    if row["status"] == COMPUTED:
        return amount(telling, row)
    parts = known_parts(telling, row) if row["status"] == NO_FACTOR else []
    return "; ".join(parts) or why_none(telling, row)


def known_parts(telling: Telling, whole: dict[str, Any]) -> list[str]:
    """Of an effect that is not known whole."""
    same = ("option", "effect", "period")
    return [
        f"{word('amount', row['of'], telling.language)} {amount(telling, row)}"
        for row in telling.compared.effects
        if row["status"] == COMPUTED
        and row["change"]
        and all(row[key] == whole[key] for key in same)
    ]


def why_none(telling: Telling, row: dict[str, Any]) -> str:
    if row["status"] != COMPUTED:
        return telling.say(f"effect.{row['status'].replace(' ', '_')}")
    if row["reason"]:
        missing = telling.listed(left_out(telling, row))
        return telling.say("effect.incomplete", missing=missing)
    return telling.say("effect.nothing_avoided")


def left_out(telling: Telling, row: dict[str, Any]) -> list[str]:
    """The parts that a sum lacks, or that have no factor or amount: what they are, by route."""
    if not row["reason"] or row["status"] == OTHER_SERVICE:
        return []
    names = row["reason"].removeprefix(WITHOUT).split(", ")
    return list(dict.fromkeys(part_named(telling, name) for name in names))


def part_named(telling: Telling, name: str) -> str:
    """Of a part `secondary direct lithium`: secondary (direct)."""
    kinds = {row["of"] for row in telling.compared.effects} | {USED_AGAIN}
    of = max((kind for kind in kinds if f"{name} ".startswith(f"{kind} ")), key=len, default=name)
    said = word("amount", of, telling.language)
    rest = name.removeprefix(of).strip()
    if not rest or rest in (*telling.compared.materials, GOODS):
        return said
    route = word("route", rest.split(" ")[0], telling.language)
    return f"{said} ({route})"


def amount(telling: Telling, row: dict[str, Any]) -> str:
    unit, yearly = row["unit"].removesuffix("/a"), row["unit"].endswith("/a")
    ends = [end for end in (row["low"], row["high"]) if end is not None]
    most = max(map(abs, (row["change"], *ends)))
    if unit.startswith("jobs") and 0 < most < 1:
        return telling.say(f"effect.less_than_a_job.{'more' if row['change'] > 0 else 'fewer'}")
    scale = telling.numbers.scale(unit, most)
    change, *ends = (signed(telling, value / scale.factor) for value in (row["change"], *ends))
    named = word("unit", scale.unit, telling.language)
    named = telling.say("unit.per_year", unit=named) if yearly else named
    if len(ends) < 2 or ends[0] == ends[1]:
        return f"{change} {named}"
    return telling.say("effect.range", change=change, unit=named, low=ends[0], high=ends[1])


def signed(telling: Telling, value: float) -> str:
    plain = telling.numbers.plain(value)
    return f"+{plain}" if value > 0 else plain
