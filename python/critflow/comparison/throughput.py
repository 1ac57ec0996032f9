"""The amounts of a run that have effects: what flows, by what it is, its route and its material."""

import numpy as np

from critflow import _core
from critflow.comparison.series import Numbers
from critflow.run import Run
from critflow.table import Table, from_figures

BY_ROLE = {  # what the factors are of, and the roles of its flows
    "primary": ("primary",),
    "secondary": ("recovered", "new_scrap"),
    "collected": ("collected",),
    "recycling input": ("recycling_input",),
}
INTO = {  # what the factors are of, and the process that it flows into
    "dismantled": "dismantling",
    "pre-treatment input": "pre-treatment",
    "reused": "second-life",
}
BY_ROUTE = ("secondary", "recycling input")
USUAL_ROUTE = "hydro"  # where a run does not tell routes apart
GOODS = "battery mass"

Key = tuple[str, str, str]  # of, route, material
Yearly = dict[Key, Numbers]


def throughput(run: Run) -> Yearly:
    """What the system tells of these amounts, by year [t/a]."""
    amounts: Yearly = {}
    for of, roles in BY_ROLE.items():
        for role in roles:
            for figures in run._core.flows_by_role(role):
                _add(amounts, run, of, from_figures(figures))
    for of, process in INTO.items():
        for tail, head in run.flows:
            if head == process:
                _add(amounts, run, of, run.flow(tail, head))
    return amounts


def _add(amounts: Yearly, run: Run, of: str, flow: Table) -> None:
    layers = run.system.materials if of in ("primary", "secondary") else [GOODS]
    for layer in set(layers) & set(flow.coords["layer"]):
        part = flow.sel(layer=layer)
        routes = part.coords.get("route", (USUAL_ROUTE,)) if of in BY_ROUTE else ("",)
        for route in map(str, routes):
            here = part.sel(route=route) if "route" in part.dims and of in BY_ROUTE else part
            key = (of, route, str(layer))
            before = amounts.get(key, np.zeros(len(run.system.years)))
            amounts[key] = before + here.sum(*here.dims[1:]).values


def service(run: Run) -> dict[str, Numbers]:
    """What each stock in use serves with, in the first layer that it has: units, kWh, else tonnes;
    what stands elsewhere in place of units that it was saved counts as its own."""
    return {stock: np.array(_core.service_in_use(run._core, stock)) for stock in run.stocks_in_use}
