"""What does a shard cost beside its computing, when Dask gives it to a worker?

    python bench/dask_shards.py

A scheduler and three workers on this machine compute shards of the Dutch batteries, one at a time:
what passes between asking and having the shard, beside the computing in the worker, is scheduling
and transfer. It does not depend on how long a shard computes, and may take 3 % of ten seconds.
"""

import argparse
import pickle
import statistics
import time
from pathlib import Path

import critflow as cf
from critflow import _core
from critflow.recipe import Recipe
from critflow.shards import shard
from distributed import Client, LocalCluster

FOLDER = Path(__file__).parents[1] / "scenarios/nl-batteries"
SECONDS_OF_A_SHARD = 10.0
DRAWS = 1_000_000  # so many that numbers are counted in sketches


def computed(recipe: bytes, block: int) -> tuple[float, bytes]:
    """In a worker: the seconds that it computes, and the shard."""
    begin = time.perf_counter()
    data = shard(recipe, [(block, block + 1)], 1)
    return time.perf_counter() - begin, data


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shards", type=int, default=12)
    shards = parser.parse_args().shards
    recipe = Recipe((cf.load(FOLDER),), DRAWS)
    sent = pickle.dumps(recipe)
    between, taking, size = [], [], 0
    with (
        LocalCluster(n_workers=3, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        client.run(computed, sent, 0)  # each worker compiles the system once
        part = recipe.core.nothing()
        for block in range(shards):
            begin = time.perf_counter()
            seconds, data = client.submit(computed, sent, block, pure=False).result()
            between.append(time.perf_counter() - begin - seconds)
            begin = time.perf_counter()
            part.take(_core.shard_part(data, recipe.facts, recipe.core, "a worker"))
            taking.append(time.perf_counter() - begin)
            size = len(data)
    extra = statistics.median(between)
    print(f"a shard of {size / 1e6:.1f} MB: scheduling and transfer {1e3 * extra:.0f} ms,")
    print(f"{extra / SECONDS_OF_A_SHARD:.1%} of ten seconds of computing; putting it together with")
    print(f"the others {1e3 * statistics.median(taking):.0f} ms")


if __name__ == "__main__":
    main()
