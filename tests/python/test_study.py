"""Studies: the same numbers whoever computes them, and what they say."""

import os
import signal
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import critflow as cf
import numpy as np
import pyarrow.parquet as pq
import pytest
from critflow import _core
from critflow.command_line import main
from critflow.study_result import StudyResult

DRAWS = 4000
SETTINGS = {"draws": DRAWS, "figures": ["mined", "recycled_content"]}
POLICIES = ["none", "recovery-targets"]


def data(study: StudyResult) -> bytes:
    """Everything a study counted and kept."""
    return _core.shard_bytes(study.recipe.facts, study._core.part)


@pytest.fixture(scope="module")
def asked(bikes: cf.System) -> cf.Study:
    return cf.Study(bikes, policies=POLICIES)


@pytest.fixture(scope="module")
def study(asked: cf.Study) -> StudyResult:
    return asked.run(**SETTINGS, threads=2)


def shards_in(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*.shard")}


@pytest.mark.parametrize("threads", [1, 3, 8])
def test_any_number_of_threads_gives_the_same_bytes(asked, study, threads):
    assert data(asked.run(**SETTINGS, threads=threads)) == data(study)


def test_shares_of_a_study_give_the_bytes_of_the_whole(asked, study, tmp_path):
    for share in (3, 1, 2):
        asked.run_shard(share, 3, out=tmp_path, **SETTINGS)
    before = shards_in(tmp_path)
    assert data(asked.run(**SETTINGS, out=tmp_path)) == data(study)
    assert shards_in(tmp_path) == before


def test_only_what_is_missing_is_done_again(asked, study, tmp_path):
    asked.run(**SETTINGS, out=tmp_path)
    lost = sorted(tmp_path.glob("*.shard"))[-1]
    kept = {path: path.stat().st_mtime_ns for path in tmp_path.glob("*.shard") if path != lost}
    lost.unlink()
    assert data(asked.run(**SETTINGS, out=tmp_path)) == data(study)
    assert all(path.stat().st_mtime_ns == when for path, when in kept.items())


def test_shards_of_another_study_are_refused_and_what_differs_is_named(asked, tmp_path):
    asked.run(**SETTINGS, out=tmp_path)
    with pytest.raises(cf.InvalidValue, match="seed 1, must have the seed of this study, 2"):
        asked.run(**SETTINGS, out=tmp_path, seed=2)
    other = cf.Study(asked.options[0].replace("collection.rate", {}, 0.4), policies=POLICIES)
    with pytest.raises(cf.InvalidValue, match="of another study: reference, none"):
        other.run(**SETTINGS, out=tmp_path)


@pytest.mark.parametrize("pool", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_the_workers_of_an_executor_give_the_same_bytes(asked, study, pool):
    with pool(2) as client:
        assert data(asked.run(**SETTINGS, client=client)) == data(study)


def test_a_band_holds_the_median_between_its_ends(study):
    band = study.band("mined", layer="lithium", quantiles=[0.05, 0.5, 0.95])
    assert band.dims == ("year", "quantile") and band.unit == "t/a"
    assert (np.diff(band.sel(year=2040).values) > 0).all()


def test_quantiles_are_those_of_the_rows(study):
    rows = study.rows
    assert rows.num_rows == 2 * DRAWS
    column = rows.column("mined lithium 2040").to_numpy()[:DRAWS]
    told = study.band("mined", layer="lithium", quantiles=[0.1]).sel(year=2040)
    assert told.values[0] == np.quantile(column, 0.1)
    assert study.moments("mined", layer="lithium")["mean"][40] == pytest.approx(column.mean())


def test_rows_are_written_as_parquet(study, tmp_path):
    study.write_rows(tmp_path / "rows.parquet")
    assert pq.read_table(tmp_path / "rows.parquet").equals(study.rows)


def test_a_draw_is_the_run_of_what_was_drawn(asked, study):
    """A run by itself, from what was drawn for its sample."""
    paths = study.paths("mined", layer="lithium")
    assert paths.coords["sample"][0] == 0 and len(paths.coords["sample"]) == 100
    rows = study.rows.column("mined lithium 2040").to_numpy()
    sample = paths.coords["sample"][7]
    assert paths.sel(year=2040).values[7] == rows[sample]


def test_options_are_compared_draw_by_draw(study):
    rows = study.rows.column("mined lithium 2040").to_numpy()
    first, second = rows[:DRAWS], rows[DRAWS:]
    where = {"layer": "lithium", "year": 2040}
    assert study.beats("recovery-targets", "none", "mined", **where) == np.mean(second < first)
    assert study.beats("none", "recovery-targets", "mined", **where) == np.mean(first < second)
    differences = study.difference("recovery-targets", "mined", layer="lithium")
    assert differences["mean"][40] == pytest.approx(np.mean(second - first), rel=1e-9)
    assert differences["sd"][40] == pytest.approx(np.std(second - first, ddof=1), rel=1e-9)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"layers": ["lithum"]}, "did you mean 'lithium'"),
        ({"years": [1900]}, "unknown year: 1900"),
        ({"seed": -1}, "seed: -1, must be zero or more"),
        ({"paths": -1}, "paths: -1, must be zero or more"),
    ],
)
def test_what_a_study_cannot_report_or_draw_is_refused(asked, said, bikes):
    with pytest.raises(cf.InvalidValue, match=said):
        cf.Study(bikes).run(**{"draws": 10, **asked})


