"""One picture of the page as a drawing by itself."""

import textwrap
from xml.etree.ElementTree import Element

from critflow.faults import unknown
from critflow.report.figures import Panel, pictures
from critflow.report.story import Story
from critflow.report.svg import PAPER, SOFT_INK, drawing, label, node, text_width

MARGIN, HEADING, LINE, PANEL_HEADING = 16.0, 40.0, 20.0, 26.0


def picture(story: Story, name: str) -> Element:
    """The picture with its question and answer above it, on paper of its own.

    Raises InvalidValue where the page has no picture of that name.
    """
    known = pictures(story)
    if name not in known:
        raise unknown("picture", "picture", name, known)
    shown = known[name]
    columns = 1 if shown.wide else 2
    panel_width, panel_height = size(shown.panels[0])
    above = PANEL_HEADING if len(shown.panels) > 1 else 0.0
    width = columns * (panel_width + MARGIN) + MARGIN
    rows = -(-len(shown.panels) // columns)
    answer = textwrap.wrap(shown.answer, int((width - 2 * MARGIN) / text_width("n", 14)))
    top = HEADING + LINE * len(answer)
    height = top + rows * (panel_height + above + MARGIN)
    parts = [
        node("rect", width=width, height=height, fill=PAPER),
        label(MARGIN, 28.0, shown.title, font_size=20, font_weight=600),
    ]
    for number, words in enumerate(answer):
        y = HEADING + 12.0 + LINE * number
        parts.append(label(MARGIN, y, words, font_size=14, fill=SOFT_INK))
    for number, panel in enumerate(shown.panels):
        x = MARGIN + number % columns * (panel_width + MARGIN)
        y = top + number // columns * (panel_height + above + MARGIN)
        if above:
            parts.append(label(x, y + 16.0, panel.title, font_size=14, font_weight=600))
        parts.append(placed(panel.drawn, x, y + above, panel_width, panel_height))
    return drawing(name, shown.title, shown.answer, width, height, parts)


def size(panel: Panel) -> tuple[float, float]:
    _, _, width, height = panel.drawn.attrib["viewBox"].split()
    return float(width), float(height)


def placed(drawn: Element, x: float, y: float, width: float, height: float) -> Element:
    """The drawing inside another."""
    for key, value in (("x", x), ("y", y), ("width", width), ("height", height)):
        drawn.set(key, f"{value:g}")
    return drawn
