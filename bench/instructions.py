"""Do fixed pieces of work still take the instructions that `instructions.csv` says?

    python3 bench/instructions.py build/release/bench/instructions [--renew]

Callgrind counts them, with AVX2: it knows no AVX-512. Fewer than expected is told as well, so that
what was won is not lost again unseen.
"""

import argparse
import csv
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

EXPECTED = Path(__file__).with_name("instructions.csv")
CALLGRIND = ["valgrind", "--tool=callgrind", "--instr-atstart=no", "--callgrind-out-file=/dev/null"]


def counted(program: Path, run: str) -> int:
    done = subprocess.run([*CALLGRIND, program, run], capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode or not found:
        sys.exit(f"{run}: could not be counted\n{done.stderr}")
    return int(found[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path)
    parser.add_argument("--renew", action="store_true", help="write what is counted")
    given = parser.parse_args()
    with EXPECTED.open(newline="") as file:
        rows = list(csv.DictReader(file))
    with ThreadPoolExecutor(2) as pool:
        counts = list(pool.map(lambda row: counted(given.program, row["run"]), rows))
    moved = 0
    for row, count in zip(rows, counts, strict=True):
        change = 100 * (count / int(row["instructions"]) - 1)
        out = abs(change) > float(row["tolerance"])
        moved += out
        print(f"{row['run']:24}{count:>14,}{change:+8.2f} %" + "  moved" * out)
        row["instructions"] = count
    if given.renew:
        with EXPECTED.open("w", newline="") as file:
            writer = csv.DictWriter(file, rows[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    elif moved:
        sys.exit("Where that is meant: make instructions, and a line in CHANGELOG.md")


if __name__ == "__main__":
    main()
