"""How does the time of a study grow with what is asked of it?

    PYTHONPATH=bench python bench/scaling.py [--picture docs/images/scaling.svg]

The battery system of the peers, made larger in one way at a time.
"""

import argparse
import json
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import critflow as cf
from peers.battery_system import BatterySystem

SAMPLES = 128
SYSTEMS = {
    "years": [25, 50, 100, 200],
    "products": [2, 4, 8, 16, 32],
    "steps": [0, 20, 60, 140, 300],
}
SAMPLE_COUNTS = [64, 128, 256, 512, 1024]
THREADS = [1, 2]
SAMPLES_OF_THREADS = 4096  # blocks of 1,024 are what threads share
TITLES = {
    "years": "years",
    "samples": "samples",
    "products": "stocks (products x chemistries)",
    "steps": "nodes of the network",
    "threads": "threads, wall time",
}


def measured(samples: int = SAMPLES, threads: int = 1, **size: int) -> dict[str, float]:
    """CPU and wall time [s] of a study of primary metal, the best of three."""
    with TemporaryDirectory() as folder:
        study = cf.Study(BatterySystem(**size).write(Path(folder) / "battery-system"))
    times = []
    for _ in range(3):
        wall, cpu = time.perf_counter(), time.process_time()
        study.run(draws=samples, threads=threads, figures=["mined"], paths=0)
        times.append((time.process_time() - cpu, time.perf_counter() - wall))
    return {"cpu": min(cpu for cpu, _ in times), "wall": min(wall for _, wall in times)}


def curves() -> dict[str, list[tuple[int, float]]]:
    """By what grows: how much of it, and the seconds."""
    found = {
        name: [(size, measured(**{name: size})["cpu"]) for size in sizes]
        for name, sizes in SYSTEMS.items()
    }
    found["products"] = [(8 * size, seconds) for size, seconds in found["products"]]
    found["steps"] = [(20 + size, seconds) for size, seconds in found["steps"]]
    found["samples"] = [(count, measured(count)["cpu"]) for count in SAMPLE_COUNTS]
    found["threads"] = [(count, measured(SAMPLES_OF_THREADS, count)["wall"]) for count in THREADS]
    return found


def draw(found: dict[str, list[tuple[int, float]]], path: Path) -> None:
    """Both axes in powers of two; dotted is growth in proportion, of threads the time shared."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(1, len(TITLES), figsize=(13, 2.8), layout="constrained")
    for axis, (name, title) in zip(axes, TITLES.items(), strict=True):
        sizes, seconds = zip(*found[name], strict=True)
        axis.plot(sizes, seconds, "o-", color="#1b6ca8")
        power = -1 if name == "threads" else 1
        axis.plot(sizes, [seconds[0] * (size / sizes[0]) ** power for size in sizes], ":k")
        axis.set_xscale("log", base=2)
        axis.set_yscale("log", base=2)
        axis.set_xticks(sizes, [f"{size:,}" for size in sizes])
        axis.yaxis.set_major_formatter(lambda value, _: f"{value:g}")
        axis.minorticks_off()
        axis.set_title(title, fontsize=10)
    axes[0].set_ylabel("seconds")
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--picture", type=Path, default=Path("build/scaling.svg"))
    picture = parser.parse_args().picture
    found = curves()
    print(json.dumps(found, indent=1))
    draw(found, picture)


if __name__ == "__main__":
    main()
