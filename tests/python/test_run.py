"""Runs: flows, stocks, indicators, and what they rest on."""

import pickle
import threading
from pathlib import Path

import critflow as cf
import numpy as np
import pytest

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def test_what_flows_in_and_out_is_the_change_of_the_stock(run):
    stock, inflow, outflow = (f("use").values for f in (run.stock, run.inflow, run.outflow))
    assert np.diff(stock, axis=0) == pytest.approx((inflow - outflow)[1:], abs=1e-6)


def test_a_flow_is_named_by_its_ends(run):
    table = run.flow("recycling", "metal", layer="cobalt", year=[2030, 2040])
    assert table.name == "recycling -> metal" and table.unit == "t/a"
    assert ("recycling", "metal") in run.flows
    with pytest.raises(cf.InvalidValue, match="did you mean 'recycling -> metal'"):
        run.flow("recyling", "metal")


def test_cohorts_sum_to_the_stock(run):
    by_cohort = run.stock_by_cohort("use")
    assert by_cohort.coords["cohort"][0] == 2000
    assert by_cohort.sum("cohort").values == pytest.approx(run.stock("use").values)


def test_hoards_are_stocks_but_not_in_use(batteries):
    assert "hoard" in batteries.stocks
    assert "hoard" not in batteries.stocks_in_use


def test_every_indicator_has_a_name_a_title_and_a_formula(run):
    names = [one.name for one in cf.indicators()]
    assert len(set(names)) == len(names) >= 12
    assert all(one.title["en"] and one.title["nl"] and one.formula for one in cf.indicators())
    assert set(run.indicators()) == set(names)


def test_an_indicator_is_what_its_formula_says(run):
    recovered, demand = run.indicator("recovered"), run.indicator("demand")
    surplus = run.flow("metal", "elsewhere")
    content = run.indicator("recycled_content", layer="cobalt", year=2040)
    part, whole, spare = (
        float(table.sel(layer="cobalt", year=2040)) for table in (recovered, demand, surplus)
    )
    assert float(content) == pytest.approx((part - spare) / whole)
    assert content.unit == "1"


def test_an_unknown_indicator_is_answered_with_the_nearest(run):
    with pytest.raises(cf.InvalidValue, match="did you mean 'demand'"):
        run.indicator("demnd")


def test_an_indicator_without_flows_of_its_role_is_empty(run):
    assert len(run.indicator("recovery")) == 0


def test_a_run_closes_and_is_the_only_one(run):
    assert 0 <= run.balance.residual < 1e-12
    assert run.uniqueness.certificate in ("pivots", "minors")
    assert 0 < run.seconds < 10


def test_scenario_and_policy_are_chosen_at_the_run(bikes):
    run = cf.simulate(bikes, policy="recovery-targets")
    assert run.system.policy == "recovery-targets"
    assert "recovery-targets" in repr(run)


def test_only_a_system_can_be_run():
    with pytest.raises(TypeError, match="as load gives it"):
        cf.simulate("scenarios/nl-batteries")


def test_a_run_pickles_to_the_bit(run):
    copy = pickle.loads(pickle.dumps(run))
    for from_, to in run.flows:
        assert (copy.flow(from_, to).values == run.flow(from_, to).values).all()


def test_runs_in_threads_give_the_same_bits(bikes, run):
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(cf.simulate(bikes).stock("use").values))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4 and all((one == run.stock("use").values).all() for one in found)


def test_published_figures_stand_beside_the_model(batteries):
    rows = batteries.observations()
    assert len(rows) > 20
    row = next(row for row in rows if row["quantity"] == "stock battery-cars")
    model = batteries.stock("battery-cars", layer=row["layer"], year=row["year"])
    assert row["model"] == pytest.approx(model.values.sum())
    assert all(source for source in rows["source"])


def test_a_system_without_published_figures_has_none(run):
    assert len(run.observations()) == 0


def test_sources_behind_a_run_come_as_bibtex(run):
    assert {source.key for source in run.sources()} == {"batpac-5.2", "rai-bovag"}
    entries = run.citations()
    assert "@misc{rai-bovag,\n  title = {{RAI Vereniging and BOVAG" in entries
    assert "url = {https://www.rai" in entries


def test_the_network_is_drawn_in_two_languages(bikes):
    assert '"mining" [label="Mining and refining" shape=box style=rounded]' in bikes.graphviz()
    assert 'label="Mijnbouw en raffinage"' in bikes.graphviz("nl")
    assert '"ore" -> "mining"' in bikes.graphviz()
    with pytest.raises(cf.InvalidValue, match="must be en or nl"):
        bikes.graphviz("de")


def test_clamps_say_which_bound_holds_and_how_far_the_others_are(run):
    clamps = run.clamps()
    assert len(clamps) > 0
    for row in clamps:
        assert row["state"] in ("free", "at low", "at high")
        assert row["distance"] > 0 or row["state"] != "free"
    used = sum(
        row["value"]
        for row in clamps
        if row["process"] == "mining" and row["layer"] == "cobalt" and row["year"] == 2040
    )
    assert used == float(run.flow("mining", "metal", year=2040, layer="cobalt"))


def test_a_queue_tells_its_capacity_what_goes_through_and_when_it_binds():
    run = cf.simulate(cf.load(SCENARIOS / "nl-batteries"))
    rows = [row for row in run.capacities() if row["process"] == "shredders"]
    assert [row["year"] for row in rows] == run.system.years
    late = [row for row in rows if row["year"] >= 2030]
    assert all(row["capacity"] == pytest.approx(22_500) for row in late)
    for row in rows:
        passed = run.flow("shredders", "pre-treatment", layer="battery mass", year=row["year"])
        assert row["throughput"] == pytest.approx(float(np.sum(passed.values)))
        assert row["throughput"] <= row["capacity"] * (1 + 1e-9)
    assert next(row["year"] for row in late if row["binds"]) == 2041
    assert late[-1]["used"] == pytest.approx(1)