def test_a_sample_that_was_not_drawn_is_refused(study):
    with pytest.raises(cf.InvalidValue, match="no sample: 4000, must be one of the 4000 samples"):
        study.drawn([DRAWS])


def test_a_study_whose_tables_cannot_all_be_made_leaves_none(study, tmp_path):
    with pytest.raises(cf.InvalidValue, match="did you mean 'morris'"):
        study.write(tmp_path / "out", sensitivity="moris")
    assert not (tmp_path / "out").exists()


def test_the_first_option_has_no_difference_from_itself(study):
    with pytest.raises(cf.InvalidValue, match="be another option than the first"):
        study.difference("none", "mined", layer="lithium")


def test_names_that_are_not_known_have_a_nearest_one(study):
    with pytest.raises(cf.InvalidValue, match="did you mean 'mined'"):
        study.band("mind")
    with pytest.raises(cf.InvalidValue, match="did you mean 'lithium'"):
        study.band("mined", layer="lithum")
    with pytest.raises(cf.InvalidValue, match="did you mean 'recovery-targets'"):
        study.band("mined", layer="lithium", option="recovery-target")
    with pytest.raises(cf.InvalidValue, match="high/none, must be one of reference/none"):
        study.band("mined", layer="lithium", option=("high", "none"))


def test_nothing_uncertain_is_nothing_to_study(folder):
    (folder / "uncertainty.csv").unlink()
    with pytest.raises(cf.InvalidValue, match="nothing uncertain"):
        cf.Study(folder).run(draws=10)


def test_ctrl_c_stops_and_keeps_what_is_finished(asked, tmp_path):
    def press() -> None:
        while not shards_in(tmp_path):
            time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGINT)

    pressing = threading.Thread(target=press)
    pressing.start()
    with pytest.raises(KeyboardInterrupt):
        asked.run(draws=10_000_000, figures=["mined"], out=tmp_path, threads=2)
    pressing.join()
    assert shards_in(tmp_path) >= {"0.shard"}


def test_the_command_writes_tables_and_tells_bands(folder, tmp_path, capsys):
    out = tmp_path / "out"
    call = ["study", str(folder), "--draws", "1500", "--out", str(out), "--figures", "mined"]
    assert main([*call, "--rows", str(tmp_path / "rows.parquet")]) == 0
    told = capsys.readouterr().out
    assert "1,500 draws" in told and "lithium in 2050" in told
    assert "current practice (no extra policy)" in told
    assert {"bands.csv", "bands.parquet", "targets.csv", "study.json"} <= {
        path.name for path in out.iterdir()
    }
    assert pq.read_table(tmp_path / "rows.parquet").num_rows == 1500
    with pytest.raises(SystemExit):
        main([*call, "--shard", "3/2"])


