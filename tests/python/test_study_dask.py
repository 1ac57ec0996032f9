"""A scheduler and three workers on this machine, one of which dies while they compute."""

import os
import signal
import threading
import time
from pathlib import Path

import critflow as cf
import pytest
from critflow import _core

distributed = pytest.importorskip("distributed")

SETTINGS = {"draws": 30_000, "figures": ["mined"]}


@pytest.fixture
def cluster():
    with distributed.LocalCluster(
        n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        yield cluster


def kill_one(cluster, out: Path) -> None:
    """When the first shard of a worker is there; the one before it is computed here."""
    while len(list(out.glob("*.shard"))) < 2:
        time.sleep(0.01)
    os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)


@pytest.mark.filterwarnings("default")  # of distributed itself, where a worker is lost
def test_a_worker_that_dies_changes_nothing(bikes, cluster, tmp_path):
    study = cf.Study(bikes)
    whole = study.run(**SETTINGS, threads=2)
    killing = threading.Thread(target=kill_one, args=[cluster, tmp_path])
    killing.start()
    with distributed.Client(cluster) as client:
        spread = study.run(**SETTINGS, client=client, out=tmp_path)
    killing.join()
    facts = whole.recipe.facts
    assert _core.shard_bytes(facts, spread._core.part) == _core.shard_bytes(facts, whole._core.part)
