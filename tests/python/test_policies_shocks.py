"""What shocks and constraints, laid over other policies, take from them."""

import critflow as cf
import numpy as np
import pytest
from critflow.key_figures import missing_ore
from policy_runs import at, folder, missing, run, total


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
