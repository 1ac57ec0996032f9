"""What does a comparison cost, once its systems are loaded?

    python bench/compare.py

Seven policies of the Dutch batteries (some twice, where the folder has fewer): runs, figures,
matrix, verdicts and effects, without contributions of levers; then what each of ten levers adds, by
exact Shapley shares (1,024 runs).
"""

import argparse
import statistics
import time
from itertools import cycle, islice
from pathlib import Path

import critflow as cf
from critflow.comparison.option import ran

SCENARIOS = Path(__file__).parents[1] / "scenarios"
OPTIONS = 7  # six policies and the reference
TEN_LEVERS = "demand-first+beleidsagenda"


def loaded() -> list[cf.System]:
    system = cf.load(SCENARIOS / "nl-batteries")
    return [system.under(policy=name) for name in islice(cycle(system.policies), OPTIONS)]


def once(systems: list[cf.System]) -> tuple[float, float]:
    """Wall and CPU time [ms]."""
    wall, cpu = time.perf_counter(), time.process_time()
    options = [cf.Option(str(at), run) for at, run in enumerate(ran(systems))]
    compared = cf.Comparison(options, systems[0].policy, (2030, 2035, 2040))
    for table in (compared.matrix, compared.targets, compared.effects):
        assert len(table())
    return 1e3 * (time.perf_counter() - wall), 1e3 * (time.process_time() - cpu)


def shares() -> float:
    """Wall time [ms]."""
    compared = cf.compare(SCENARIOS / "nl-batteries", policies=["none", TEN_LEVERS])
    wall = time.perf_counter()
    assert len(compared.contributions())
    return 1e3 * (time.perf_counter() - wall)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=21)
    repeats = parser.parse_args().repeats
    systems = loaded()
    once(systems)
    wall, cpu = zip(*(once(systems) for _ in range(repeats)), strict=True)
    print(f"wall {min(wall):.0f} at best, median {statistics.median(wall):.0f} ms")
    print(f"CPU  {min(cpu):.0f} at best, median {statistics.median(cpu):.0f} ms")
    ten = [shares() for _ in range(3)]
    print(f"ten levers, wall {min(ten):.0f} at best, median {statistics.median(ten):.0f} ms")


if __name__ == "__main__":
    main()
