"""Every policy of ours, and what its levers do."""

import critflow as cf
import numpy as np
import pytest
from policy_runs import SYSTEMS, at, flow, folder, missing, run

ALL = [
    (name, scenario, policy)
    for name in SYSTEMS
    for scenario in folder(name).scenarios
    for policy in folder(name).policies
]


@pytest.mark.parametrize(("name", "scenario", "policy"), ALL)
def test_every_policy_runs_in_every_scenario_and_closes(name, scenario, policy):
    assert cf.simulate(folder(name).under(scenario, policy)).balance.residual < 1e-9


@pytest.mark.parametrize("name", SYSTEMS)
def test_every_lever_says_what_it_is_and_where_its_value_comes_from(name):
    for policy in folder(name).policies:
        for lever in folder(name).under(policy=policy).levers:
            assert lever["title_en"] and lever["title_nl"], lever
            assert lever["legal_status"] and lever["source"] and lever["note"], lever
            assert lever["catalogue"] and lever["knob"], lever


@pytest.mark.parametrize("name", ["nl-batteries", "nl-electronics", "eu-batteries"])
def test_the_combination_has_every_lever_of_the_sets_it_is_made_of(name):
    def levers(policy: str) -> set[str]:
        return {lever["name"] for lever in folder(name).under(policy=policy).levers}

    sets = {"law-met", "beleidsagenda", "booster", "demand-first"} & set(folder(name).policies)
    assert levers("combination") == set().union(*(levers(policy) for policy in sets))


@pytest.mark.parametrize("name", SYSTEMS)
def test_no_policy_changes_a_year_before_it_was_made(name):
    asked, back = ("primary_supply", "secondary_supply")
    until = folder(name).years.index(2025) + 1
    for policy in folder(name).policies:
        for figure in (asked, back):
            other, none = (run(name, one).indicator(figure).values for one in (policy, "none"))
            np.testing.assert_allclose(other[:until], none[:until], rtol=1e-12, err_msg=policy)


COLLECTED = {
    "nl-batteries": {"collection.portable", "collection.LMT"},
    "eu-batteries": {"collection.portable"},
    "nl-electronics": {"equipment-collection.generated"},
}


@pytest.mark.parametrize(
    ("name", "scenario", "policy"),
    [one for one in ALL if one[2] in ("law-met", "combination") and one[0] in COLLECTED],
)
def test_what_the_law_asks_of_collection_is_met_in_every_scenario_by_assumption(
    name, scenario, policy
):
    met = cf.simulate(folder(name).under(scenario, policy))
    checked = [row for row in met.targets() if row["key"] in COLLECTED[name]]
    late = [row for row in checked if row["year"] and row["year"] >= 2030]
    assert {row["key"] for row in late} == COLLECTED[name]
    assert {row["status"] for row in late} == {"met"}
    solved = [lever for lever in met.system.levers if lever["reach"]]
    assert len(solved) == len(COLLECTED[name])
    for lever in solved:
        assert lever["reached"] == "yes" and lever["effort"].startswith("by assumption")


def test_longer_lives_lower_waste_a_life_later_and_what_must_be_made_with_it():
    def change(tail: str, head: str, year: int) -> float:
        """Of what flows without the policy [1]."""
        levers = ("longer-lives",)
        longer = flow("nl-batteries", "demand-first", tail, head, "battery mass", levers)
        none = flow("nl-batteries", "none", tail, head, "battery mass")
        return at("nl-batteries", longer, year) / at("nl-batteries", none, year) - 1

    assert change("battery-cars", "old-cars", 2028) == pytest.approx(0, abs=1e-3)
    assert change("battery-cars", "old-cars", 2045) < -0.15
    assert change("cell-factory", "battery-cars", 2030) == pytest.approx(0, abs=1e-2)
    assert change("cell-factory", "battery-cars", 2045) < -0.15


def test_iron_phosphate_saves_cobalt_at_once_and_takes_it_from_waste_a_life_later():
    def left(tail: str, head: str, year: int) -> float:
        levers = ("iron-phosphate",)
        other = flow("nl-batteries", "demand-first", tail, head, "cobalt", levers)
        none = flow("nl-batteries", "none", tail, head, "cobalt")
        return at("nl-batteries", other / np.maximum(none, 1e-9), year)

    assert left("metal", "cell-factory", 2035) < 0.75
    assert left("waste", "collection", 2035) > 0.97
    assert left("waste", "collection", 2050) < 0.8


