"""What the levers of a policy make of what a study draws."""

from pathlib import Path

import critflow as cf
import pytest
from critflow.command_line import main
from critflow.study_result import StudyResult

SCENARIOS = Path(__file__).parents[2] / "scenarios"
LITHIUM = "recycling.yield[route=hydro,material=lithium]"


@pytest.fixture(scope="module")
def study() -> StudyResult:
    asked = cf.Study(SCENARIOS / "nl-batteries", policies=["none", "law-met"])
    return asked.run(draws=256, figures=["mined"])


@pytest.mark.parametrize("metal", ["lithium", "cobalt", "nickel", "copper"])
def test_where_no_loss_is_left_to_chance_recovery_meets_the_law_in_every_draw(study, metal):
    """From the pack to the metal: 1 x 0.98 x 0.8164 and 0.9694 from 2031 on, with room to shred."""
    met = {
        row["year"]: row["probability"]
        for row in study.targets(option="law-met")
        if row["target"] == f"recovery.{metal}"
    }
    assert [met[year] for year in (2028, 2029, 2030, 2031, 2032)] == [1.0] * 5


def test_without_levers_nothing_is_overruled(study):
    assert all(row["policy"] != "none" for row in study.overruled)


def test_a_row_that_a_floor_leaves_nothing_of_is_told(study):
    rows = {row["input"]: row for row in study.overruled if row["policy"] == "law-met"}
    assert rows[LITHIUM]["share"] == 1.0
    assert rows[LITHIUM]["year"] == 2031
    assert rows[LITHIUM]["levers"] == "lithium-recovery"
    assert rows[LITHIUM]["scenario"] == "reference"


def test_what_is_overruled_is_a_table_and_a_line(tmp_path: Path, capsys):
    asked = ["study", str(SCENARIOS / "nl-batteries"), "--policies", "law-met", "--draws", "64"]
    assert main([*asked, "--figures", "mined", "--out", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "The law met: what it takes to reach the targets\n" in told
    assert "Recovery of lithium from waste batteries in 2060: met in " in told
    assert "ranges of which levers leave nothing" in told
    assert LITHIUM in (tmp_path / "overruled.csv").read_text()
