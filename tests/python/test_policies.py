"""The policies of the systems: each runs in every scenario, and each lever does what it says."""

from functools import cache
from pathlib import Path

import critflow as cf
import numpy as np
import pytest
from critflow.key_figures import missing_ore

SCENARIOS = Path(__file__).parents[2] / "scenarios"
SYSTEMS = ("nl-batteries", "nl-electronics", "eu-batteries", "world-metals")


@cache
def folder(name: str) -> cf.System:
    return cf.load(SCENARIOS / name)


@cache
def run(name: str, policy: str, levers: tuple[str, ...] | None = None) -> cf.Run:
    system = folder(name).under(policy=policy)
    return cf.simulate(system if levers is None else system.with_levers(levers))


def total(figure: cf.Table) -> np.ndarray:
    """By year."""
    return figure.values.reshape(len(figure), -1).sum(axis=1)


def at(name: str, figure: np.ndarray, year: int) -> float:
    return float(figure[year - folder(name).years[0]])


def flow(name: str, policy: str, tail: str, head: str, layer: str, levers=None) -> np.ndarray:
    return total(run(name, policy, levers).flow(tail, head, layer=layer))


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


def missing(of: cf.Run, market: str, metal: str, year: int) -> float:
    """Short at a market [t/a]."""
    return float(np.sum(of.flow("shortage", market, layer=metal, year=year).values))


@pytest.mark.parametrize(
    ("name", "market", "metal"),
    [
        ("nl-batteries", "metal", "lithium"),
        ("eu-batteries", "ore-partners", "lithium"),
        ("eu-batteries", "ore-partners", "cobalt"),
        ("eu-batteries", "metal", "nickel"),
    ],
)
def test_an_export_stop_is_felt_while_it_lasts_and_not_before_or_after(name, market, metal):
    stop = run(name, "shock-export-stop")
    assert min(missing(stop, market, metal, year) for year in (2035, 2036)) > 1000
    assert max(missing(stop, market, metal, year) for year in (2034, 2037)) == 0


@pytest.mark.parametrize(
    ("material", "of_ore"), [("lithium", 0.88), ("cobalt", 0.95), ("copper", 0.97)]
)
def test_ore_that_partners_do_not_send_is_missing_as_metal(material, of_ore):
    stop = run("eu-batteries", "shock-export-stop")  # importers stand between them and refineries
    short = at("eu-batteries", missing_ore(stop, material), 2035)
    assert short == pytest.approx(of_ore * missing(stop, "ore-partners", material, 2035))
    assert at("eu-batteries", missing_ore(stop, material), 2034) == 0


def test_an_ore_stop_takes_the_share_of_one_supplier_from_what_a_policy_itself_asks():
    shares = {}
    for policy in ("none", "booster"):
        stop = run("eu-batteries", f"{policy}+shock-export-stop")
        asked = stop.flow("concentrate-imports", "concentrate", layer="lithium", year=2035)
        gone = missing(stop, "ore-partners", "lithium", 2035)
        shares[policy] = gone / float(np.sum(asked.values))
    assert shares == pytest.approx({"none": 0.87, "booster": 0.65})


def test_a_strategic_stock_gives_what_it_holds_when_exports_stop():
    both = run("eu-batteries", "booster+shock-export-stop")
    names = [lever["name"] for lever in both.system.levers if lever["name"] != "strategic-stock"]
    without = cf.simulate(both.system.with_levers(names))
    held = float(both.stock("strategic-stock", layer="nickel", year=2034).values)
    assert held > 10_000
    spared = missing(without, "metal", "nickel", 2035) - missing(both, "metal", "nickel", 2035)
    assert spared == pytest.approx(held, rel=1e-6)


def test_failed_projects_halve_what_a_policy_builds_as_well():
    system = folder("eu-batteries").under(policy="booster+shock-project-failure")
    capacity = system.parameter("cell-factory.capacity")
    booster = folder("eu-batteries").under(policy="booster").parameter("cell-factory.capacity")
    ratio = capacity.sel(year=2040).values / booster.sel(year=2040).values
    assert float(ratio) == pytest.approx(0.5)


def test_the_rest_of_the_world_asks_less_of_mines_where_demand_comes_first():
    def asked(metal: str, policy: str) -> float:
        """Of mines, those of today and those missing."""
        of = run("world-metals", policy)
        given = of.indicator("primary_supply", layer=metal, year=2050).values
        return float(np.sum(given)) + missing(of, metal, metal, 2050)

    for metal in ("lithium", "cobalt", "nickel", "copper"):
        assert asked(metal, "demand-first") < asked(metal, "long-life") < asked(metal, "none")


