"""The levers of an option as its sheet tells them, with what the catalogue warns of."""

import re
from collections.abc import Mapping
from typing import Any

from critflow import _core
from critflow.data_sets import library
from critflow.levers import BY_ASSUMPTION
from critflow.messages import word
from critflow.report.comparison.reading import Lever
from critflow.run import Run

NUMBER = r"L\d\d"


def levers(run: Run, language: str) -> list[Lever]:
    """Those of the policy, with what the catalogue warns of."""
    known = {one.id: one for one in _core.lever_catalogue(library())}
    titles = {name: getattr(one, f"title_{language}").lower() for name, one in known.items()}
    warnings = {
        name: in_words(word("interactions", name, language), titles) if one.interactions else ""
        for name, one in known.items()
    }
    return [
        Lever(
            title=one[f"title_{language}"] or one["name"],
            knob=one["knob"] or "",
            pillar=one["pillar"] or "",
            actor=one["actor"] or "",
            instrument=one["instrument"] or "",
            legal_status=one["legal_status"] or "",
            first_year=one["first_year"],
            evidence=one["evidence"] or "",
            interactions=warnings.get(one["catalogue"] or "", ""),
            note=one["note"] or "",
            effort=solved_effort(one),
            full_effort=f"{one['value']} {one['unit'] or ''}",
        )
        for one in run.levers()
    ]


def in_words(warning: str, titles: Mapping[str, str]) -> str:
    """Without the numbers of the catalogue: those in brackets go, others are called by title."""
    plain = re.sub(rf" \({NUMBER}(, {NUMBER})*\)", "", warning)
    return re.sub(NUMBER, lambda found: titles[found.group()], plain)


def solved_effort(lever: dict[str, Any]) -> dict[str, float]:
    """The share of the full effort that it takes to reach a target, from each year on."""
    parts = (lever["effort"] or "").removeprefix(BY_ASSUMPTION).split(", ")
    return {year: float(share) for year, _, share in (one.partition(": ") for one in parts) if year}
