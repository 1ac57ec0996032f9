"""Options beside each other: what each changes, and how it stands to the law."""

import json
import runpy
from pathlib import Path
from types import SimpleNamespace

import critflow as cf
import numpy as np
import pyarrow.csv
import pytest
from critflow.comparison import Option
from critflow.comparison.series import Axis, Period, Series
from critflow.comparison.summary import summary
from critflow.messages import text
from selecting import figure, only, rows

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture(scope="module")
def compared(bikes) -> cf.Comparison:
    return cf.compare(bikes, policies=["recovery-targets"], years=[2030, 2040])


def test_the_terminal_calls_options_by_letter_and_title(compared):
    told = summary(compared, "en").splitlines()
    option = compared.options[1].title("en")
    assert f"B \N{MIDDLE DOT} {option}" in told
    assert told[1].endswith(compared.options[0].title("en"))
    assert any(line.startswith("  B  ") for line in told)
    assert "recovery-targets" not in "\n".join(told)


def test_the_reference_is_an_option_and_the_first(compared):
    assert [option.name for option in compared.options] == ["none", "recovery-targets"]
    assert compared.reference_of(compared.options[1]) is compared.options[0]


def test_a_figure_is_that_of_the_run_and_its_change_that_against_the_reference(compared):
    own, reference = (
        float(option.run.indicator("primary_supply", layer="lithium", year=2030))
        for option in reversed(compared.options)
    )
    row = figure(compared, "recovery-targets", "primary_supply", "lithium", "2030")
    assert (row["value"], row["reference"]) == pytest.approx((own, reference))
    assert row["change"] == pytest.approx(own - reference)
    assert row["change_percent"] == pytest.approx(100 * (own - reference) / reference)
    assert row["unit"] == "t/a"


def test_what_the_option_does_not_ask_of_mines_is_avoided(compared):
    asked = figure(compared, "recovery-targets", "primary_demand", "cobalt", "2040")
    avoided = figure(compared, "recovery-targets", "primary_avoided", "cobalt", "2040")
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
    row = figure(
        compared,
        "recovery-targets",
        "end_of_life_recycling_rate",
        "cobalt",
        f"{years[0]}-{years[-1]}",
    )
    assert row["value"] == pytest.approx(np.sum(recovered.values) / np.sum(left.values))
    amount = figure(compared, "recovery-targets", "recovered", "cobalt", f"{years[0]}-{years[-1]}")
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


def test_a_shock_is_one_alone_and_over_a_policy():
    def shocked(policy: str) -> bool:
        return Option(policy, SimpleNamespace(system=SimpleNamespace(policy=policy))).shocked

    assert shocked("shock-export-stop") and shocked("booster+shock-export-stop")
    assert not shocked("booster+aftershock-plan")


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
    titles = [option.title("en") for option in several.options]
    assert [title.rpartition(" \N{MIDDLE DOT} ")[2] for title in titles] == [
        *2 * ["Reference"],
        *2 * ["Long life"],
    ]


def test_an_unknown_year_or_policy_is_answered_with_the_nearest(bikes):
    with pytest.raises(cf.InvalidValue, match="year"):
        cf.compare(bikes, policies=[], years=[1900])
    with pytest.raises(cf.InvalidValue, match="years: none, must be one or more"):
        cf.compare(bikes, policies=[], years=[])
    with pytest.raises(cf.InvalidValue, match="did you mean 'recovery-targets'"):
        cf.compare(bikes, policies=["recovery-target"])


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


def test_the_annex_calls_a_figure_what_the_page_calls_it(compared):
    told = {row["indicator"]: (row["title_en"], row["title_nl"]) for row in compared.annex()}
    for name, titles in told.items():
        for title, language in zip(titles, ("en", "nl"), strict=True):
            assert title.lower() == text(f"indicator.{name}", language).lower()
    assert told["end_of_life_input_rate"][1] == "Aandeel oud schroot in de metaalinzet"


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


def test_the_benchmark_of_a_comparison_runs(monkeypatch, capsys):
    path = Path(__file__).parents[2] / "bench" / "compare.py"
    monkeypatch.setattr("sys.argv", [str(path), "--repeats", "1"])
    runpy.run_path(str(path), run_name="__main__")
    assert "CPU" in capsys.readouterr().out
