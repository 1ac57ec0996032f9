"""Systems: loaded, looked at, changed."""

import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import critflow as cf
import pytest


def mined(system: cf.System, layer: str = "cobalt") -> float:
    return float(cf.simulate(system).indicator("mined", layer=layer, year=2040))


def test_a_folder_offers_scenarios_and_policies_with_titles(bikes):
    assert (bikes.scenario, bikes.policy) == ("reference", "none")
    assert set(bikes.policies) == {"none", "recovery-targets"}
    assert bikes.policies["recovery-targets"]["nl"].startswith("Doelen voor terugwinning")
    assert bikes.title["nl"] == "Elektrische fietsen in Nederland"


def test_the_drawing_can_be_read(bikes):
    assert bikes.years[0] == 2000
    assert bikes.materials == ["lithium", "cobalt"]
    assert bikes.dimensions == {"chemistry": ["NMC532", "LFP"]}
    assert {process.name for process in bikes.processes} >= {"use", "metal", "ore"}
    assert ("ore", "mining", "mined") in [(f.from_, f.to, f.role) for f in bikes.flows]
    assert [(one.name, one.entry) for one in bikes.lifetimes] == [("battery life", "end")]
    assert {one.key for one in bikes.citations} >= {"rai-bovag"}


def test_a_parameter_is_a_table_by_year_and_place(bikes):
    shares = bikes.parameter("chemistry.share")
    assert shares.dims == ("year", "chemistry")
    assert float(shares.sel(year=2025, chemistry="LFP")) == pytest.approx(0.15)
    with pytest.raises(cf.InvalidValue, match=r"did you mean 'chemistry\.share'"):
        bikes.parameter("chemistry.shares")


def test_every_number_in_force_shows_its_source(bikes):
    rows = {(row["parameter"], row["year"]): row for row in bikes.rows()}
    row = rows["sales", 2020]
    assert (row["value"], row["unit"], row["source"]) == (547000, "units/a", "rai-bovag")
    assert (row["evidence"], row["by"], row["file"]) == ("verified", "base", "parameters/use.csv")
    assert row["row"] == 7


def test_explain_walks_back_to_the_row(bikes):
    told = cf.load(bikes_folder(), policy="recovery-targets").explain(
        "recycling.yield", at={"material": "cobalt"}, year=2029
    )
    assert told.value == pytest.approx(0.925)
    assert [step.by for step in told.steps] == ["policy recovery-targets", "base"]
    assert [point.year for point in told.steps[0].points] == [2027, 2031]
    assert "replaces base" in str(told)


def bikes_folder():
    from critflow.new_system import FIRST_SYSTEM

    return FIRST_SYSTEM


def test_another_policy_is_another_system_of_the_same_folder(bikes):
    other = bikes.under(policy="recovery-targets")
    assert bikes.under() is bikes
    assert other.policy == "recovery-targets" and bikes.policy == "none"
    assert mined(other) < mined(bikes)
    assert other.digest != bikes.digest


def test_a_number_is_replaced_in_a_copy(bikes):
    before = mined(bikes)
    assert mined(bikes.replace("collection.rate", {}, 0.9)) < before
    assert mined(bikes.replace("collection.rate", {}, 90, unit="%")) < before
    assert mined(bikes) == before


def test_a_series_is_replaced_by_years(bikes):
    changed = bikes.replace("collection.rate", {}, {2030: 0.5, 2040: 0.7})
    assert float(changed.parameter("collection.rate").sel(year=2035)) == pytest.approx(0.6)


def test_a_place_names_the_cells_that_change(bikes):
    changed = bikes.replace("recycling.yield", {"material": "cobalt"}, 0.1)
    assert mined(changed, "cobalt") > mined(bikes, "cobalt")
    assert mined(changed, "lithium") == mined(bikes, "lithium")


def test_a_lifetime_is_replaced_as_a_lifetime(bikes):
    longer = bikes.replace("battery life", {}, cf.Weibull(mean=15, sd=4))
    assert longer.parameter("life.mean").values[0] == 15
    assert longer.digest != bikes.digest


def test_another_kind_of_lifetime_is_refused_with_the_words_of_the_system(bikes):
    with pytest.raises(cf.InvalidValue, match="must be weibull, by mean and sd"):
        bikes.replace("battery life", {}, cf.Normal(mean=15, sd=4))
    with pytest.raises(cf.InvalidValue, match="must be weibull, by mean and sd"):
        bikes.replace("battery life", {}, cf.Weibull(shape=2, scale=10))
    with pytest.raises(cf.InvalidValue, match="did you mean 'battery life'"):
        bikes.replace("batery life", {}, cf.Weibull(mean=15, sd=4))


def test_a_replacement_that_makes_no_sense_is_refused(bikes):
    with pytest.raises(cf.InvalidValue, match=r"did you mean 'collection\.rate'"):
        bikes.replace("colection.rate", {}, 0.5)
    with pytest.raises(cf.ModelFaults, match=r"collection\.rate"):
        bikes.replace("collection.rate", {}, 1.5)
    with pytest.raises(cf.InvalidValue, match="unit of the wrong kind"):
        bikes.replace("collection.rate", {}, 0.5, unit="t")


def test_changes_in_code_stay_on_top_of_another_policy(bikes):
    changed = bikes.replace("recycling.yield", {"material": "cobalt"}, 0.1)
    told = changed.under(policy="recovery-targets")
    assert told.parameter("recycling.yield").sel(material="cobalt").values[-1] == 0.1
    assert "1 changes in code" in repr(told)


def test_a_system_pickles_with_its_changes(bikes):
    changed = bikes.replace("battery life", {}, cf.Weibull(mean=15, sd=4))
    copy = pickle.loads(pickle.dumps(changed))
    assert copy.digest == changed.digest
    assert mined(copy) == mined(changed)


def test_a_worker_gets_the_same_system(bikes):
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        run = pool.submit(cf.simulate, bikes).result()
    assert run.system.digest == bikes.digest


def test_the_digest_holds_what_decides_and_nothing_else(folder, bikes):
    assert cf.load(folder).digest == bikes.digest
    (folder / "README.md").write_text("another text")
    assert cf.load(folder).digest == bikes.digest
    table = folder / "parameters" / "use.csv"
    table.write_text(table.read_text().replace("547000", "547001"))
    assert cf.load(folder).digest != bikes.digest


def test_a_good_folder_has_no_faults(folder):
    assert cf.check(folder) == []


def test_every_fault_of_a_folder_is_told_at_once(folder):
    table = folder / "parameters" / "metals.csv"
    text = table.read_text().replace("collection.rate,,0.5,1", "collection.rate,,1.5,1")
    table.write_text(text.replace("recycling.yield,cobalt,0.75,1", "recycling.yield,cobolt,0.75,1"))
    faults = cf.check(folder)
    assert len(faults) >= 2
    assert {fault.file for fault in faults} >= {"parameters/metals.csv"}
    with pytest.raises(cf.ModelFaults) as refused:
        cf.load(folder)
    assert refused.value.faults


def test_a_folder_that_cannot_be_read_is_a_fault_and_no_surprise(tmp_path):
    (fault,) = cf.check(tmp_path / "nothing")
    assert "nothing" in str(fault)


def test_an_unknown_policy_is_answered_with_the_nearest(bikes):
    with pytest.raises(cf.InvalidValue, match="did you mean 'recovery-targets'"):
        cf.simulate(bikes, policy="recovery-target")


def test_evidence_counts_rows(bikes):
    count = bikes.evidence()
    assert count.verified >= 4 and count.assumption > count.derived
    assert bikes.evidence("lithium").assumption < count.assumption
