"""How an option stands to the law, by sign, word and distance; all made by hand."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from critflow.report.comparison.gaps import legal_path, when_met
from critflow.report.comparison.lights import SIGNS, light, state, summary
from critflow.report.comparison.reading import Rule, Verdict
from critflow.report.comparison.telling import Telling

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
        (0.72, "not met", "small miss"),
        (0.60, "not met", "not met"),
        (0.72, "indicative only", "indicative only"),
        (0.72, "not yet applicable", "not yet applicable"),
    ],
)
def test_a_margin_below_two_points_is_marked_where_a_rule_binds(value, status, shown):
    assert state(rule((value, 0.73, status, None)), 2028) == shown


def test_a_small_margin_is_met_and_a_small_miss_is_not():
    met = light(WORDS, rule((0.74, 0.73, "met", 0.0)), 2028)
    missed = light(WORDS, rule((0.72, 0.73, "not met", 12.0)), 2028)
    assert met.sign.startswith(SIGNS["met"])
    assert met.word == "gehaald met kleine marge"
    assert missed.sign.startswith(SIGNS["not met"])
    assert missed.word == "net niet gehaald"
    assert met.state != missed.state


def test_a_rule_that_is_met_for_some_years_only_is_told_so():
    lasting = rule((0.7, 0.73, "not met", 1.0), (0.8, 0.73, "met", 0.0))
    passing = rule((0.8, 0.73, "met", 0.0), (0.7, 0.73, "not met", 1.0))
    assert when_met(WORDS, lasting) == "2029"
    assert when_met(WORDS, passing) == "2028, niet blijvend"
    assert when_met(WORDS, rule((0.7, 0.73, "not met", 1.0))) == "nooit"


def test_a_distance_is_told_in_points_and_in_tonnes():
    shown = light(WORDS, rule((0.60, 0.73, "not met", 1900.0)), 2028)
    assert shown.value == "60,0\N{NO-BREAK SPACE}%"
    assert shown.distance == ["\N{MINUS SIGN}13,0 punt", "1,9\N{NO-BREAK SPACE}kt vereist"]


@pytest.mark.parametrize(
    ("chance", "shown"),
    [
        (1.0, "expected"),
        (0.90, "expected"),
        (0.8999, "likely"),
        (0.66, "likely"),
        (0.5, "uncertain"),
        (0.33, "uncertain"),
        (0.1, "unlikely"),
        (0.0999, "not expected"),
        (0.0, "not expected"),
    ],
)
def test_a_binding_rule_is_told_by_how_many_draws_meet_it(chance, shown):
    drawn = replace(rule((0.74, 0.73, "met", 0.0)), chances={2028: chance})
    assert state(drawn, 2028) == shown


def test_with_draws_a_target_counts_as_met_where_that_is_expected():
    met = rule((0.74, 0.73, "met", 0.0))
    rules = {"a": replace(met, chances={2028: 0.95}), "b": replace(met, chances={2028: 0.5})}
    told = Telling("nl", None, 2028, 0)
    said = summary(told, SimpleNamespace(rules=rules, levers=[]))
    assert said.startswith("1 van 2 bindende en toetsbare doelen naar verwachting gehaald")
    assert said.endswith("2 in de centrale berekening")


def test_draws_give_no_light_to_what_has_no_norm():
    drawn = replace(rule((0.74, 0.73, "indicative only", 0.0)), chances={2028: 1.0})
    assert state(drawn, 2028) == "indicative only"


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
    assert asked.first_met == (2030, False)
