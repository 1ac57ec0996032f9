"""What someone waits for: the Dutch batteries from the command to the tables."""

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
    loaded = _wall([sys.executable, "-c", "import critflow"], repeats)
    with TemporaryDirectory() as empty:
        command = Path(sys.executable).with_name("critflow")
        run = _wall([command, "run", FOLDER, "--out", Path(empty) / "results"], repeats)
    return [
        *bar("critflow run nl-batteries", run, 1.5, "s", "wall, import and all"),
        *bar("import critflow", loaded, 0.15, "s", "wall, interpreter and all"),
        *bar("simulation of nl-batteries", march, 0.005, "s", "wall, compiled before"),
    ]


def _wall(command: Sequence[str | Path], repeats: int) -> float:
    def once() -> float:
        begin = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - begin

    return median(once() for _ in range(repeats))
