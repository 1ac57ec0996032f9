"""What is reported of batteries, in the words of the regulation."""

import pytest


def rows(records, **wanted):
    return [row for row in records if all(row[key] == one for key, one in wanted.items())]


def test_masses_are_those_of_the_flows_and_say_that_the_layout_is_unverified(batteries):
    report = batteries.battery_report()
    (row,) = rows(report, table="collected", category="portable", year=2030)
    collected = batteries.indicator("collected", layer="battery mass", year=2030)
    assert row["value"] == pytest.approx(float(collected.sel(category="portable").sum("hand-in")))
    assert set(report["layout"]) == {"layout unverified"}


def test_a_collection_rate_has_one_decimal_and_others_are_whole(batteries):
    report = batteries.battery_report()
    (rate,) = rows(report, table="collection rate", category="portable", year=2030)
    assert rate["value"] == round(rate["value"], 1) and rate["unit"] == "%"
    (recovery,) = rows(report, table="recovery of material", material="cobalt", year=2030)
    (check,) = rows(batteries.targets(), key="recovery.cobalt", year=2030)
    assert recovery["value"] == 100 * check["value"]


def test_what_the_system_does_not_tell_is_said(batteries):
    (row, *_) = rows(batteries.battery_report(), table="recycling efficiency")
    assert row["value"] is None and row["note"]


def test_the_report_stands_among_the_tables_of_a_run_of_batteries(batteries, run, tmp_path):
    assert (batteries.write(tmp_path / "batteries") / "battery_report.csv").exists()
    assert not (run.write(tmp_path / "bikes") / "battery_report.csv").exists()
