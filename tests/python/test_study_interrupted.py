"""Ctrl-C while `critflow study` computes: it ends, and nothing that was finished is lost."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import critflow as cf
from critflow import _core
from critflow.new_system import FIRST_SYSTEM
from critflow.recipe import Recipe

DRAWS = 10_000_000
PATIENCE = 60.0  # for machines with much else to do [s]


def begun(out: Path) -> subprocess.Popen:
    """The command, when it has kept its first shard."""
    words = [sys.executable, "-m", "critflow.command_line", "study", FIRST_SYSTEM, "--out", out]
    words += ["--draws", str(DRAWS), "--figures", "mined", "--threads", "2"]
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + PATIENCE
    while not list(out.glob("shards/*.shard")) and time.monotonic() < end:
        time.sleep(0.01)
    return process


def test_ctrl_c_ends_the_command_and_keeps_every_finished_block(tmp_path):
    process = begun(tmp_path)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert "the same command goes on" in told and "Traceback" not in told
    recipe = Recipe(cf.Study(FIRST_SYSTEM).options, DRAWS, figures=("mined",))
    kept = _core.read_shards(tmp_path / "shards", recipe.facts, recipe.core)
    assert sum(end - first for first, end in kept.blocks) > 1  # more than the shard waited for
    again = recipe.core.run(kept.blocks, 2, None)
    assert _core.shard_bytes(recipe.facts, kept) == _core.shard_bytes(recipe.facts, again)
