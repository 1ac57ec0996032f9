"""A study that is killed at any moment and started again has the bytes of one that was not.

`make kill` does it at 50 moments, the suite at five.
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import critflow as cf
from critflow import _core
from critflow.new_system import FIRST_SYSTEM

MOMENTS = int(os.environ.get("CRITFLOW_KILLS", "5"))
SETTINGS = {"draws": 12_000, "figures": ["mined", "recycled_content"], "threads": 2}


def computed(out: Path | None) -> bytes:
    study = cf.Study(FIRST_SYSTEM).run(**SETTINGS, out=out)
    return _core.shard_bytes(study.recipe.facts, study._core.part)


def test_a_study_that_is_killed_and_started_again_has_the_same_bytes(tmp_path):
    begin = time.perf_counter()
    expected = computed(None)
    seconds = time.perf_counter() - begin
    chance = random.Random(20260826)
    interrupted = 0
    for moment in range(MOMENTS):
        out = tmp_path / str(moment)
        process = subprocess.Popen([sys.executable, __file__, out])
        time.sleep(0.2 + chance.uniform(0.0, seconds + 0.8))
        process.kill()
        process.wait()
        interrupted += len(list(out.glob("*.shard"))) > 0 and process.returncode != 0
        assert computed(out) == expected
    assert interrupted > 0


if __name__ == "__main__":
    computed(Path(sys.argv[1]))
