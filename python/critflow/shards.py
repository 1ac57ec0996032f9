"""The parts of a study: computed here or elsewhere, kept as files, and put together."""

import math
import os
import pickle
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Executor, as_completed
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from critflow import _core
from critflow.recipe import Recipe

if TYPE_CHECKING:
    from tqdm import tqdm

Ranges = list[tuple[int, int]]

SECONDS_OF_A_SHARD = 20.0
LEAST_SHARDS = 16  # to be shared among workers, where the study is that long


class Gathering:
    """Computes the blocks of a study that no shard holds yet, and puts all together.

    Parameters
    ----------
    blocks : (int, int)
        First block, and the one after the last.
    out : Path or None
        Where shards lie and are put; nothing is kept without it.
    """

    def __init__(
        self, recipe: Recipe, blocks: tuple[int, int], out: Path | None, threads: int, meter: "tqdm"
    ) -> None:
        self.recipe, self.out, self.threads, self.meter = recipe, out, threads, meter
        self.part = self._stored()
        self.missing: Ranges = self.part.missing(*blocks)
        self._count(blocks[1] - blocks[0] - _length(self.missing))

    def here(self) -> None:
        """By threads of this process; without a folder all at once."""
        if self.out is None:
            self._compute(self.missing)
            return
        for piece in self._pieces(self.threads):
            self._compute(piece)

    def by(self, executor: Executor) -> None:
        """By the workers of an executor, a shard each."""
        sent = pickle.dumps(self.recipe)
        waiting = {
            executor.submit(shard, sent, piece, self.threads)
            for piece in self._pieces(self.threads)
        }
        try:
            for future in as_completed(waiting):
                waiting.discard(future)  # and with it, soon, its bytes
                data = future.result()
                part = _core.shard_part(data, self.recipe.facts, self.recipe.core, "a worker")
                self._keep(part, data)
                self._count(_length(part.blocks))
        finally:
            for future in waiting:
                future.cancel()

    def _stored(self) -> _core.StudyPart:
        if self.out is None:
            return self.recipe.core.nothing()
        return _core.read_shards(self.out, self.recipe.facts, self.recipe.core)

    def _pieces(self, threads: int) -> Iterator[Ranges]:
        """The first block is run here, and tells how long the others take."""
        if not self.missing:
            return
        first = self.missing[0][0]
        begin = time.perf_counter()
        self._compute([(first, first + 1)])
        seconds = max(time.perf_counter() - begin, 1e-6)
        left = self.part.missing(*self._bounds())
        size = min(SECONDS_OF_A_SHARD * threads / seconds, math.ceil(_length(left) / LEAST_SHARDS))
        yield from _cut(left, max(1, int(size)))

    def _bounds(self) -> tuple[int, int]:
        return self.missing[0][0], self.missing[-1][1]

    def _compute(self, blocks: Ranges) -> None:
        done = self.meter.n

        def watch(runs: int) -> bool:
            self.meter.update(done + runs - self.meter.n)
            return not stopped.is_set()

        with interrupts() as stopped:
            part = self.recipe.core.run(blocks, self.threads, watch)
        self.meter.n = done
        self._count(_length(part.blocks))
        if part.blocks:
            self._write(part, _core.shard_bytes(self.recipe.facts, part) if self.out else b"")
        if stopped.is_set():
            raise KeyboardInterrupt
        self.part.take(part)

    def _keep(self, part: _core.StudyPart, data: bytes) -> None:
        self._write(part, data)
        self.part.take(part)

    def _write(self, part: _core.StudyPart, data: bytes) -> None:
        if self.out is not None:
            _core.write_shard(self.out, data, part)

    def _count(self, blocks: int) -> None:
        runs = min(blocks * _core.block_size, self.recipe.draws) * len(self.recipe.options)
        self.meter.update(min(runs, self.meter.total - self.meter.n))


def processors() -> int:
    """That this process may use."""
    return len(os.sched_getaffinity(0))


def shard(recipe: bytes, blocks: Ranges, threads: int) -> bytes:
    """The work of one task: some blocks of a study, as the bytes of a shard."""
    study = _opened(recipe)
    return _core.shard_bytes(study.facts, study.core.run(blocks, threads, None))


@lru_cache(maxsize=4)
def _opened(recipe: bytes) -> Recipe:
    return pickle.loads(recipe)


@contextmanager
def interrupts() -> Iterator[threading.Event]:
    """Set where Ctrl-C is pressed: the numbers being computed are brought to safety first."""
    stopped = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stopped
        return
    before = signal.signal(signal.SIGINT, lambda *_: stopped.set())
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)


def _length(ranges: Ranges) -> int:
    return sum(end - first for first, end in ranges)


def _cut(ranges: Ranges, size: int) -> Iterator[Ranges]:
    """Pieces of `size` blocks, each in one row."""
    for first, end in ranges:
        for begin in range(first, end, size):
            yield [(begin, min(begin + size, end))]
