"""The races of `bench/peers` compare numbers before times, and a small round of each agrees."""

import os
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "build/release/bench/peers_samples"
needs_program = pytest.mark.skipif(not PROGRAM.exists(), reason="peers_samples is not built")


def needs(package):
    return pytest.mark.skipif(not find_spec(package), reason=f"{package} is not installed")


@pytest.fixture(autouse=True)
def bench_on_the_path(monkeypatch):
    bench = str(ROOT / "bench")
    monkeypatch.syspath_prepend(bench)
    monkeypatch.setenv("PYTHONPATH", bench, prepend=os.pathsep)


def names_of(rows):
    return [row.who for row in rows]


@pytest.mark.parametrize("mode", ["inflow", "stock"])
def test_many_stocks_are_the_same_in_numpy(mode):
    from peers import cohorts
    from peers.race import race

    task = cohorts.Task(mode, 60, 19)
    rows = race(str(task), cohorts.contestants(task)[:2], repeats=1)
    assert names_of(rows) == ["critflow", "NumPy"]
    assert all(row.amount > 0 for row in rows)


@needs("flodym")
@pytest.mark.parametrize("mode", ["inflow", "stock"])
def test_many_stocks_are_the_same_in_flodym_and_its_part_is_scaled_up(mode):
    from peers import cohorts
    from peers.race import race

    task = cohorts.Task(mode, 20, 2 * cohorts.FLODYM_SERIES)
    *_, flodym = race(str(task), cohorts.contestants(task), repeats=1)
    assert flodym.who == "flodym"
    assert flodym.note.endswith("scaled up from 50%")


@needs_program
def test_four_metals_are_the_same_in_numpy_for_every_sample():
    from peers import four_metals
    from peers.race import race

    rows = race(four_metals.task(11), four_metals.contestants(11, PROGRAM), repeats=1)
    assert names_of(rows) == ["critflow", "NumPy"]


@needs_program
@needs("dpmfa")
def test_four_compartments_are_the_same_in_dpmfa_for_every_draw():
    from peers import four_compartments
    from peers.race import race

    rows = race(four_compartments.task(9), four_compartments.contestants(9, PROGRAM), repeats=1)
    assert names_of(rows) == ["critflow", "dpmfa"]


@needs("scipy")
def test_the_battery_system_is_the_same_in_numpy_however_it_goes_about_it():
    from peers import battery_races
    from peers.battery_system import BatterySystem
    from peers.race import race

    system = BatterySystem(years=30, products=3, chemistries=2)
    rows = race("batteries", battery_races.contestants(10, 4, 2, system), repeats=1)
    assert names_of(rows) == [
        "critflow",
        "NumPy, in batches",
        "NumPy, a sample at a time",
        "SciPy, in loops",
    ]


def test_nodes_in_a_row_change_nothing_but_the_size_of_the_network(tmp_path):
    import critflow as cf
    from peers.battery_system import BatterySystem

    mined = [
        cf.simulate(cf.load(BatterySystem(30, 2, 2, steps).write(tmp_path / str(steps))))
        .indicator("mined")
        .values
        for steps in (0, 5)
    ]
    assert np.allclose(*mined, rtol=1e-13)


def test_two_threads_are_compared_by_their_bytes_before_they_are_timed(bikes):
    import critflow as cf
    from peers import studies

    gain, allowed = studies.threads(cf.Study(bikes), "two threads", 64, repeats=1)
    assert gain.amount > 0 and allowed.amount == 1.9


def test_folders_of_any_size_are_checked_and_read():
    from peers import loading

    rows = list(loading.rows(1, large=4000))
    assert [row.who for row in rows] == ["critflow", "bar"] * 2


def test_the_numpy_baseline_of_four_metals_gives_what_the_case_expects():
    import json

    from peers import four_metals

    case = json.loads((four_metals.FOLDER / "case.json").read_text())
    base = np.array(case["deterministic"]["factors"], dtype=float)[:, np.newaxis]
    series = four_metals.WithNumPy()(base)
    for name in ("primary", "secondary"):
        expected = np.array(case["deterministic"][name])
        largest = np.abs(expected).max()
        assert np.abs(series[name][:, 0] - expected).max() <= case["tolerance"] * largest


def test_programs_that_differ_are_not_timed():
    from peers.race import Contestant, Disagreement, Timed, race

    seen = []

    def giving(number):
        def run():
            seen.append(number)
            return Timed(1.0, {"stock": np.array([[1.0], [number]])})

        return run

    with pytest.raises(Disagreement, match=r"differ by 1\.0e-09"):
        race(
            "two stocks",
            [Contestant("critflow", giving(2.0)), Contestant("NumPy", giving(2.0 + 2e-9))],
            3,
        )
    assert seen == [2.0, 2.0 + 2e-9]


def test_times_are_medians_set_beside_ours():
    from peers.race import Contestant, Timed, race

    def taking(*seconds):
        left = iter((0.0, *seconds))
        return lambda: Timed(next(left), {"stock": np.array([[1.0]])})

    ours, theirs = race(
        "one stock",
        [
            Contestant("critflow", taking(1.0, 9.0, 2.0)),
            Contestant("NumPy", taking(3.0, 8.0, 5.0), 0.5),
        ],
        3,
    )
    assert (ours.amount, theirs.amount) == (2.0, 10.0)
    assert theirs.ratio == 5.0


def test_memory_of_many_stocks_is_that_of_their_totals():
    from peers import memory
    from peers.cohorts import Task

    few, many = (memory.peak("critflow", Task("inflow", 200, count)) for count in (10, 4000))
    totals = 3 * 200 * 4000 * 8 / 2**20
    assert totals < many - few < 3 * totals


def test_the_table_is_read_by_a_person():
    from peers.__main__ import printed
    from peers.race import bar

    lines = printed(bar("a run", 0.75, 1.5, "s", "wall")).splitlines()
    assert [line.split() for line in lines[1:]] == [
        ["a", "run", "critflow", "0.1.0", "0.75", "s", "1", "wall"],
        ["a", "run", "bar", "1.5", "s", "2"],
    ]
