"""What the page answers: what is lost, whether targets are met, what a policy changes."""

from pathlib import Path

import critflow as cf
import numpy as np
import pytest
from critflow.report.agreement import agreement, furthest_series, worst
from critflow.report.collection import collection, dated, is_met, targets, verdict
from critflow.report.difference import difference
from critflow.report.losses import losses
from critflow.report.sankey_layout import Link
from critflow.report.sentences import headlines, key_answer
from critflow.report.tables import key_figures
from critflow.report.writing import told
from critflow.summary import summary

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture(scope="module")
def story(batteries):
    return told(batteries, "en", None, None)


@pytest.fixture(scope="module")
def with_policy(batteries):
    return told(cf.simulate(batteries.system, policy="combination"), "en", None, None)


@pytest.fixture(scope="module")
def short():
    """A run in which mines and refineries do not give all that is asked."""
    return cf.simulate(cf.load(SCENARIOS / "world-metals"))


@pytest.fixture(scope="module")
def fleet():
    """A run without materials."""
    return cf.simulate(cf.load(SCENARIOS / "ev-fleet"))


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


def test_what_leaves_without_a_role_after_use_is_lost_and_nothing_is_lost_twice():
    roles = {
        ("use", "waste"): "waste",
        ("waste", "plant"): "collected",
        ("plant", "abroad"): "",
        ("plant", "market"): "recovered",
        ("use", "export"): "used_export",
        ("export", "buyers"): "",
        ("market", "spill"): "",
    }
    amounts = [6.0, 6.0, 4.0, 2.0, 3.0, 3.0, 1.0]
    links = [Link(*ends, amount) for ends, amount in zip(roles, amounts, strict=True)]
    assert losses(links, roles, ["use"]) == {"left": 4.0, "used_export": 3.0}


def test_what_is_lost_is_no_more_than_what_leaves_use(story):
    reading = story.reading
    for links in reading.links.values():
        leaving = sum(link.amount for link in links if link.tail in reading.in_use)
        assert sum(losses(links, reading.roles, reading.in_use).values()) < leaving


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


def test_what_is_supplied_and_what_is_missing_meet_the_demand(short):
    for metal in told(short, "en", None, None).reading.metals:
        supply = metal.primary + metal.old_scrap + metal.new_scrap
        assert np.all(supply + metal.missing >= metal.demand * (1 - 1e-12))
        assert np.all(metal.primary <= metal.mined)


def test_missing_ore_is_missing_as_the_metal_that_refineries_would_make_of_it(short):
    copper = told(short, "en", None, None).reading.metals[-1]
    year = {"layer": "copper", "year": 2040}
    ore = float(short.flow("shortage", "mined-copper", **year))
    made = float(short.indicator("primary_supply", **year))
    used = float(np.sum(short.flow("mined-copper", "copper-refining", **year).values))
    step = short.system.years.index(2040)
    assert ore > 0
    assert copper.missing[step] == pytest.approx(ore * made / used)
    assert copper.primary[step] + copper.missing[step] == pytest.approx(made)


def test_a_shortage_is_told_on_the_page_and_in_the_terminal(short, story):
    page = told(short, "en", None, None)
    assert "is missing" in headlines(page)[0].sentence and "is missing" in key_answer(page)
    assert sum("missing" in row[1] for row in key_figures(page).rows) == 4
    assert "missing" in summary(short, "en")
    assert "is missing" not in headlines(story)[0].sentence + key_answer(story)
    assert not any("missing" in row[1] for row in key_figures(story).rows)


def test_without_materials_use_in_each_layer_is_told(fleet):
    table = key_figures(told(fleet, "en", None, None))
    assert len(table.rows) == 3 * 3
    assert "batteries [million units]\n  into use per year" in summary(fleet, "en")
    stock = float(np.sum(fleet.stock("fleet", layer="batteries", year=2050).values))
    assert table.rows[1][-1] == f"{round(stock / 1e6, -1):,.0f}"


def test_without_materials_a_policy_is_shown_by_what_is_in_use():
    run = cf.simulate(cf.load(SCENARIOS / "ev-fleet"), policy="replace-30")
    rows = difference(told(run, "en", None, None)).rows
    assert any(row[0] == "batteries, into use per year" for row in rows)


def test_the_layer_that_products_are_added_up_in_is_that_of_batteries(fleet):
    assert told(fleet, "en", None, None).reading.layer == "batteries"


def test_uses_have_dutch_names_and_those_without_waste_are_left_out(short):
    names = [row[0] for row in collection(told(short, "nl", None, None)).rows]
    assert "elektrische voertuigen" in names and "draagbare batterijen" in names
    assert "superlegeringen" not in names


def test_the_page_counts_targets_for_collection_and_the_terminal_names_the_law(story, batteries):
    assert "legal collection targets" in verdict(story)
    assert "Batteries Regulation" in summary(batteries, "en")


def test_collected_is_told_with_its_layer(with_policy):
    assert "battery mass, collected" in [row[0] for row in difference(with_policy).rows]
