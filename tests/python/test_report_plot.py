"""Axes, and names that do not touch."""

from itertools import pairwise

import numpy as np
import pytest
from critflow.numbers import Numbers, Scale
from critflow.report.plot import Frame, Series, bands, even_ticks, spread, year_ticks
from critflow.report.svg import drawing, written


@pytest.mark.parametrize(
    ("highest", "ticks"),
    [
        (0.0, [0, 1]),
        (1.0, [0, 0.25, 0.5, 0.75, 1]),
        (7.3, [0, 2, 4, 6, 8]),
        (400, [0, 100, 200, 300, 400]),
    ],
)
def test_ticks_are_round_numbers_up_to_the_highest(highest, ticks):
    assert even_ticks(highest) == pytest.approx(ticks)


def test_years_on_the_axis_are_round_and_not_crowded():
    frame = Frame(np.arange(2000, 2061), 1.0, Scale(1.0, "t"), width=400.0)
    assert year_ticks(frame) == [2000, 2020, 2040, 2060]


def test_names_keep_their_order_and_do_not_overlap():
    heights = [18.0, 33.0, 18.0]
    places = spread([100.0, 101.0, 99.0], heights, 0.0, 150.0)
    order = sorted(range(3), key=lambda i: places[i])
    assert order == [2, 0, 1]
    for upper, lower in pairwise(order):
        assert places[lower] - places[upper] >= (heights[upper] + heights[lower]) / 2
    assert max(p + h / 2 for p, h in zip(places, heights, strict=True)) <= 150.0


def test_names_with_room_stay_where_they_are_wanted():
    assert spread([20.0, 80.0], [10.0, 10.0], 0.0, 100.0) == [20.0, 80.0]


def test_bands_lie_on_one_another():
    frame = Frame(np.array([2000, 2001]), 4.0, Scale(1.0, "t"))
    lower, upper = (Series(name, np.array([1.0, 2.0])) for name in ("lower", "upper"))
    paths = [part.get("d") for part in bands(frame, [lower, upper], "key") if part.tag == "path"]
    top_of_lower = paths[0][1:].split("L")[:2]
    floor_of_upper = paths[1][1:-1].split("L")[2:]
    assert top_of_lower == floor_of_upper[::-1]


def test_a_title_is_text_and_never_markup():
    picture = written(drawing("key", "<script>alert(1)</script>", "a & b", 10.0, 10.0, []))
    assert "<script" not in picture
    assert "&lt;script&gt;" in picture


def test_numbers_of_an_axis_are_as_short_as_they_go():
    assert [Numbers("nl").tick(value) for value in (0.0, 2.5, 20.0, 1500.0)] == [
        "0",
        "2,5",
        "20",
        "1.500",
    ]
