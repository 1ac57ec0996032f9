"""Makes the flows of a year few enough to read: what is small is left out or taken together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from critflow.report.sankey_layout import Link, passing

LEAST_FLOW = 0.01  # of the largest
LEAST_STOCK = 0.04  # of the largest process


@dataclass(frozen=True)
class Drawing:
    """The links that are drawn, what their ends are called, and what passes these in all."""

    links: list[Link]
    titles: dict[str, str]
    amounts: dict[str, float]


def readable(
    links: Iterable[Link], titles: Mapping[str, str], in_use: Iterable[str], rest: str
) -> Drawing:
    """Small stocks in use together as `rest`, small flows left out, chains of one link shortened,
    and an end drawn beside each process that feeds it."""
    named = dict(titles)
    in_use = set(in_use)
    links = together(list(links), in_use, rest)
    named[rest] = rest
    amounts = {name: passing(name, links) for k in links for name in (k.tail, k.head)}
    largest = max((link.amount for link in links), default=0.0)
    links = [link for link in links if link.amount >= LEAST_FLOW * largest]
    links = shortened(links, in_use | {rest})
    return ends_apart(links, named, amounts)


def together(links: list[Link], in_use: set[str], rest: str) -> list[Link]:
    size = {name: passing(name, links) for k in links for name in (k.tail, k.head)}
    largest = max(size.values(), default=0.0)
    small = {name for name in in_use if size.get(name, 0.0) < LEAST_STOCK * largest}
    return renamed(links, dict.fromkeys(small, rest) if len(small) > 1 else {})


def renamed(links: list[Link], names: Mapping[str, str]) -> list[Link]:
    """With other names; links between the same two then are one."""
    amounts: dict[tuple[str, str], float] = defaultdict(float)
    for link in links:
        amounts[names.get(link.tail, link.tail), names.get(link.head, link.head)] += link.amount
    return [Link(tail, head, amount) for (tail, head), amount in amounts.items() if tail != head]


def shortened(links: list[Link], kept: set[str]) -> list[Link]:
    """Where a process passes all it gets from one to one other, which gets nothing else, only the
    other is drawn; before an end, only the process itself. Those to be kept are."""
    entering = Counter(link.head for link in links)
    leaving = Counter(link.tail for link in links)
    for link in links:
        alone = leaving[link.tail] == entering[link.head] == 1
        alone = alone and not {link.tail, link.head} & kept
        if alone and leaving[link.head] == 0 and entering[link.tail] > 0:
            return shortened(renamed(links, {link.head: link.tail}), kept)
        if alone and leaving[link.head] > 0 and entering[link.tail] < 2:
            return shortened(renamed(links, {link.tail: link.head}), kept)
    return links


def ends_apart(links: list[Link], titles: dict[str, str], amounts: dict[str, float]) -> Drawing:
    tails = {link.tail for link in links}
    fed = Counter(link.head for link in links if link.head not in tails)
    apart = []
    for link in links:
        head = link.head
        if fed[link.head] > 1:
            head = f"{link.head} of {link.tail}"
            titles[head], amounts[head] = titles[link.head], link.amount
        apart.append(Link(link.tail, head, link.amount))
    return Drawing(apart, titles, amounts)
