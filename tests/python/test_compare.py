"""Options beside each other: what each changes, and how it stands to the law."""

import json
import math
import runpy
import shutil
from pathlib import Path

import critflow as cf
import numpy as np
import pyarrow.csv
import pytest
from critflow.comparison import contributions
from critflow.comparison.effects import Between, Told
from critflow.comparison.factors import factors
from critflow.comparison.series import Axis, Period, Series
from critflow.comparison.summary import summary
from critflow.numbers import Numbers

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture(scope="module")
def compared(bikes) -> cf.Comparison:
    return cf.compare(bikes, policies=["recovery-targets"], years=[2030, 2040])


@pytest.fixture(scope="module")
def batteries_compared() -> cf.Comparison:
    return cf.compare(SCENARIOS / "nl-batteries", policies=["law-met"])


def rows(records, **wanted):
    return [row for row in records if all(row[key] == one for key, one in wanted.items())]


def only(records, **wanted):
    (row,) = rows(records, **wanted)
    return row


def test_the_reference_is_an_option_and_the_first(compared):
    assert [option.name for option in compared.options] == ["none", "recovery-targets"]
    assert compared.reference_of(compared.options[1]) is compared.options[0]


def test_a_figure_is_that_of_the_run_and_its_change_that_against_the_reference(compared):
    own, reference = (
        float(option.run.indicator("primary_supply", layer="lithium", year=2030))
        for option in reversed(compared.options)
    )
    row = only(
        compared.matrix(),
        option="recovery-targets",
        indicator="primary_supply",
        material="lithium",
        period="2030",
    )
    assert (row["value"], row["reference"]) == pytest.approx((own, reference))
    assert row["change"] == pytest.approx(own - reference)
    assert row["change_percent"] == pytest.approx(100 * (own - reference) / reference)
    assert row["unit"] == "t/a"


def test_what_the_option_does_not_ask_of_mines_is_avoided(compared):
    asked = only(
        compared.matrix(),
        option="recovery-targets",
        indicator="primary_demand",
        material="cobalt",
        period="2040",
    )
    avoided = only(
        compared.matrix(),
        option="recovery-targets",
        indicator="primary_avoided",
        material="cobalt",
        period="2040",
    )
    assert avoided["value"] == pytest.approx(-asked["change"]) and avoided["value"] > 0
    assert avoided["change_percent"] == pytest.approx(-asked["change_percent"])
    none = rows(compared.matrix(), option="none", indicator="primary_avoided")
    assert all(row["value"] == 0 for row in none)


def test_together_masses_are_summed_before_they_are_divided(compared):
    run = compared.options[1].run
    years = [year for year in run.system.years if 2025 <= year <= 2050]
    recovered, left = (
        run.indicator(name, layer="cobalt", year=years) for name in ("recovered", "outflow")
    )
    row = only(
        compared.matrix(),
        option="recovery-targets",
        indicator="end_of_life_recycling_rate",
        material="cobalt",
        period=f"{years[0]}-{years[-1]}",
    )
    assert row["value"] == pytest.approx(np.sum(recovered.values) / np.sum(left.values))
    amount = only(
        compared.matrix(),
        option="recovery-targets",
        indicator="recovered",
        material="cobalt",
        period=f"{years[0]}-{years[-1]}",
    )
    assert amount["value"] == pytest.approx(np.sum(recovered.values)) and amount["unit"] == "t"


def test_what_is_there_at_a_years_end_has_no_sum(compared):
    assert {row["period"] for row in rows(compared.matrix(), indicator="stock")} == {"2030", "2040"}


def test_days_of_stock_have_the_stock_beside_them():
    kept = cf.compare(SCENARIOS / "eu-batteries", policies=["booster"], years=[2035])
    row = only(kept.matrix(), option="booster", indicator="strategic_stock", material="cobalt")
    stock = kept.options[1].run.stock("strategic-stock").sel(layer="cobalt", year=2035)
    assert row["value"] == pytest.approx(float(stock)) and row["value"] > 0
    assert row["unit"] == "t" and row["period"] == "2035"