def second_life(of: cf.Run) -> np.ndarray:
    """Repurposed and in use at the end of the year [kWh]."""
    return total(of.stock("second-life", layer="kWh").sel(**{"second-use": "repurposing"}))


def test_storage_and_a_second_life_give_together_what_is_needed():
    for policy in ("none", "booster"):
        of = run("nl-batteries", policy)
        needed = folder("nl-batteries").parameter("storage.stock").values
        saved = 0.65 * np.append(0, second_life(of)[:-1])
        held = total(of.stock("storage", layer="kWh"))
        later = folder("nl-batteries").years.index(2025)  # before, less is needed than is saved
        np.testing.assert_allclose((held + saved)[later:], needed[later:], rtol=1e-9)
        assert at("nl-batteries", saved, 2040) > 0.05 * at("nl-batteries", needed, 2040)


def test_more_second_life_means_fewer_new_batteries_by_what_it_saves_and_no_more():
    def change(figure) -> np.ndarray:
        return figure(run("nl-batteries", "booster", ("second-life",))) - figure(
            run("nl-batteries", "none")
        )

    new = change(lambda of: total(of.inflow("storage", layer="kWh")))
    held = change(lambda of: total(of.stock("storage", layer="kWh")))
    more = np.append(0, change(second_life)[:-1])
    assert at("nl-batteries", new, 2040) < -100_000
    np.testing.assert_allclose(held, -0.65 * more, rtol=1e-9, atol=1e-3)


def test_where_storage_is_bought_as_told_a_second_life_saves_by_the_year():
    of = run("eu-batteries", "none")
    added = folder("eu-batteries").parameter("storage.added").values
    saved = 0.65 / 18 * np.append(0, second_life(of)[:-1])
    np.testing.assert_allclose(total(of.inflow("storage", layer="kWh")), added - saved, rtol=1e-9)
    assert at("eu-batteries", saved, 2050) > 1e7


def test_equipment_used_again_saves_half_of_a_new_one_over_its_life():
    of = run("nl-electronics", "beleidsagenda", ("reuse",))
    held = of.stock("second-hand", layer="equipment mass", year=2039).sel(product="ICT").values
    sold = of.inflow("use", layer="equipment mass", year=2040).sel(product="ICT").values
    none = run("nl-electronics", "none").inflow("use", layer="equipment mass", year=2040)
    life = 5
    fewer = none.sel(product="ICT").values - sold
    assert float(held) > 1000
    assert float(fewer) == pytest.approx(0.5 * float(held) / life)


def test_a_displacement_is_never_one_by_default():
    for name in SYSTEMS:
        for policy in folder(name).policies:
            for lever in folder(name).under(policy=policy).levers:
                if lever["catalogue"] in ("L03", "L04", "L06"):
                    of = folder(name).parameter(lever["displacement"])
                    assert of.values.max() < 1


@pytest.mark.parametrize(
    ("name", "parameter", "ceiling"),
    [
        ("nl-batteries", "shredding.capacity", 45_000),
        ("eu-batteries", "cell-factory.capacity", 1.2e9),
    ],
)
def test_a_ceiling_on_land_holds_back_what_a_policy_builds(name, parameter, ceiling):
    both = folder(name).under(policy="combination+constraint-land").parameter(parameter)
    alone = folder(name).under(policy="combination").parameter(parameter)
    assert total(alone).max() > 1.2 * ceiling
    assert total(both)[-30:].max() == pytest.approx(ceiling)


@pytest.mark.parametrize(
    ("name", "parameter", "first", "a_year"),
    [
        ("nl-batteries", "shredding.capacity", 22_000, 3_000),
        ("eu-batteries", "cell-factory.capacity", 400e6, 50e6),
    ],
)
def test_with_few_people_a_policy_builds_no_more_than_those_trained_by_then_can_run(
    name, parameter, first, a_year
):
    policy = "combination+constraint-skilled-people"
    both = folder(name).under(policy=policy).parameter(parameter)
    since = folder(name).years.index(2028)
    built = total(both)[since:]
    most = first + a_year * np.arange(len(built))
    assert (built <= most * (1 + 1e-9)).all()
    assert np.isclose(built, most).sum() >= 5


def test_a_deposit_brings_fifteen_points_more_of_the_waste():
    rate = "collection_rate"
    for category in ("portable", "LMT"):
        more, none = (
            run("nl-batteries", policy).indicator(rate, layer="battery mass", year=2035)
            for policy in ("deposits", "none")
        )
        gained = more.sel(category=category).values - none.sel(category=category).values
        assert float(gained) == pytest.approx(0.15, abs=0.01)
