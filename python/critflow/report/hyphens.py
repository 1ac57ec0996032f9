"""Where long words may be broken: between the parts of a compound, as far as they are known."""

import re

SOFT = "\N{SOFT HYPHEN}"
PARTS = (  # with which compounds of our field end
    *("afhankelijkheid", "afval", "auto", "bewerking", "cellen", "fabriek", "gebruik", "gewonnen"),
    *(
        "graad",
        "heid",
        "inname",
        "massa",
        "markt",
        "materiaal",
        "metaal",
        "metalen",
        "middelen",
        "mijnen",
    ),
    *("pakketten", "productie", "raffinaderij", "schroot", "uitvoer", "verlies", "verwerking"),
    *("voorraad", "winning"),
)
JOINT = re.compile(f"(?<=[a-z]{{3}})(?=(?:{'|'.join(PARTS)}))", re.IGNORECASE)


def breakable(text: str) -> str:
    """With soft hyphens where a known part of a compound begins."""
    return JOINT.sub(SOFT, text)
