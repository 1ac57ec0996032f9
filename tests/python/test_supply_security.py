"""Supply security with what a user gives, against calculations by hand."""

from pathlib import Path

import critflow as cf
import pytest

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture(scope="module")
def union() -> cf.Run:
    return cf.simulate(cf.load(SCENARIOS / "eu-batteries"))


def only(records, **wanted):
    (row,) = [row for row in records if all(row[key] == one for key, one in wanted.items())]
    return row


def countries(run) -> set[str]:
    return {"", *run.system.dimensions["partner"]}


def test_without_a_score_for_every_country_nothing_is_assumed(union):
    risk = union.supply.risk({"China": 6.0})
    row = only(risk, year=2030, stage="refining", material="lithium")
    assert row["governed_concentration"] is None
    assert row["reason"].startswith("no governance score: ")


def test_with_the_worst_score_everywhere_it_is_ten_times_the_concentration(union):
    risk = union.supply.risk(dict.fromkeys(countries(union), 10.0))
    row = only(risk, year=2030, stage="refining", material="cobalt")
    concentration = union.indicator("herfindahl", year=2030, stage="refining", layer="cobalt")
    assert row["governed_concentration"] == pytest.approx(10.0 * float(concentration))
    assert row["supply_risk"] is None and row["reason"] == "no shares of world supply given"


def test_a_region_depends_on_metal_in_goods_where_it_refines_all_that_it_asks(union):
    row = only(union.supply.imports(), year=2040, material="lithium")
    refined = float(union.flow("refining", "metal", layer="lithium", year=2040).values)
    assert row["refining"] == 0 < refined
    assert row["in_goods"] == float(
        union.indicator("embodied_net_imports", layer="lithium", year=2040)
    )
    assert 0.6 < row["dependence_with_goods"] < row["in_goods"] / (row["in_goods"] + refined)


def test_where_no_flow_names_a_stage_no_imports_are_told():
    run = cf.simulate(cf.load(SCENARIOS / "nl-batteries"))
    assert repr(run.supply).startswith("Supply security of System nl-batteries 2000 to 2060")
    row = only(run.supply.imports(), year=2040, material="lithium")
    assert {row[key] for key in row if key not in ("year", "material")} == {None}


def test_the_risk_is_the_formula_of_the_method(union):
    scores = dict.fromkeys(countries(union), 5.0)
    risk = union.supply.risk(
        {**scores, "A": 8.0, "B": 2.0},
        world={("refining", "nickel"): {"A": 0.6, "B": 0.4}},
        substitution={"nickel": 0.9},
    )
    row = only(risk, year=2035, stage="refining", material="nickel")
    reliance = float(
        union.indicator("import_dependence", year=2035, stage="refining", layer="nickel")
    )
    old_scrap = float(union.indicator("end_of_life_input_rate", year=2035, layer="nickel"))
    world = 0.36 * 8.0 + 0.16 * 2.0
    by_hand = (
        (world * reliance / 2 + row["governed_concentration"] * (1 - reliance / 2))
        * (1 - old_scrap)
        * 0.9
    )
    assert row["supply_risk"] == pytest.approx(by_hand) and row["reason"] is None


def test_reserves_are_counted_from_the_year_that_is_named(batteries):
    told = batteries.supply.reserves({"lithium": 30e6}, since=2025)
    assert min(told["year"]) == 2025
    mined = batteries.indicator("mined", layer="lithium", year=[2025, 2026, 2027]).values
    row = only(told, year=2027)
    assert row["mined_together"] == pytest.approx(mined.sum())
    assert row["share"] == pytest.approx(mined.sum() / 30e6)
    assert row["years_left"] == pytest.approx((30e6 - mined.sum()) / mined[-1])


def test_four_words_are_four_amounts(batteries):
    potential = batteries.supply.potential(
        {"cobalt": 0.95}, capacity={"cobalt": 100.0}, probability=0.5
    )
    row = only(potential, year=2040)
    waste = batteries.indicator("waste_generated", layer="cobalt", year=2040).sum("category")
    assert row["technical"] == pytest.approx(0.95 * float(waste))
    assert row["feasible"] == pytest.approx(min(100.0, row["technical"]))
    assert row["expected"] == pytest.approx(0.5 * row["feasible"])
    asked = [
        check["threshold"] * check["whole"]
        for check in batteries.targets()
        if check["indicator"] == "recycled_content_of_active_material"
        and (check["material"], check["year"]) == ("cobalt", 2040)
        and check["value"] is not None
    ]
    assert row["required"] == pytest.approx(sum(asked)) and row["required"] > 0


def test_a_material_or_a_year_that_is_not_there_is_refused(batteries):
    supply = batteries.supply
    with pytest.raises(cf.InvalidValue, match="unknown material: litium"):
        supply.reserves({"litium": 30e6}, since=2025)
    with pytest.raises(cf.InvalidValue, match="unknown year: 1900, must be one of 2000 to 2060"):
        supply.reserves({"lithium": 30e6}, since=1900)
    with pytest.raises(cf.InvalidValue, match="unknown material: coblt"):
        supply.potential({"cobalt": 0.95}, capacity={"coblt": 100.0})


def test_without_a_capacity_only_the_technical_potential_is_told(batteries):
    row = only(batteries.supply.potential({"nickel": 1.0}), year=2030)
    assert row["technical"] > 0 and row["feasible"] is None and row["expected"] is None
    assert row["required"] is None
