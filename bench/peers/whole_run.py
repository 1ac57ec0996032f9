"""What someone waits for: the Dutch batteries from the command to the tables."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import critflow as cf

from peers.race import Row, bar
from peers.samples import ROOT

FOLDER = ROOT / "scenarios/nl-batteries"


def rows(repeats: int) -> list[Row]:
    """Wall times, beside what we allow ourselves."""
    system = cf.load(FOLDER)
    march = median(cf.simulate(system).seconds for _ in range(repeats))
    with TemporaryDirectory() as empty:
        command = Path(sys.executable).with_name("critflow")
        run = [command, "run", FOLDER, "--out", Path(empty) / "results"]
        whole = _waited_for("critflow run nl-batteries", run, 1.5, repeats)
    loading = [sys.executable, "-c", "import critflow"]
    return [
        *whole,
        *bar("simulation of nl-batteries", march, 0.005, "s", "wall, compiled before"),
        *_waited_for("import critflow", loading, 0.15, repeats),
    ]


def _waited_for(
    task: str, command: Sequence[str | Path], allowed: float, repeats: int
) -> list[Row]:
    """The wall time of a whole process, with its CPU time for when the machine is busy."""

    def once() -> tuple[float, float]:
        wall, cpu = time.perf_counter(), _cpu_of_children()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - wall, _cpu_of_children() - cpu

    wall, cpu = map(median, zip(*(once() for _ in range(repeats)), strict=True))
    return bar(task, wall, allowed, "s", f"wall; {cpu:.2g} s of CPU")


def _cpu_of_children() -> float:
    times = os.times()
    return times.children_user + times.children_system
