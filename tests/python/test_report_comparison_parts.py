"""What the page of a comparison says of things made by hand: each sign, word and amount."""

from urllib.parse import unquote

import numpy as np
import pytest
from critflow.records import Records
from critflow.report.comparison.capacity import utilisation
from critflow.report.comparison.cascade import cascade_of
from critflow.report.comparison.download import csv_link, csv_of
from critflow.report.comparison.gaps import first_met, legal_path
from critflow.report.comparison.lights import SIGNS, light, state
from critflow.report.comparison.matrix import breakable, direction
from critflow.report.comparison.reading import Capacity, Rule, Verdict
from critflow.report.comparison.telling import Telling
from critflow.report.sankey_layout import Link

WORDS = Telling("nl", None, 2030, 0)


def rule(*verdicts, comparison="at least", in_points=True):
    by_year = {
        2028 + number: Verdict(value, threshold, status, gap, "")
        for number, (value, threshold, status, gap) in enumerate(verdicts)
    }
    return Rule("key", "Title", "1", in_points, comparison, "in force", "Art. 1", by_year, "")


@pytest.mark.parametrize(
    ("value", "status", "shown"),
    [
        (0.80, "met", "met"),
        (0.74, "met", "small margin"),
        (0.72, "not met", "small margin"),
        (0.60, "not met", "not met"),
        (0.72, "indicative only", "indicative only"),
        (0.72, "not yet applicable", "not yet applicable"),
    ],
)
def test_a_margin_below_two_points_is_marked_where_a_rule_binds(value, status, shown):
    assert state(rule((value, 0.73, status, None)), 2028) == shown


def test_a_small_margin_still_says_whether_the_rule_is_met():
    met = light(WORDS, rule((0.74, 0.73, "met", 0.0)), 2028)
    missed = light(WORDS, rule((0.72, 0.73, "not met", 12.0)), 2028)
    assert met.sign.startswith(SIGNS["met"])
    assert met.word == "gehaald, kleine marge"
    assert missed.sign.startswith(SIGNS["not met"])
    assert missed.word == "niet gehaald, kleine marge"


def test_a_distance_is_told_in_points_and_in_tonnes():
    shown = light(WORDS, rule((0.60, 0.73, "not met", 1900.0)), 2028)
    assert shown.value == "60,0\N{NO-BREAK SPACE}%"
    assert shown.distance == ["\N{MINUS SIGN}13,0 punt", "1,9\N{NO-BREAK SPACE}kt tekort"]


def test_of_a_ceiling_what_is_below_is_the_margin():
    of_country = rule(
        (0.60, 0.65, "met", None), (0.70, 0.65, "not met", None), comparison="at most"
    )
    assert of_country.margin(2028) == pytest.approx(5.0)
    assert of_country.margin(2029) == pytest.approx(-5.0)


def test_a_rule_without_value_has_neither_margin_nor_distance():
    shown = light(WORDS, rule((None, 0.73, "not assessable", None)), 2028)
    assert (shown.value, shown.distance) == ("", [])
    assert shown.word == "niet te toetsen"


def test_a_year_that_a_rule_does_not_know_cannot_be_assessed():
    assert state(rule((0.8, 0.73, "met", 0.0)), 2050) == "not assessable"


def test_every_state_has_a_sign_of_its_own():
    assert len(set(SIGNS.values())) == len(SIGNS)


def test_the_legal_path_has_a_step_where_more_is_asked():
    asked = rule(
        (0.5, 0.63, "not yet applicable", None),
        (0.5, 0.63, "not met", 1.0),
        (0.7, 0.63, "met", 0.0),
        (0.7, 0.73, "not met", 1.0),
    )
    years, path = legal_path(asked)
    assert years == [2029, 2031]
    assert path == pytest.approx([63.0, 73.0])
    assert first_met(asked) == 2030


@pytest.mark.parametrize(
    ("change", "sign", "word"), [(5.0, "▲", "more"), (-5.0, "▼", "less"), (0.01, "=", "alike")]
)
def test_a_change_has_a_sign_and_a_word(change, sign, word):
    assert direction(change, 100.0) == (sign, word)


def test_long_words_of_a_heading_can_break_before_a_syllable():
    shown = breakable("importafhankelijkheid, winning").replace("\N{SOFT HYPHEN}", "-")
    assert shown == "impor-taf-han-ke-lijk-heid, winning"
    assert breakable("primaire vraag") == "primaire vraag"


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
