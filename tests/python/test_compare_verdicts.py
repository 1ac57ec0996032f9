"""Options beside each other: how they stand to the law, and what they do besides."""

from pathlib import Path

import critflow as cf
import pytest
from critflow.comparison.effects import Between, Told
from critflow.comparison.factors import factors
from critflow.comparison.series import Axis, Period
from selecting import only, rows

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture(scope="module")
def batteries_compared() -> cf.Comparison:
    return cf.compare(SCENARIOS / "nl-batteries", policies=["law-met"])


def test_a_rule_of_the_law_is_told_with_its_gap_in_points_and_tonnes(batteries_compared):
    row = only(batteries_compared.targets(), option="none", key="collection.portable", year=2030)
    assert row["status"] == "not met"
    assert row["gap_points"] == pytest.approx(100 * (row["threshold"] - row["value"]))
    assert row["gap_tonnes"] == pytest.approx(
        (row["threshold"] - row["value"]) * row["whole"], rel=1e-9
    )
    assert row["first_year_met"] is None or row["first_year_met"] < 2030


def test_the_first_year_met_is_told_and_whether_it_stays_so(batteries_compared):
    met = rows(batteries_compared.targets(), option="law-met", key="recovery.lithium", year=2035)
    checks = batteries_compared.options[1].run.targets()
    tested = [
        row for row in rows(checks, key="recovery.lithium") if row["status"] in ("met", "not met")
    ]
    first = next((row["year"] for row in tested if row["status"] == "met"), None)
    assert met[0]["first_year_met"] == first
    if first is not None:
        after = [row["status"] for row in tested if row["year"] >= first]
        assert met[0]["stays_met"] == (set(after) == {"met"})


def test_effects_tell_a_range_or_why_there_is_no_number(batteries_compared):
    effects = batteries_compared.effects()
    primary = only(effects, option="law-met", effect="greenhouse gas", of="primary", period="2030")
    assert primary["status"] == "computed" and primary["change"] < 0
    assert primary["low"] <= primary["change"] <= primary["high"]
    assert primary["unit"] == "t CO2-eq/a" and primary["kind"].startswith("world-wide")
    for row in effects:
        assert (row["change"] is None) == (row["status"] != "computed")
        assert row["change"] is not None or row["reason"]


def test_the_change_of_greenhouse_gas_is_factors_times_tonnes(batteries_compared):
    row = only(
        batteries_compared.effects(),
        option="law-met",
        effect="greenhouse gas",
        of="primary",
        period="2040",
    )
    factors = {"lithium": 65.94, "cobalt": 18.18, "nickel": 19.95, "copper": 4.49}
    none, option = (
        one.run.indicator("primary_supply", year=2040) for one in batteries_compared.options
    )
    by_hand = sum(
        factor * (float(option.sel(layer=metal)) - float(none.sel(layer=metal)))
        for metal, factor in factors.items()
    )
    assert row["change"] == pytest.approx(by_hand)


def test_where_another_service_is_rendered_no_effect_is_told():
    system = cf.load(SCENARIOS / "nl-batteries")
    more = system.replace("placed.mass", {"product": "portable"}, 20_000.0)
    period = Period(2030, 2030)
    weights = Axis.of(system.years).weights(period)
    both = [Told.of(cf.simulate(one)).over(weights) for one in (system, more)]
    told = list(Between(*both, period).rows(factors()))
    assert {row["status"] for row in told} == {"service differs", "no amount told"}