def test_metal_in_goods_and_owners_of_plants_stand_beside_each_other():
    told = cf.compare(SCENARIOS / "eu-batteries", policies=["none"], years=[2035])
    of = {"option": "none", "material": "lithium", "period": "2035"}
    run = told.options[0].run
    bought = run.supply.imports()
    in_goods = next(
        one["in_goods"] for one in bought if (one["year"], one["material"]) == (2035, "lithium")
    )
    goods = only(told.matrix(), indicator="embodied_net_imports", **of)
    assert goods["value"] == pytest.approx(in_goods)
    owned = only(told.matrix(), indicator="third_country_ownership", **of)
    assert (owned["stage"], owned["unit"]) == ("product", "1")
    assert owned["value"] == pytest.approx(0.43)  # 100 of 230 GWh in 2025


def test_what_governments_buy_and_use_is_told_where_a_system_tells_their_share():
    told = cf.compare(SCENARIOS / "nl-electronics", policies=["none"], years=[2035])
    run = told.options[0].run
    for name, unit in (("government_inflow", "t/a"), ("government_stock", "t")):
        row = only(told.matrix(), indicator=name, material="copper", period="2035")
        assert row["unit"] == unit
        assert row["value"] == pytest.approx(float(run.indicator(name, layer="copper", year=2035)))
    assert rows(told.matrix(), indicator="embodied_net_imports") == []


def test_nothing_stands_where_there_is_no_value(compared):
    values = [row["value"] for row in compared.matrix()]
    assert None not in values and not np.isnan(values).any()


def test_steps_of_several_years_count_for_their_length():
    axis = Axis.of([2000, 2001, 2005])
    assert list(axis.lengths) == [1.0, 2.5, 4.0]
    flow = Series("t/a", np.array([1.0, 2.0, 3.0]))
    period = Period(2001, 2005)
    assert flow.over(period, axis.weights(period)) == 2.0 * 2.5 + 3.0 * 4.0
    assert flow.over(Period(2003, 2003), axis.weights(Period(2003, 2003))) is None


def test_a_policy_over_another_is_both():
    laid = "law-met+beleidsagenda+booster+demand-first"
    compared = cf.compare(SCENARIOS / "nl-batteries", policies=[laid, "combination"])
    key = ("primary_demand", "cobalt", "")
    period = Period(2040, 2040)
    one, other = compared.options[1:]
    assert compared.value(one, key, period) == compared.value(other, key, period)
    assert " + " in one.title("en") and " + " in one.title("nl")


def test_each_scenario_has_its_own_reference():
    folder = SCENARIOS / "nl-batteries"
    several = cf.compare(folder, policies=["combination"], scenarios=["reference", "long-life"])
    assert [option.name for option in several.options] == [
        "none, reference",
        "combination, reference",
        "none, long-life",
        "combination, long-life",
    ]
    assert several.reference_of(several.options[3]) is several.options[2]


def test_an_unknown_year_or_policy_is_answered_with_the_nearest(bikes):
    with pytest.raises(cf.InvalidValue, match="year"):
        cf.compare(bikes, policies=[], years=[1900])
    with pytest.raises(cf.InvalidValue, match="years: none, must be one or more"):
        cf.compare(bikes, policies=[], years=[])
    with pytest.raises(cf.InvalidValue, match="did you mean 'recovery-targets'"):
        cf.compare(bikes, policies=["recovery-target"])


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


def test_the_annex_has_the_same_rows_for_every_option(compared):
    annex = compared.annex()
    keys = ("row", "indicator", "material", "stage", "year")
    by_option = {
        name: [tuple(row[key] for key in keys) for row in rows(annex, option=name)]
        for name in ("none", "recovery-targets")
    }
    assert by_option["none"] == by_option["recovery-targets"]
    assert set(annex["year"]) == {2025, 2030, 2035, 2040, 2050}
    assert rows(annex, indicator="import_dependence")[0]["value"] is None


def test_a_comparison_leaves_tables_behind_and_replaces_its_own(compared, tmp_path):
    out = compared.write(tmp_path / "compared")
    facts = json.loads((out / "compare.json").read_text())
    assert facts["reference"] == "none" and len(facts["options"]) == 2
    table = pyarrow.csv.read_csv(out / "matrix.csv")
    assert table.num_rows == len(compared.matrix())
    assert {"targets.csv", "effects.csv", "annex.csv"} <= {one.name for one in out.iterdir()}
    compared.write(out)


