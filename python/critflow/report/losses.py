"""What leaves use and does not come back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from critflow.report.sankey_layout import Link

Ends = tuple[str, str]
REASONS = {
    "used_export": "used_export",
    "mixed_waste": "not_collected",
    "unknown": "not_collected",
    "functional_loss": "functional_loss",
    "lost": "lost",
}


def losses(
    links: Sequence[Link], roles: Mapping[Ends, str], in_use: Iterable[str]
) -> dict[str, float]:
    """By reason, the largest first [t/a]; what a collecting process loses was not collected.

    What flows without a role to where nothing comes from has left the system.
    """
    after = after_use(links, roles, in_use)
    collecting = {tail for (tail, _), role in roles.items() if role == "collected"}
    goes_on = {tail for tail, _ in roles}
    amounts: dict[str, float] = defaultdict(float)
    for link in links:
        role = roles[link.tail, link.head]
        reason = REASONS.get(role)
        if not role and link.head not in goes_on:
            reason = "left"
        if reason and link.tail in after:
            amounts["not_collected" if link.tail in collecting else reason] += link.amount
    return dict(sorted(amounts.items(), key=lambda one: -one[1]))


def after_use(links: Sequence[Link], roles: Mapping[Ends, str], in_use: Iterable[str]) -> set[str]:
    """The stocks in use and all that they reach before it is metal again or lost."""
    reached, ahead = set[str](), list(in_use)
    while ahead:
        name = ahead.pop()
        reached.add(name)
        ahead += [
            link.head
            for link in links
            if link.tail == name
            and link.head not in reached
            and roles[link.tail, link.head] not in ("recovered", *REASONS)
        ]
    return reached
