"""Results: all of them or none, and nothing else is touched."""

import csv
import json

import critflow as cf
import pyarrow.parquet
import pytest
from critflow import results

TABLES = [
    *("flows", "stocks", "clamps", "indicators", "observations"),
    *("targets", "battery_report", "parameters"),
]


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_folder_holds_every_table_twice(batteries, tmp_path):
    out = batteries.write(tmp_path / "out")
    for name in TABLES:
        table = pyarrow.parquet.read_table(out / f"{name}.parquet")
        assert table.num_rows == len(rows(out / f"{name}.csv")) > 0
        assert "unit" in table.column_names
    assert {path.stem for path in out.iterdir()} == {*TABLES, "run"}


def test_tables_hold_what_the_run_says(run, tmp_path):
    out = run.write(tmp_path / "out")
    found = [
        float(row["value"])
        for row in rows(out / "flows.csv")
        if (row["from"], row["to"], row["year"], row["layer"])
        == ("ore", "mining", "2040", "cobalt")
    ]
    assert found == [float(run.flow("ore", "mining", year=2040, layer="cobalt"))]
    absent = [row for row in rows(out / "indicators.csv") if row["value"] == ""]
    assert {row["indicator"] for row in absent} >= {"recycled_content"}


def test_run_json_says_what_was_run(run, tmp_path):
    facts = json.loads((run.write(tmp_path / "out") / "run.json").read_text())
    assert facts["digest"] == run.system.digest and len(facts["digest"]) == 64
    assert (facts["scenario"], facts["policy"]) == ("reference", "none")
    assert facts["worst_balance"]["residual"] == run.balance.residual
    assert facts["entry"] == {"battery life": "end"}
    assert facts["versions"]["critflow"] == cf.__version__


def test_changes_made_in_code_are_told(bikes):
    facts = results.facts(cf.simulate(bikes.replace("collection.rate", {}, 0.9)))
    assert "collection.rate" in facts["changes"][0]


def test_a_results_folder_of_ours_is_replaced(run, tmp_path):
    out = run.write(tmp_path / "out")
    (out / "old.txt").write_text("of an earlier run")
    run.write(out)
    assert not (out / "old.txt").exists() and (out / "run.json").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", ["run.json", "thesis.docx"])
def test_anything_else_is_refused_and_left_alone(run, tmp_path, name):
    (tmp_path / name).write_text("{}")
    with pytest.raises(cf.InvalidValue, match="not a results folder"):
        run.write(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("content", ["null", "5", '"worst_balance"', '["worst_balance"]', "{"])
def test_a_run_json_of_somebody_else_is_not_ours(run, tmp_path, content):
    (tmp_path / "run.json").write_text(content)
    with pytest.raises(cf.InvalidValue, match="not a results folder"):
        run.write(tmp_path)


def test_an_empty_folder_may_be_filled(run, tmp_path):
    assert run.write(tmp_path / "a" / "b").is_dir()
    (tmp_path / "empty").mkdir()
    assert (run.write(tmp_path / "empty") / "run.json").exists()


def test_a_run_that_cannot_be_written_leaves_nothing(run, tmp_path, monkeypatch):
    def full(*_):
        raise OSError("disk full")

    old = run.write(tmp_path / "out")
    before = (old / "run.json").read_text()
    monkeypatch.setattr(results, "write_table", full)
    with pytest.raises(OSError, match="disk full"):
        run.write(old)
    assert (old / "run.json").read_text() == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_text_is_never_a_formula_to_a_spreadsheet(tmp_path):
    notes = ["=1+1", "+1", "-1", "@x", "\tx", "plain", "a=b", None]
    table = cf.Records("rows", {"note": notes, "value": [-1.0] * len(notes)}).to_arrow()
    results.write_table(table, tmp_path / "rows")
    written = rows(tmp_path / "rows.csv")
    told = [row["note"] for row in written]
    assert told == ["'=1+1", "'+1", "'-1", "'@x", "'\tx", "plain", "a=b", ""]
    assert {row["value"] for row in written} == {"-1"}
    assert pyarrow.parquet.read_table(tmp_path / "rows.parquet")["note"].to_pylist() == notes
