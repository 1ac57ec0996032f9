"""SVG as a tree of elements: every text is escaped, every tag closed, every byte repeatable.

Looks are presentation attributes, never `style`, so that a page may forbid inline styles.
"""

from collections.abc import Iterable
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

INK, SOFT_INK, GRID, PAPER = "#1a1a1a", "#4d4d4d", "#d9d9d9", "#ffffff"
Looks = dict[str, Any]  # attributes of an element
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"


def node(tag: str, *children: Element, text: str = "", **attributes: Any) -> Element:
    """An element; `stroke_width=2` becomes `stroke-width="2"`, and None is left out."""
    made = Element(tag, {_name(k): _value(v) for k, v in attributes.items() if v is not None})
    made.text = text or None
    made.extend(children)
    return made


def drawing(
    key: str, title: str, description: str, width: float, height: float, parts: Iterable[Element]
) -> Element:
    """A whole picture with an accessible name and description; `key` keeps its ids apart."""
    return node(
        "svg",
        node("title", text=title, id=f"{key}-title"),
        node("desc", text=description, id=f"{key}-desc"),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        role="img",
        aria_labelledby=f"{key}-title",
        aria_describedby=f"{key}-desc",
        font_family=FONT,
        font_size=13,
        fill=INK,
    )


def label(x: float, y: float, text: str, **attributes: Any) -> Element:
    """A text at a place, with a halo of paper that keeps it readable over what it crosses."""
    looks: Looks = {
        "stroke": PAPER,
        "stroke_width": 3,
        "stroke_linejoin": "round",
        "paint_order": "stroke",
    }
    return node("text", text=text, x=x, y=y, **(looks | attributes))


def line(x1: float, y1: float, x2: float, y2: float, **attributes: Any) -> Element:
    return node("line", x1=x1, y1=y1, x2=x2, y2=y2, **attributes)


def through(points: Iterable[tuple[float, float]]) -> str:
    """Path data of straight lines through points."""
    return "M" + "L".join(f"{_value(x)},{_value(y)}" for x, y in points)


def text_width(text: str, size: float = 13) -> float:
    """About how wide a text is drawn."""
    return 0.55 * size * len(text)


def key_of(*names: object) -> str:
    """An id for a part of the page, of names that may hold spaces."""
    return "-".join(map(str, names)).replace(" ", "-")


def written(picture: Element) -> str:
    """The picture as text."""
    return ElementTree.tostring(picture, encoding="unicode")


def _name(attribute: str) -> str:
    return attribute.rstrip("_").replace("_", "-")


def _value(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