def test_a_folder_of_somebody_else_is_left_alone(compared, tmp_path):
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(cf.InvalidValue, match=r"hold a compare\.json of ours"):
        compared.write(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["thesis.docx"]


LEVER = """
[lever.{name}]
title = {{ en = "{name}", nl = "{name}" }}
changes = "{changes}"
rule = "{rule}"
unit = "%"
value = {value}
shape = {{ linear = [2026, 2034] }}
applies_to = "flows"
legal_status = "assumption"
source = "assumption"
"""
COLLECTION = "collection.rate[category={category}]"
YIELD = "recycling.yield[material={metal}]"


def with_policy(tmp_path: Path, levers: list[tuple[str, str, float]], more: str = "") -> Path:
    """The Dutch batteries with one policy of these levers (what they change, rule, value)."""
    folder = tmp_path / "nl-batteries"
    shutil.copytree(SCENARIOS / "nl-batteries", folder)
    texts = [
        LEVER.format(name=f"lever-{at}", changes=changes, rule=rule, value=value)
        for at, (changes, rule, value) in enumerate(levers)
    ]
    head = 'schema = 1\n[title]\nen = "Levers"\nnl = "Hefbomen"\n'
    (folder / "policies" / "levers.toml").write_text("".join([head, *texts, more]))
    return folder


def ten_levers() -> list[tuple[str, str, float]]:
    collected = [
        (COLLECTION.format(category=category), "blend", value)
        for category, value in {
            "portable": 48.0,
            "LMT": 60.0,
            "EV": 96.0,
            "industrial": 80.0,
        }.items()
    ]
    won = [
        (YIELD.format(metal=metal), "floor", 96.0)
        for metal in ("lithium", "cobalt", "nickel", "copper")
    ]
    more = [
        (COLLECTION.format(category="portable"), "multiply", 105.0),
        (COLLECTION.format(category="LMT"), "multiply", 105.0),
    ]
    return [*collected, *won, *more]


@pytest.fixture(scope="module")
def levers_compared(tmp_path_factory) -> cf.Comparison:
    folder = with_policy(tmp_path_factory.mktemp("levers"), ten_levers())
    return cf.compare(folder, policies=["levers"])


def test_one_policy_alone_is_a_name_and_not_its_letters(bikes):
    compared = cf.compare(bikes, policies="recovery-targets", scenarios="reference")
    assert [one.name for one in compared.options] == ["none", "recovery-targets"]


def test_shares_of_levers_add_up_to_what_the_option_avoids(levers_compared):
    found = list(levers_compared.contributions())
    assert {row["lever"] for row in found} == {f"lever-{at}" for at in range(10)}
    for row in rows(levers_compared.matrix(), option="levers", indicator="primary_avoided"):
        shares = [
            one["share"] for one in rows(found, material=row["material"], period=row["period"])
        ]
        assert len(shares) == 10
        assert sum(shares) == pytest.approx(row["value"], rel=1e-9, abs=1e-6)
    assert all(row["exact"] and row["standard_error"] == 0 for row in found)
    nothing = [row[word] for row in found for word in ("alone", "last", "share") if not row[word]]
    assert nothing and all(math.copysign(1.0, number) > 0 for number in nothing)


def test_alone_is_a_run_with_one_lever_and_last_one_without(levers_compared):
    system = levers_compared.options[1].run.system
    names = list(system.levers["name"])

    def primary(kept: list[str]) -> float:
        run = cf.simulate(system.with_levers(kept))
        return float(run.indicator("primary_demand", layer="cobalt", year=2040))

    row = only(levers_compared.contributions(), lever="lever-1", material="cobalt", period="2040")
    assert row["alone"] == pytest.approx(primary([]) - primary(["lever-1"]), rel=1e-9)
    without = [name for name in names if name != "lever-1"]
    assert row["last"] == pytest.approx(primary(without) - primary(names), rel=1e-9)


def test_what_is_no_lever_of_the_policy_is_a_row_of_its_own(tmp_path):
    fixed = """
[parameter."collection.rate[category=portable]"]
unit = "%"
value = 50
source = "assumption"
"""
    lever = (YIELD.format(metal="cobalt"), "floor", 96.0)
    compared = cf.compare(with_policy(tmp_path, [lever], fixed), policies=["levers"])
    found = rows(compared.contributions(), material="cobalt", period="2040")
    assert [row["lever"] for row in found] == ["lever-0", None]
    avoided = only(
        compared.matrix(),
        option="levers",
        indicator="primary_avoided",
        material="cobalt",
        period="2040",
    )
    assert sum(row["share"] for row in found) == pytest.approx(avoided["value"])


def test_above_ten_levers_shares_are_sampled_and_say_how_well(tmp_path):
    levers = [*ten_levers(), (COLLECTION.format(category="EV"), "multiply", 100.5)]
    folder = with_policy(tmp_path, levers)
    compared = cf.compare(folder, policies=["levers"], years=[2040], orders=8)
    found = rows(compared.contributions(), material="nickel", period="2040")
    assert len(found) == 11 and not any(row["exact"] for row in found)
    assert any(row["standard_error"] > 0 for row in found)


def test_one_at_a_time_tells_the_same_ends_and_no_share(levers_compared):
    system = levers_compared.options[1].run.system
    found = cf.compare(system, policies=["levers"], contributions="one-at-a-time").contributions()
    whole = levers_compared.contributions()
    for end in ("alone", "last"):
        assert found[end] == pytest.approx(whole[end], rel=1e-9, abs=1e-9)
    assert set(found["share"]) == set(found["standard_error"]) == set(found["exact"]) == {None}


def test_contributions_are_computed_once_and_asked_of_one_option_too(levers_compared, monkeypatch):
    asked = []
    real = contributions.contributions
    monkeypatch.setattr(contributions, "contributions", lambda *of: asked.append(of) or real(*of))
    fresh = cf.Comparison(levers_compared.options, "none", [2040])
    one = fresh.contributions(option=fresh.options[1])
    assert list(fresh.contributions()) == list(one) == list(fresh.contributions())
    assert len(asked) == len(fresh.options)


def test_contributions_that_are_not_wanted_have_no_table(bikes, tmp_path):
    compared = cf.compare(bikes, policies=[], contributions="none")
    assert len(compared.contributions()) == 0
    out = compared.write(tmp_path / "compared")
    assert not (out / "contributions.csv").exists()
    assert json.loads((out / "compare.json").read_text())["contributions"]["by"] == "none"
    with pytest.raises(cf.InvalidValue, match="did you mean 'shapley'"):
        cf.compare(bikes, policies=[], contributions="shapely")


def test_only_amounts_are_asked_of_levers(levers_compared):
    with pytest.raises(cf.InvalidValue, match="not a sum of flows: collection_rate"):
        levers_compared.contributions("collection_rate")
    with pytest.raises(cf.InvalidValue, match="did you mean 'recovered'"):
        levers_compared.contributions("recoverd")


def test_levers_are_listed_by_option(levers_compared):
    levers = levers_compared.levers()
    assert set(levers["option"]) == {"levers"} and len(levers) == 10


def test_where_no_primary_metal_is_asked_for_options_are_told_by_the_secondary_metal_they_win():
    told = cf.compare(SCENARIOS / "nl-electronics", policies=["collection-target"], years=[2040])
    row = only(
        told.matrix(),
        option="collection-target",
        indicator="secondary_supply",
        material="copper",
        period="2040",
    )
    shown = summary(told, "en")
    assert "More secondary metal than with the policy none" in shown
    line = next(one for one in shown.split("copper")[1].splitlines() if "collection-target" in one)
    assert Numbers("en").plain(row["change"]) in line and row["change"] != 0


def test_the_benchmark_of_a_comparison_runs(monkeypatch, capsys):
    path = Path(__file__).parents[2] / "bench" / "compare.py"
    monkeypatch.setattr("sys.argv", [str(path), "--repeats", "1"])
    runpy.run_path(str(path), run_name="__main__")
    assert "CPU" in capsys.readouterr().out
