"""Studies beside themselves: with and without statistics, on two threads and on one."""

import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import critflow as cf
from critflow import _core
from critflow.study_result import StudyResult
from critflow.study_tables import bands

from peers.battery_system import BatterySystem
from peers.memory import peak_of_this_process
from peers.race import Disagreement, Row, bar

ONE_NUMBER = {"figures": ["mined"], "layers": ["lithium"], "years": [2050], "paths": 0}
EVERY_NUMBER = {
    "figures": [
        *("mined", "primary_supply", "demand", "recycled_content", "end_of_life_recycling_rate"),
        *("recovered", "stock", "outflow", "collected", "collection_rate", "inflow"),
        *("waste_generated", "mixed_waste", "end_of_life_input_rate"),
    ],
    "paths": 0,
}


def rows(samples: int, repeats: int) -> Iterator[Row]:
    study, system = battery_study(), "battery system"
    yield from bar(
        f"{system}, one run",
        median(cf.simulate(study.options[0]).seconds for _ in range(5 * repeats)),
        1e-4,
        "s",
        "wall, compiled before",
    )
    yield from statistics(study, f"{system}, {samples:,} samples: statistics", samples, repeats)
    yield from threads(study, f"{system}, {samples:,} samples: two threads", samples, repeats)
    command = [sys.executable, "-m", __name__, str(samples)]
    peak = float(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    yield from bar(f"{system}, {samples:,} samples: memory", peak, 512, "MiB", "peak")


def battery_study() -> cf.Study:
    with TemporaryDirectory() as folder:
        return cf.Study(BatterySystem().write(Path(folder) / "battery-system"))


def with_statistics(study: cf.Study, samples: int, threads: int = 1) -> StudyResult:
    """Moments of every number, and five quantiles."""
    result = study.run(draws=samples, threads=threads, **EVERY_NUMBER)
    bands(result)
    return result


def statistics(study: cf.Study, task: str, samples: int, repeats: int) -> list[Row]:
    """The time of a study that reports everything, by that of one which reports one number."""
    alone = partial(study.run, draws=samples, threads=1, **ONE_NUMBER)
    whole = partial(with_statistics, study, samples)
    ratios = [_cpu_of(whole) / _cpu_of(alone) for _ in range(repeats)]
    cells = len(whole().cells)
    return bar(task, median(ratios), 1.5, "times", f"{cells:,} numbers with five quantiles")


def threads(study: cf.Study, task: str, samples: int, repeats: int) -> list[Row]:
    """How much sooner two threads are there, with the same bytes."""
    one, two = (partial(study.run, draws=samples, threads=count, paths=0) for count in (1, 2))
    first, second = one(), two()
    if _bytes(first) != _bytes(second):
        raise Disagreement(f"{task}: other bytes than one thread")
    gains = [_wall_of(one) / _wall_of(two) for _ in range(repeats)]
    return bar(task, median(gains), 1.9, "times", "wall of one by wall of two")


def _bytes(study: StudyResult) -> bytes:
    return _core.shard_bytes(study.recipe.facts, study._core.part)


def _cpu_of(work: partial) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def _wall_of(work: partial) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    with_statistics(battery_study(), int(sys.argv[1]))
    print(peak_of_this_process())
