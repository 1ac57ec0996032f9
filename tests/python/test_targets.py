"""The law, and how a run stands to it."""

import csv
from pathlib import Path

import critflow as cf
import numpy as np
import pytest

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def rows(records, **wanted):
    return [row for row in records if all(row[key] == one for key, one in wanted.items())]


def test_the_law_is_a_table_of_dated_steps():
    law = cf.law("eu-2026-08")
    (step,) = rows(law, key="collection.portable", **{"from": "2027-12-31"})
    assert step["threshold"] == 0.63 and step["comparison"] == "at least"
    assert {"in force", "adopted", "proposed", "plea", "milestone"} == set(law["legal_status"])


def test_two_rules_of_the_law_never_share_a_name():
    path = SCENARIOS / "library" / "law" / "eu-2026-08.csv"
    with path.open(encoding="utf-8", newline="") as file:
        steps = list(csv.DictReader(file))
    keys = {step["key"] for step in steps}
    for language in ("title_en", "title_nl"):
        assert len({step[language] for step in steps}) == len(keys)


def test_an_unknown_version_is_answered_with_the_nearest():
    with pytest.raises(cf.InvalidValue, match="did you mean 'eu-2026-08'"):
        cf.law("eu-2026-80")


def test_a_target_is_told_with_value_threshold_status_and_gap(batteries):
    targets = batteries.targets()
    (row,) = rows(targets, key="collection.portable", year=2030)
    rate = batteries.indicator("legal_collection_rate", layer="battery mass", year=2030)
    assert row["value"] == pytest.approx(float(rate.sel(category="portable")))
    assert row["threshold"] == 0.73 and row["law_version"] == "eu-2026-08"
    assert row["status"] == ("met" if row["value"] >= 0.73 else "not met")
    assert (row["gap_tonnes"] > 0) == (row["status"] == "not met")
    assert "verified" in row["evidence"]


def test_car_batteries_have_a_rate_of_take_back_and_no_verdict(batteries):
    (row,) = rows(batteries.targets(), key="take-back.EV", year=2030)
    assert row["status"] == "indicative only"
    assert row["threshold"] is None and row["value"] > 0
    assert not rows(batteries.targets(), key="collection.EV")


def test_metal_recovered_outside_the_union_counts_with_evidence(batteries):
    without, with_ = (
        rows(batteries.targets(evidence=share), key="recovery.nickel", year=2030)[0]["value"]
        for share in (0.0, 1.0)
    )
    assert without < with_ <= 1.0


def test_dates_within_a_year_are_tested_in_the_first_whole_year_or_in_theirs(batteries):
    def status(year, **options):
        key = "recycled-content.EV.cobalt"
        return rows(batteries.targets(**options), key=key, year=year)[0]["status"]

    assert status(2031) == "not yet applicable"
    assert status(2032) == "indicative only"
    assert status(2031, year_of_date=True) == "indicative only"


def test_pleas_are_there_only_for_who_asks(batteries):
    assert set(batteries.targets()["legal_status"]) <= {"in force", "adopted"}
    asked = batteries.targets(include=("proposed", "plea"))
    assert "proposed" in asked["legal_status"]
    with pytest.raises(cf.InvalidValue, match="did you mean 'plea'"):
        batteries.targets(include=("please",))


def test_a_system_that_names_no_law_says_so(run):
    with pytest.raises(cf.InvalidValue, match="no law named"):
        run.targets()
    assert len(run.targets("eu-2026-08")) > 0


def test_rules_that_no_flow_measures_are_there_once(batteries):
    once = [row for row in batteries.targets() if row["year"] is None]
    assert "efficiency.lithium-based" in [row["key"] for row in once]
    assert all(row["status"] == "not assessable" and row["reason"] for row in once)


def test_one_country_is_measured_at_the_stage_where_it_has_most():
    run = cf.simulate(cf.load(SCENARIOS / "eu-batteries"))
    (row,) = rows(run.targets(), key="single-country.lithium", year=2030)
    by_stage = run.indicator("single_country_share", layer="lithium", year=2030)
    assert row["value"] == pytest.approx(np.ma.max(by_stage.to_numpy()))
    assert row["status"] == "indicative only"
    dependence = run.indicator("import_dependence", layer="cobalt", year=2030)
    assert dependence.coords["stage"] == ("extraction", "refining", "component", "product")
