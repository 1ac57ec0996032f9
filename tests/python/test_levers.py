"""Measures as data: what a policy changes, how, and from when."""

import pickle
import shutil
from pathlib import Path

import critflow as cf
import pytest

ROOT = Path(__file__).resolve().parents[2]

POLICY = """
schema = 1

[lever.more]
catalogue = "L07"
changes = "collection.rate[category=portable]"
rule = "blend"
unit = "%"
value = 80
shape = { linear = [2027, 2032] }
applies_to = "flows"
legal_status = "proposed"
source = "assumption"

[lever.bikes]
changes = "collection.rate[category=LMT]"
rule = "multiply"
unit = "%"
series = { 2028 = 110, 2030 = 120 }
applies_to = "flows"
legal_status = "assumption"
source = "assumption"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "scenarios" / "nl-batteries", tmp_path / "nl-batteries")
    (tmp_path / "nl-batteries" / "policies" / "more.toml").write_text(POLICY)
    return tmp_path / "nl-batteries"


def test_a_system_lists_its_levers_with_what_they_change_and_from_when(folder: Path) -> None:
    more, bikes = cf.load(folder, policy="more").levers
    assert more["changes"] == "collection.rate[category=portable]"
    assert (more["rule"], more["value"], more["unit"]) == ("blend", "80", "%")
    assert (more["shape"], more["first_year"]) == ("linear from 2027 to 2032", 2028)
    assert (more["knob"], more["r_step"], more["legal_status"]) == ("processing", "R8", "proposed")
    assert more["title_nl"] == "Gescheiden inzameling"
    assert bikes["value"] == "2028: 110, 2030: 120"
    assert (bikes["shape"], bikes["first_year"]) == ("step in 2028", 2028)


def test_a_policy_without_levers_has_an_empty_list(folder: Path) -> None:
    assert len(cf.load(folder).levers) == 0


def test_some_levers_may_be_kept_from_the_files_or_from_a_system(folder: Path) -> None:
    loaded = cf.load(folder, policy="more", levers=["bikes"])
    kept = cf.load(folder, policy="more").with_levers(["bikes"])
    assert list(loaded.levers) == list(kept.levers)
    rates = [system.parameter("collection.rate") for system in (loaded, kept)]
    assert rates[0].values.tolist() == rates[1].values.tolist()
    assert pickle.loads(pickle.dumps(kept)).digest == kept.digest
    with pytest.raises(cf.InvalidValue, match="did you mean 'bikes'"):
        cf.load(folder, policy="more", levers=["bike"])


def test_rows_in_force_hold_the_number_and_what_was_laid_over_it(folder: Path) -> None:
    rows = [
        row
        for row in cf.load(folder, policy="more").rows()
        if row["parameter"] == "collection.rate" and row["category"] == "portable"
    ]
    assert {row["by"] for row in rows} == {"base", "lever more of policy more"}
    [lever] = [row for row in rows if row["by"] != "base"]
    assert (lever["value"], lever["unit"]) == (80, "%")
    assert lever["shape"] == "blend, linear from 2027 to 2032"


def test_an_explanation_names_factor_and_legal_status(folder: Path) -> None:
    system = cf.load(folder, policy="more")
    told = system.explain("collection.rate", at={"category": "portable"}, year=2030)
    assert told.steps[0].factor == pytest.approx(0.6)
    assert told.steps[0].legal_status == "proposed"
    assert told.steps[1].factor is None


def test_a_results_folder_lists_the_levers_in_force(folder: Path, tmp_path: Path) -> None:
    run = cf.simulate(cf.load(folder, policy="more"))
    written = run.write(tmp_path / "results")
    assert "more" in (written / "levers.csv").read_text()
    assert '"legal_status": "proposed"' in (written / "run.json").read_text()
    assert list(run.levers()) == list(run.system.levers)


def test_the_catalogue_of_levers_is_there() -> None:
    assert cf.levers_catalogue()["id"][0] == "L01"
    assert len(cf.levers_catalogue()) == 30
