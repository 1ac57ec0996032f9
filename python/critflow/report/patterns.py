"""White patterns over a colour: what is told apart by colour is told apart without it, too."""

from xml.etree.ElementTree import Element

from critflow.report.svg import PAPER, node

STRIPES, DOTS, COUNTER = "stripes", "dots", "counter"
UPRIGHT, GRID, LEVEL = "upright", "grid", "level"
PLAIN = ""
LINE, CROSS = "M0,0V6", "M0,0V6M0,0H6"
LINES = {  # way and turn
    STRIPES: (LINE, 45),
    COUNTER: (LINE, -45),
    UPRIGHT: (LINE, 0),
    LEVEL: (LINE, 90),
    GRID: (CROSS, 45),
}


def pattern(key: str, kind: str) -> Element:
    """One that fills by `url(#key)`."""
    if kind == DOTS:
        drawn, turn = node("circle", cx=3, cy=3, r=1.6, fill=PAPER), 0
    else:
        way, turn = LINES[kind]
        drawn = node("path", d=way, stroke=PAPER, stroke_width=2)
    where = {"patternUnits": "userSpaceOnUse", "patternTransform": f"rotate({turn})"}
    return node("pattern", drawn, id=key, width=6, height=6, **where)
