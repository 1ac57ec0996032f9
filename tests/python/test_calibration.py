"""A share solved so that a published series is met."""

from pathlib import Path

import critflow as cf
import pytest
from critflow.command_line import main

SCENARIOS = Path(__file__).parents[2] / "scenarios"

RATE, PLACE = "collection.rate", {"category": "portable"}
SERIES = "portable batteries collected (Stibat)"


@pytest.fixture(scope="module")
def found(batteries):
    return batteries.system.calibrate(RATE, PLACE, to=SERIES)


def rows_of(run, series):
    return [row for row in run.observations() if row["name"] == series]


def test_the_calibrated_system_has_the_published_figures(found):
    rows = rows_of(cf.simulate(found.system), SERIES)
    assert len(rows) == len(found.years) > 5
    for row in rows:
        assert row["model"] == pytest.approx(row["published"], rel=1e-9)


def test_what_the_model_said_before_is_told_beside(found, batteries):
    before = [row["model"] for row in rows_of(batteries, SERIES)]
    assert list(found.years["before"]) == pytest.approx(before)
    assert all(0 <= share <= 1 for share in found.years["share"])


def test_the_rows_go_into_a_table_of_parameters(found):
    lines = found.rows().splitlines()
    assert lines[0] == "parameter,category,year,value,unit,source,note,evidence"
    assert lines[1].startswith("collection.rate,portable,2")
    assert lines[1].endswith(f",1,{found.years['source'][0]},calibrated: {SERIES},derived")


def test_the_command_line_tells_the_years(capsys):
    folder = str(SCENARIOS / "nl-batteries")
    call = ["calibrate", folder, RATE, "--at", "category=portable", "--to", SERIES]
    assert main(call) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].split() == ["year", "share", "published", "model", "before"]
    assert main([*call, "--rows"]) == 0
    assert capsys.readouterr().out.startswith("parameter,category,year")


def test_a_share_that_cannot_reach_the_figure_is_refused_with_the_row(batteries):
    with pytest.raises(cf.ModelFaults) as wrong:
        batteries.system.calibrate("sorting.yield", {}, to=SERIES)
    first = wrong.value.faults[0]
    assert first.where == "sorting.yield"
    assert first.what.startswith("does not decide: portable batteries collected (Stibat), 20")
    assert first.file == "observations.csv"
    assert first.row > 1
