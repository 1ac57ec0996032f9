"""The example model that dpmfa comes with: an uncertain inflow is divided between a sink and a
stock, which gives half to a second sink after two periods and half after three.

Inflow and coefficient are drawn anew in each period; we take what dpmfa has drawn, so that every
run can be compared. Drawing is part of its time.
"""

import time
from functools import partial
from pathlib import Path

import numpy as np

from peers.race import Contestant, Timed
from peers.samples import simulated

FOLDER = Path(__file__).parent / "four-compartments"
FLOWS = [("compartment", "first sink"), ("compartment", "stock"), ("stock", "second sink")]
NAMES = ("First sink", "Stock", "Second sink")
MEANS = (1000, 1200, 1400, 1600, 1800)
SEED = 7


def dpmfa(samples: int) -> Timed:
    from dpmfa import components, model, simulator

    rounds = simulator.Simulator(samples, len(MEANS), SEED, useGlobalTCSettings=False)
    second = components.Sink("Second sink", logInflows=True)
    first = components.Sink("First sink", logInflows=True)
    stock = components.Stock(
        "Stock",
        transfers=[components.ConstTransfer(1, second)],
        localRelease=components.ListRelease([0.5, 0.5], delay=2),
        logInflows=True,
    )
    divided = components.FlowCompartment(
        "Compartment",
        transfers=[
            components.StochasticTransfer(np.random.triangular, [0.5, 0.7, 0.9], first, priority=2),
            components.ConstTransfer(1, stock, priority=1),
        ],
        logInflows=True,
    )
    inflow = components.ExternalListInflow(
        divided,
        [components.StochasticFunctionInflow(np.random.normal, [mean, 250]) for mean in MEANS],
    )
    rounds.setModel(model.Model("Four compartments", [divided, stock, first, second], [inflow]))
    begin = time.process_time()
    rounds.runSimulation()
    seconds = time.process_time() - begin
    return Timed(seconds, {name: of.T for name, of in rounds.getLoggedInflows().items()})


def critflow(program: Path, drawn: dict[str, np.ndarray]) -> Timed:
    seconds, flows = simulated(program, FOLDER, drawn, FLOWS, years=len(MEANS))
    return Timed(seconds, dict(zip(NAMES, flows[..., 0], strict=True)))


def draws_of(run: Timed) -> dict[str, np.ndarray]:
    """What stood behind a run of dpmfa: inflow and coefficient of each period."""
    drawn = {}
    for period, year in enumerate(range(2001, 2001 + len(MEANS))):
        inflow = run.series["Compartment"][period]
        drawn[f"inflow[drawn={year}]"] = inflow
        drawn[f"to the first sink[drawn={year}]"] = run.series["First sink"][period] / inflow
    return drawn


def task(samples: int) -> str:
    return f"four compartments, {samples:,} samples"


def contestants(samples: int, program: Path) -> list[Contestant]:
    drawn = draws_of(dpmfa(samples))
    return [
        Contestant("critflow", partial(critflow, program, drawn)),
        Contestant("dpmfa", partial(dpmfa, samples)),
    ]
