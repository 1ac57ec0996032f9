"""What the page answers: what is lost, whether targets are met, what a policy changes."""

import critflow as cf
import pytest
from critflow.report.agreement import agreement, furthest_series, worst
from critflow.report.collection import collection, dated, is_met, targets, verdict
from critflow.report.difference import difference
from critflow.report.losses import losses
from critflow.report.sankey_layout import Link
from critflow.report.writing import told


@pytest.fixture(scope="module")
def story(batteries):
    return told(batteries, "en", None, None)


@pytest.fixture(scope="module")
def with_policy(batteries):
    return told(cf.simulate(batteries.system, policy="combination"), "en", None, None)


def test_losses_are_those_after_use_by_reason_the_largest_first():
    roles = {
        ("mine", "slag"): "lost",
        ("use", "abroad"): "used_export",
        ("use", "waste"): "waste",
        ("waste", "recycling"): "collected",
        ("waste", "landfill"): "lost",
        ("recycling", "slag"): "lost",
        ("recycling", "market"): "recovered",
        ("market", "mine"): "",
    }
    amounts = [9.0, 2.0, 8.0, 5.0, 3.0, 1.0, 4.0, 1.0]
    links = [Link(*ends, amount) for ends, amount in zip(roles, amounts, strict=True)]
    lost = losses(links, roles, ["use"])
    assert list(lost.items()) == [("not_collected", 3.0), ("used_export", 2.0), ("lost", 1.0)]


def test_a_target_is_judged_by_the_rate_of_the_law(story, batteries):
    for target, year, rate in dated(story):
        legal = batteries.indicator("legal_collection_rate", layer="battery mass", year=year)
        assert rate == pytest.approx(float(legal.sel(category=target.category)))
        assert is_met(target, rate) == (rate >= target.share)


def test_targets_are_judged_where_they_begin_and_in_the_chosen_year(story):
    judged = [(target.category, year) for target, year, _ in dated(story)]
    assert [year for category, year in judged if category == "portable"] == [2023, 2027, 2030, 2040]
    assert [year for category, year in judged if category == "LMT"] == [2028, 2031, 2040]
    assert len(targets(story).rows) == 7


def test_where_the_law_sets_no_percentage_the_page_says_so(story):
    assert "no percentage for" in verdict(story)
    assert "(SLI)" in verdict(story)
    assert len(collection(story).rows) == 5


def test_a_system_without_legal_categories_has_no_verdict(run):
    assert verdict(told(run, "en", None, None)) == ""


def test_a_policy_is_shown_beside_the_same_scenario_without_it(story, with_policy):
    assert difference(story) is None
    table = difference(with_policy)
    mined = with_policy.numbers.amount(story.reading.metals[0].mined[story.step], "t", 3)
    assert table.rows[0][1] == mined
    assert table.rows[0][3].startswith("\N{MINUS SIGN}")


def test_the_figure_furthest_from_the_model_is_drawn_first_and_named(story):
    first, *others = furthest_series(story.reading.published)
    assert all(worst(first) >= worst(one) for one in others)
    assert f"“{first.name}”" in agreement(story)
