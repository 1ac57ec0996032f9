"""How long does `critflow study` go on after Ctrl-C?

    python bench/interrupt.py

A study of the Dutch batteries is stopped at moments by chance, and must end within 0.1 s.
"""

import argparse
import random
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

FOLDER = Path(__file__).parents[1] / "scenarios/nl-batteries"


def stopped_after(moment: float) -> float:
    """Seconds from Ctrl-C, pressed so long after the first shard is kept, to the end."""
    with TemporaryDirectory() as out:
        command = [Path(sys.executable).with_name("critflow"), "study", FOLDER, "--out", out]
        process = subprocess.Popen([*command, "--draws", "10000000"], stderr=subprocess.DEVNULL)
        while not list(Path(out).glob("shards/*.shard")):
            time.sleep(0.01)
        time.sleep(moment)
        begin = time.perf_counter()
        process.send_signal(signal.SIGINT)
        process.wait()
        return time.perf_counter() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=20)
    chance = random.Random(1)
    times = [stopped_after(chance.uniform(0.0, 2.0)) for _ in range(parser.parse_args().times)]
    print(f"median {1e3 * statistics.median(times):.0f} ms, longest {1e3 * max(times):.0f} ms")


if __name__ == "__main__":
    main()
