"""Critical raw materials followed from mine to product and back.

import critflow as cf

system = cf.load("scenarios/nl-batteries")
run = cf.simulate(system, policy="combination")
run.indicator("mined", layer="lithium").to_pandas()
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from critflow._core import version
from critflow.faults import Fault, InvalidValue, ModelFaults
from critflow.indicators import Indicator, indicators
from critflow.levers import levers_catalogue
from critflow.lifetime import (
    Exponential,
    Fixed,
    FoldedNormal,
    Gamma,
    Lifetime,
    LifetimeModel,
    Lifetimes,
    Logistic,
    Lognormal,
    Normal,
    Tabulated,
    Weibull,
)
from critflow.loading import check, load
from critflow.records import Records
from critflow.run import Balance, Run, Uniqueness, simulate
from critflow.stock import (
    StockHistory,
    cohorts_from_growth,
    inflow_driven,
    inflow_driven_by_type,
    stock_driven,
    stock_driven_by_type,
)
from critflow.stock_batch import BatchHistory, inflow_driven_batch, stock_driven_batch
from critflow.survival_table import SurvivalTable
from critflow.system import System
from critflow.table import Table
from critflow.targets import law

if TYPE_CHECKING:
    from critflow.comparison.compare import Comparison, compare
    from critflow.comparison.option import Option
    from critflow.study import Study
    from critflow.study_folder import read_study

__version__ = version()

__all__ = [
    "Balance",
    "BatchHistory",
    "Comparison",
    "Exponential",
    "Fault",
    "Fixed",
    "FoldedNormal",
    "Gamma",
    "Indicator",
    "InvalidValue",
    "Lifetime",
    "LifetimeModel",
    "Lifetimes",
    "Logistic",
    "Lognormal",
    "ModelFaults",
    "Normal",
    "Option",
    "Records",
    "Run",
    "StockHistory",
    "Study",
    "SurvivalTable",
    "System",
    "Table",
    "Tabulated",
    "Uniqueness",
    "Weibull",
    "__version__",
    "check",
    "cohorts_from_growth",
    "compare",
    "indicators",
    "inflow_driven",
    "inflow_driven_batch",
    "inflow_driven_by_type",
    "law",
    "levers_catalogue",
    "load",
    "read_study",
    "simulate",
    "stock_driven",
    "stock_driven_batch",
    "stock_driven_by_type",
    "version",
]

_MODULE_OF = {
    "Comparison": "critflow.comparison",
    "Option": "critflow.comparison",
    "Study": "critflow.study",
    "compare": "critflow.comparison",
    "read_study": "critflow.study_folder",
}


def __getattr__(name: str) -> Any:
    """Comparisons and studies need much that a run does not: loaded when they are asked for."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_MODULE_OF[name]), name)


def __dir__() -> list[str]:
    return __all__