def test_chemistries_that_make_room_keep_their_proportions():
    share = folder("nl-batteries").under(policy="demand-first").parameter("chemistry.share")
    before = folder("nl-batteries").parameter("chemistry.share")

    def ratio(shares: cf.Table) -> float:
        of = {"product": "bev-car", "year": 2040}
        nickel = shares.sel(chemistry="NMC811", **of).values
        return float(nickel / shares.sel(chemistry="NMCA", **of).values)

    phosphate = share.sel(product="bev-car", chemistry="LFP", year=2040).values
    assert float(phosphate) == pytest.approx(0.6)
    assert ratio(share) == pytest.approx(ratio(before))


def test_black_mass_that_stays_is_recovered_where_it_counts():
    def status(policy: str, key: str) -> float:
        rows = run("nl-batteries", policy).targets()
        return next(row["value"] for row in rows if row["key"] == key and row["year"] == 2032)

    for key in ("recovery.cobalt", "recovery.nickel", "recovery.copper"):
        assert status("black-mass-stays", key) > 1.8 * status("none", key)


def test_no_yield_falls_where_the_law_asks_for_less():
    for name in ("nl-batteries", "eu-batteries"):
        for parameter in ("recycling.yield", "pre-treatment.yield"):
            asked = folder(name).under(policy="recovery-targets").parameter(parameter)
            assert (asked.values >= folder(name).parameter(parameter).values - 1e-12).all()


def test_plants_that_may_not_come_count_as_expected():
    capacity = folder("nl-batteries").under(policy="booster").parameter("shredding.capacity")
    assert float(capacity.sel(category="EV", year=2042).values) == pytest.approx(
        22_500 + 0.56 * (60_000 - 22_500)
    )


@pytest.mark.parametrize(
    ("policy", "year", "capacity"),
    [
        ("beleidsagenda", 2029, 10_000 + 12_500 * 6 / 7 + 3_000),
        ("beleidsagenda", 2035, 22_500 + 3_000 + 15_000),
        ("booster+beleidsagenda", 2050, 22_500 + 0.56 * (60_000 - 22_500)),
        ("law-met+beleidsagenda", 2050, 60_000),
        ("beleidsagenda+law-met", 2050, 60_000),
        ("combination", 2050, 60_000),
    ],
)
def test_shredders_that_several_policies_ask_for_are_built_once(policy, year, capacity):
    system = folder("nl-batteries").under(policy=policy)
    built = system.parameter("shredding.capacity").sel(category="EV", year=year).values
    assert float(built) == pytest.approx(capacity, rel=1e-3)


def test_unsold_equipment_is_no_longer_destroyed_once_the_ban_is_there():
    destroyed = flow("nl-electronics", "beleidsagenda", "shops", "unsold", "copper")
    assert at("nl-electronics", destroyed, 2028) > 100
    assert at("nl-electronics", destroyed, 2029) == pytest.approx(0, abs=1e-9)


def test_equipment_used_again_is_waste_later_and_not_recycled_now():
    def change(tail: str, head: str) -> np.ndarray:
        levers = ("reuse",)
        other = flow("nl-electronics", "beleidsagenda", tail, head, "equipment mass", levers)
        return other - flow("nl-electronics", "none", tail, head, "equipment mass")

    used_again = change("collection", "second-hand")
    assert at("nl-electronics", used_again, 2028) == 0
    assert at("nl-electronics", used_again, 2040) > 20_000
    assert at("nl-electronics", change("collection", "pre-processing"), 2034) < -10_000


def test_the_rest_of_the_world_asks_less_of_mines_where_demand_comes_first():
    def asked(metal: str, policy: str) -> float:
        """Of mines, those of today and those missing."""
        of = run("world-metals", policy)
        given = of.indicator("primary_supply", layer=metal, year=2050).values
        return float(np.sum(given)) + missing(of, metal, metal, 2050)

    for metal in ("lithium", "cobalt", "nickel", "copper"):
        assert asked(metal, "demand-first") < asked(metal, "long-life") < asked(metal, "none")


def test_a_deposit_brings_fifteen_points_more_of_the_waste():
    rate = "collection_rate"
    for category in ("portable", "LMT"):
        more, none = (
            run("nl-batteries", policy).indicator(rate, layer="battery mass", year=2035)
            for policy in ("deposits", "none")
        )
        gained = more.sel(category=category).values - none.sel(category=category).values
        assert float(gained) == pytest.approx(0.15, abs=0.01)
