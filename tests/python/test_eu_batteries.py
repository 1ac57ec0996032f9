"""The batteries of the Union: what its capacities are said to do."""

from pathlib import Path

import critflow as cf
import numpy as np
import pytest

SYSTEM = cf.load(Path(__file__).parents[2] / "scenarios" / "eu-batteries")
PACKS = ("battery-cars", "plug-in-cars", "commercial-vehicles", "storage")


def cells_taken(run: cf.Run) -> np.ndarray:
    """What vehicles and storage take in each year [kWh/a]."""
    flows = (run.flow("packs", stock, layer="kWh").values for stock in PACKS)
    return sum(flow.reshape(len(flow), -1).sum(axis=1) for flow in flows)


@pytest.mark.parametrize("scenario", ["reference", "high", "low"])
def test_cell_factories_make_what_their_capacity_allows_and_no_more_than_is_taken(scenario):
    run = cf.simulate(SYSTEM, scenario=scenario)
    made = run.flow("cell-factory", "packs", layer="kWh").values
    years = [2023, 2024, 2025, 2030, 2040, 2050]
    capacity = np.array([166, 190, 230, 576, 1200, 1200]) * 1e6  # factories.csv [kWh/a]
    at = np.array(years) - 2010
    allowed = np.minimum(0.66 * 0.75 * capacity, cells_taken(run)[at])
    assert made[at] == pytest.approx(allowed, rel=0.01)


def test_refineries_of_the_union_come_before_imports_and_stop_at_their_capacity():
    run = cf.simulate(SYSTEM, scenario="reference")
    refined = run.flow("refining", "metal", layer="nickel").values
    imported = run.flow("refined-imports", "metal", layer="nickel").values
    assert refined.max() == pytest.approx(38_000)
    since_sotkamo = slice(12, None)  # 2022
    bound = refined[since_sotkamo] >= 38_000 * (1 - 1e-12)
    assert bound.any() and np.all(imported[since_sotkamo][~bound] == 0)


def test_waste_waits_three_years_for_a_plant_and_then_leaves_the_union():
    run = cf.simulate(SYSTEM, scenario="few-plants")

    def hydro(tail: str, head: str, year: int) -> float:
        mass = run.flow(tail, head, layer="battery mass", year=year)
        return float(np.sum(mass.sel(route="hydro").values))

    capacity = 115_500  # in use by what waits already: all of it goes to what came three years ago
    assert hydro("plant-queue", "pre-treatment", 2050) == pytest.approx(capacity)
    came = hydro("dismantling", "plant-queue", 2047)
    assert hydro("plant-queue", "waste-abroad", 2050) == pytest.approx(came - capacity)


def test_recovered_metal_counts_only_where_factories_here_take_it():
    content = {
        policy: cf.simulate(SYSTEM, scenario="few-plants", policy=policy)
        .indicator("recycled_content", layer="cobalt", year=2050)
        .values
        for policy in ("none", "missing-vehicles", "cathodes-here")
    }
    assert content["missing-vehicles"] == pytest.approx(content["none"], rel=1e-3)
    assert content["cathodes-here"] > 1.5 * content["none"]


def test_portable_batteries_collected_are_those_the_share_was_calibrated_to():
    rows = [
        row
        for row in cf.simulate(SYSTEM).observations()
        if row["note"].endswith("calibrated to it")
    ]
    assert [row["year"] for row in rows] == [2010, 2018, 2019, 2022]
    for row in rows:
        assert row["model"] == pytest.approx(row["published"], rel=1e-4)


def test_metal_that_is_not_refined_here_comes_in_goods():
    run = cf.simulate(SYSTEM)
    at = {"layer": "lithium", "year": 2040}
    assert float(run.indicator("import_dependence", stage="refining", **at).values) == 0
    goods = float(run.indicator("embodied_net_imports", **at).values)
    bought = sum(
        float(np.sum(run.flow(*ends, **at).values))
        for ends in (
            ("cells-abroad", "packs"),
            ("cells-abroad", "portable-imports"),
            ("cathode-abroad", "cell-factory"),
        )
    )
    sold = sum(float(np.sum(flow.values)) for flow in used_exports(run, **at))
    assert goods == pytest.approx(bought - sold)
    assert goods > 2 * float(run.flow("refining", "metal", **at).values)


def used_exports(run: cf.Run, **at) -> list[cf.Table]:
    return [run.flow(*ends, **at) for ends in run.flows if ends[1] == "used-export"]


def test_of_what_is_made_here_third_countries_own_a_part_where_it_is_told():
    owned = cf.simulate(SYSTEM).indicator("third_country_ownership", layer="nickel", year=2030)
    assert float(owned.sel(stage="product").values) == pytest.approx(0.43)
    assert owned.sel(stage="refining").absent.all()
