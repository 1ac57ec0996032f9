"""All races, as a table on the screen and as JSON."""

import argparse
import json
import os
import platform
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from peers import (
    battery_races,
    cohorts,
    four_compartments,
    four_metals,
    loading,
    memory,
    shared_table,
    studies,
    whole_run,
)
from peers.race import Row, race
from peers.samples import ROOT


def all_rows(quick: bool, program: Path) -> Iterator[Row]:
    repeats, series, samples = (1, 200, 20) if quick else (7, 10_000, 1000)
    yield from whole_run.rows(repeats)
    yield from loading.rows(repeats, large=20_000 if quick else 1_000_000)
    few = (64, 8, 2) if quick else (1024, 64, 4)
    yield from race(battery_races.task(few[0]), battery_races.contestants(*few), repeats)
    yield from studies.rows(64 if quick else 10_240, repeats)
    for mode in ("inflow", "stock"):
        for count in (1, series):
            task = cohorts.Task(mode, 200, count)
            yield from race(str(task), cohorts.contestants(task), repeats)
    yield from race(shared_table.task(200, series), shared_table.contestants(200, series), repeats)
    for loop in (four_metals, four_compartments):
        yield from race(loop.task(samples), loop.contestants(samples, program), repeats)
    yield from memory.rows(cohorts.Task("inflow", 200, series), limit=300)


def machine() -> dict[str, str | int]:
    processors = Path("/proc/cpuinfo").read_text().splitlines()
    model = next(line.split(": ")[1] for line in processors if line.startswith("model name"))
    return {
        "processor": model,
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "python": platform.python_version(),
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def printed(rows: list[Row]) -> str:
    lines = [("task", "who", "version", "needs", "ratio", "")]
    for row in rows:
        needs, ratio = f"{row.amount:.3g} {row.unit}", f"{row.ratio:.3g}"
        lines.append((row.task, row.who, row.version, needs, ratio, row.note))
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)


def main() -> None:
    options = argparse.ArgumentParser(prog="peers", description=__doc__)
    options.add_argument(
        "--quick", action="store_true", help="small tasks, once: do the numbers agree?"
    )
    options.add_argument("--json", type=Path, default=ROOT / "build/peers.json", metavar="FILE")
    options.add_argument(
        "--program",
        type=Path,
        default=ROOT / "build/release/bench/peers_samples",
        help="what bench/CMakeLists.txt makes of peers_samples.cpp",
    )
    given = options.parse_args()
    before = machine()
    rows = list(all_rows(given.quick, given.program))
    given.json.parent.mkdir(parents=True, exist_ok=True)
    given.json.write_text(
        json.dumps({"machine": before, "rows": list(map(asdict, rows))}, indent=1)
    )
    print(printed(rows))
    print(f"\nOne core of {before['processor']}, load {before['load']} before. Also {given.json}.")


if __name__ == "__main__":
    main()
