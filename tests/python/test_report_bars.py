"""Bars that lie, and lines beside steps of the law."""

from itertools import pairwise

import numpy as np
import pytest
from critflow.numbers import Numbers, Scale
from critflow.report.bars import Bar, Limit, Part, bars
from critflow.report.courses import Course, courses, peaks, steps
from critflow.report.plot import Frame

NUMBERS = Numbers("en")


def drawn(rows, limit=None):
    return bars("test", rows, NUMBERS, "t", limit)[1]


def rectangles(parts):
    """Left, width and top of all that is filled with a colour, the legend left out."""
    found = [part for part in parts if part.tag == "rect" and part.get("stroke")]
    return [tuple(float(one.get(key)) for key in ("x", "width", "y")) for one in found]


def texts(parts):
    return [part.text for part in parts if part.tag == "text"]


def test_parts_of_a_bar_lie_beside_one_another_as_long_as_their_amounts():
    one = Bar("one", [Part("a", 30.0, "#000"), Part("b", 10.0, "#111")])
    (left, long, _), (after, short, _) = rectangles(drawn([one]))
    assert long == pytest.approx(3 * short, abs=0.2)
    assert after == pytest.approx(left + long, abs=0.2)


def test_a_bar_begins_where_it_is_told_to():
    rows = [Bar("a", [Part("up", 30.0, "#000")]), Bar("b", [Part("up", 10.0, "#000")], start=30.0)]
    (left, width, _), (after, _, _) = rectangles(drawn(rows))
    assert after == pytest.approx(left + width, abs=0.2)


def test_what_is_below_zero_lies_left_of_zero():
    rows = [Bar("a", [Part("up", 30.0, "#000")]), Bar("b", [Part("down", -20.0, "#111")])]
    (zero, long, _), (left, width, _) = rectangles(drawn(rows))
    assert left + width == pytest.approx(zero, abs=0.2)
    assert width == pytest.approx(long * 2 / 3, abs=0.2)


def test_a_limit_beyond_all_bars_is_still_on_the_picture():
    parts = drawn([Bar("a", [Part("x", 10.0, "#000")])], Limit(65.0, "the limit"))
    line = next(part for part in parts if part.tag == "line" and part.get("stroke-dasharray"))
    assert 0 < float(line.get("x1")) < 960
    assert "the limit" in texts(parts)


def test_a_kind_of_part_is_named_once_and_only_where_there_is_some():
    rows = [
        Bar("one", [Part("kept", 1.0, "#000"), Part("lost", 0.0, "#111")]),
        Bar("two", [Part("kept", 2.0, "#000"), Part("lost", 0.0, "#111")]),
    ]
    assert texts(drawn(rows)).count("kept") == 1
    assert "lost" not in texts(drawn(rows))


def test_a_long_name_is_shortened_and_never_longer_than_two_rows():
    parts = drawn([Bar("word " * 60, [Part("x", 1.0, "#000")])])
    rows = [text for text in texts(parts) if text.startswith("word")]
    assert len(rows) == 2
    assert rows[-1].endswith("…")


def test_bars_without_any_amount_are_drawn_all_the_same():
    height, parts = bars("test", [Bar("none", [Part("x", 0.0, "#000")])], NUMBERS, "t")
    assert height > 0
    assert "none" in texts(parts)


def frame():
    return Frame(np.arange(2020, 2031), 100.0, Scale(1.0, "%"))


def test_the_law_is_level_until_it_asks_more_and_then_to_the_end():
    path = next(part for part in steps(frame(), [2022, 2026], [50.0, 80.0], "law"))
    points = [tuple(map(float, one.split(","))) for one in path.get("d")[1:].split("L")]
    assert [x for x, _ in points] == pytest.approx(
        [frame().x(year) for year in (2022, 2026, 2026, 2030)], abs=0.1
    )
    assert [y for _, y in points] == pytest.approx(
        [frame().y(value) for value in (50, 50, 80, 80)], abs=0.1
    )


def test_lines_are_told_apart_by_more_than_colour():
    shown = [Course(str(number), [2020, 2030], [1.0, 2.0], number) for number in range(10)]
    looks = {(one.colour, one.dash) for one in shown}
    assert len(looks) == len(shown)
    neighbours = pairwise(shown)
    assert all(one.dash != other.dash for one, other in neighbours)


def test_a_line_is_named_at_its_end():
    parts = list(courses(frame(), [Course("B", [2020, 2030], [10.0, 20.0], 1)]))
    assert [part.text for part in parts if part.tag == "text"] == ["B"]


def test_a_part_is_named_inside_where_its_name_has_room():
    rows = [Bar("one", [Part("a", 90.0, "#000"), Part("a long name", 10.0, "#111")])]
    named = [part.text for part in bars("test", rows, NUMBERS, "t", named=True)[1]]
    assert named.count("a") == 2 and named.count("a long name") == 1
    assert texts(drawn(rows)).count("a") == 1


def test_a_line_with_a_peak_is_named_beside_it_and_one_at_zero_is_not():
    years = np.arange(2030, 2035)
    frame = Frame(years, 10.0, Scale(1.0, "t"))
    shown = [
        Course("A", years.tolist(), [0.0, 0.0, 9.0, 0.0, 0.0], 0),
        Course("B", years.tolist(), [0.0] * 5, 1),
    ]
    (name,) = [part for part in peaks(frame, shown) if part.tag == "text"]
    assert name.text == "A"
    assert frame.x(2032) < float(name.get("x")) < frame.x(2033)
    assert float(name.get("y")) == pytest.approx(frame.y(9.0) + 4)
