"""Critical raw materials followed from mine to product and back.

import critflow as cf

system = cf.load("scenarios/nl-batteries")
run = cf.simulate(system, policy="combination")
run.indicator("mined", layer="lithium").to_pandas()
"""

from critflow._core import version
from critflow.comparison import Comparison, Option, compare
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
    BatchHistory,
    StockHistory,
    cohorts_from_growth,
    inflow_driven,
    inflow_driven_batch,
    inflow_driven_by_type,
    stock_driven,
    stock_driven_batch,
    stock_driven_by_type,
)
from critflow.study import Study
from critflow.study_folder import read_study
from critflow.survival_table import SurvivalTable
from critflow.system import System
from critflow.table import Table
from critflow.targets import law

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
