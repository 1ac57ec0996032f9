"""What charts of plants and of the cascade draw of things made by hand."""

from types import SimpleNamespace
from urllib.parse import unquote

import numpy as np
from by_hand import plain
from critflow.records import Records
from critflow.report.comparison.capacity import described, utilisation, years_of
from critflow.report.comparison.cascade import cascade_of
from critflow.report.comparison.download import csv_link, csv_of
from critflow.report.comparison.reading import Capacity, Saved
from critflow.report.comparison.telling import Telling
from critflow.report.comparison.through_use import saved
from critflow.report.courses import Course
from critflow.report.sankey_layout import Link


def test_plants_are_drawn_over_the_years_of_all_their_lines():
    lines = [Course("A", [2031, 2032], [1.0, 1.0], 0), Course("G", [2029, 2030], [1.0, 1.0], 1)]
    axis = np.arange(2025, 2041)
    assert years_of(axis, lines).tolist() == [2029, 2030, 2031, 2032]


def test_a_plant_without_a_limit_in_the_year_is_told_so():
    axis = np.array([2030, 2035])
    told = Telling("nl", SimpleNamespace(axis=axis), 2030, 0)
    feed = np.array([5.0, 5.0])
    plant = Capacity("Raffinage", "t/a", True, feed, feed, np.array([np.nan, 10.0]))
    assert plain(described(told, plant)) == "Raffinage geen grens"


def test_what_is_used_again_tells_what_it_saves_and_how_that_is_known():
    part = Saved("second-life.displacement", 0.65, "assumption")
    told = Telling("nl", SimpleNamespace(options=[SimpleNamespace(saved=[part])]), 2030, 0)
    assert plain(saved(told)) == (
        "Wat opnieuw wordt gebruikt, bespaart nieuw: nieuwe opslag die een hergebruikte batterij "
        "uitspaart, 65 % van een nieuwe (aangenomen)."
    )
    none = Telling("nl", SimpleNamespace(options=[SimpleNamespace(saved=[])]), 2030, 0)
    assert saved(none) == ""


def test_a_cascade_gives_each_step_what_the_next_does_not_get():
    roles = {
        ("use", "abroad"): "used_export",
        ("use", "drawer"): "hoarded",
        ("use", "waste"): "waste",
        ("waste", "collection"): "collected",
        ("waste", "bin"): "mixed_waste",
        ("collection", "recycling"): "recycling_input",
        ("collection", "residue"): "lost",
        ("recycling", "metal"): "recovered",
    }
    amounts = [30.0, 10.0, 60.0, 40.0, 20.0, 35.0, 5.0, 28.0]
    links = [Link(*ends, amount) for ends, amount in zip(roles, amounts, strict=True)]
    found = cascade_of(roles, ["use"], links)
    assert found.exported == 30.0
    assert found.kept == 10.0
    assert found.not_collected == 20.0
    assert found.sorting_loss == 5.0
    assert found.recycling_loss == 7.0
    assert found.recovered == 28.0
    assert found.total == found.left == 100.0
    assert found.recycling_rate == 0.28


def test_what_comes_out_of_drawers_is_no_part_of_what_the_recycling_rate_divides_by():
    roles = {
        ("use", "waste"): "waste",
        ("drawer", "waste"): "waste",
        ("waste", "collection"): "collected",
        ("collection", "recycling"): "recycling_input",
        ("recycling", "metal"): "recovered",
    }
    links = [
        Link(*ends, amount) for ends, amount in zip(roles, [80.0, 20, 50, 50, 40], strict=True)
    ]
    found = cascade_of(roles, ["use"], links)
    assert found.recycling_rate == 0.5
    assert found.total == 100.0


def test_a_full_plant_is_used_wholly_even_where_its_queue_leaves_no_room():
    one = Capacity(
        "plant",
        "t/a",
        delivers=False,
        feed=np.array([5.0, 20.0, 9.0]),
        passed=np.array([5.0, 10.0, 0.0]),
        bound=np.array([10.0, 10.0, 0.0]),
    )
    assert utilisation(one).tolist() == [0.5, 1.0, 1.0]


def test_numbers_to_load_are_csv_without_formulas_and_with_nothing_for_none():
    data = Records("rows", {"name": ["=1+1", "plain"], "value": [1 / 3, None]})
    assert csv_of(data) == "name,value\n'=1+1,0.333333\nplain,\n"
    head, _, carried = csv_link(data).partition(",")
    assert head == "data:text/csv;charset=utf-8"
    assert unquote(carried) == csv_of(data)
