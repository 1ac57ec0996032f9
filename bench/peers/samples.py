"""Our runs of samples that somebody else has drawn: by `peers_samples`."""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).parents[2]


def simulated(
    program: Path,
    folder: Path,
    drawn: Mapping[str, NDArray[np.float64]],
    flows: Sequence[tuple[str, str]],
    years: int,
) -> tuple[float, NDArray[np.float64]]:
    """CPU time [s], then the flows: [flow, year, sample, layer], other dimensions summed.

    ``drawn`` holds one value per sample for each parameter.
    """
    values = np.array(list(drawn.values()))
    samples = values.shape[1]
    names = [name for flow in flows for name in flow]
    command = [program, folder, str(samples), *names, "--", *drawn]
    done = subprocess.run(command, input=values.tobytes(), stdout=subprocess.PIPE, check=True)
    seconds, *_ = results = np.frombuffer(done.stdout)
    totals = results[1:].reshape(samples, len(flows), years, -1)
    return float(seconds), totals.transpose(1, 2, 0, 3)
