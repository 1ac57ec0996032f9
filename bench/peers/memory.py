"""How much memory many stocks take at most, each program in a process of its own."""

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from peers import cohorts
from peers.race import Row, bar


def rows(task: cohorts.Task, limit: float) -> list[Row]:
    """Peaks with interpreter and inputs, and ``limit`` [MiB]."""
    name = f"memory: {task}"
    ours, numpy = peak("critflow", task), peak("numpy", task)
    own, allowed = bar(name, ours, limit, "MiB", "peak")
    return [own, Row(name, "NumPy", version("numpy"), numpy, "MiB", numpy / ours), allowed]


def peak(program: str, task: cohorts.Task) -> float:
    command = [sys.executable, "-m", __name__, program, task.mode, str(task.years), str(task.count)]
    return float(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def peak_of_this_process() -> float:
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024


if __name__ == "__main__":
    program, mode, years, count = sys.argv[1:]
    task = cohorts.Task(mode, int(years), int(count))
    getattr(cohorts, program)(task, task.known())
    print(peak_of_this_process())