def test_the_command_tells_shares_in_per_cent(folder, tmp_path, capsys):
    call = ["study", str(folder), "--draws", "64", "--out", str(tmp_path / "out")]
    assert main([*call, "--figures", "recycled_content"]) == 0
    told = capsys.readouterr().out
    assert "Recycled content, lithium in 2050: " in told
    assert all("%" in line for line in told.splitlines() if line.startswith("Recycled content"))


def test_the_spread_is_traced_to_what_was_drawn(bikes):
    study = cf.Study(bikes).run(draws=64, figures=["mined", "recovered"])
    returned = study.sensitivity("recovered", layer="lithium", year=2040, samples=256)
    assert returned["input"][0] == "recycling.yield[material=lithium]"
    assert 0.5 < sum(returned["first"]) < 1.05
    assert all(
        low <= high + 0.1 for low, high in zip(returned["first"], returned["total"], strict=True)
    )


def test_what_a_row_does_over_its_range_is_told_in_the_unit_of_the_figure(bikes):
    study = cf.Study(bikes).run(draws=64, figures=["mined", "recovered"])
    returned = study.sensitivity("recovered", layer="lithium", year=2040, design="morris")
    most = next(iter(returned))
    assert most["input"] == "recycling.yield[material=lithium]"
    assert most["mean"] == pytest.approx(most["size"])  # more yield, more recovered
    assert 0.0 < most["size"] < study.moments("recovered", layer="lithium")["most"][-1]
    cobalt = study.sensitivity("recovered", layer="cobalt", year=2040, design="morris")
    assert {row["input"]: row["size"] for row in cobalt}[most["input"]] == 0.0
    with pytest.raises(cf.InvalidValue, match="morris"):
        study.sensitivity("recovered", layer="lithium", year=2040, design="moris")


def test_chances_and_wins_have_the_interval_of_their_draws(study):
    wins = study.wins("recovery-targets", "none", "mined", layer="lithium", year=2050)
    assert wins.share == study.beats(
        "recovery-targets", "none", "mined", layer="lithium", year=2050
    )
    assert wins.count == DRAWS
    low, high = wins.interval(0.95)
    assert low <= wins.share <= high
    for row in study.targets():
        if row["tested"]:
            assert 0.0 <= row["low"] <= row["probability"] <= row["high"] <= 1.0


def test_what_was_drawn_is_told_sample_by_sample(study):
    drawn = study.drawn([3, 17])
    assert drawn["sample"] == [3, 17]
    assert list(drawn.columns)[1:] == study.recipe.core.inputs
    assert len(study.drawn()) == DRAWS


def test_what_every_figure_depends_on_is_a_table(folder, tmp_path):
    out = tmp_path / "results"
    call = ["study", str(folder), "--draws", "64", "--out", str(out), "--figures", "mined"]
    assert main([*call, "--sensitivity", "morris"]) == 0
    table = pq.read_table(out / "sensitivity.parquet")
    assert {"figure", "layer", "year", "input", "size", "size_error", "mean", "sd"} <= set(
        table.column_names
    )
    assert set(table["figure"].to_pylist()) >= {"mined"}


def test_ranges_that_a_number_has_no_room_for_are_told(folder, tmp_path, capsys):
    rows = ["parameter,material,distribution,first,second,third,unit,source,note"]
    rows.append("recycling.yield,lithium,uniform,1,9,,factor,assumption,")
    (folder / "uncertainty.csv").write_text("\n".join(rows) + "\n")
    out = tmp_path / "results"
    assert main(["study", str(folder), "--draws", "64", "--out", str(out)]) == 0
    (row,) = cf.Study(folder).run(draws=64).held
    assert row["input"] == "recycling.yield[material=lithium]"
    assert row["share"] == pytest.approx(0.5)  # of factors above five on a fifth
    assert "held there: 1" in capsys.readouterr().out
    assert (out / "held.csv").exists()
