"""What each lever of an option adds, alone, last, and on average over all orders."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from critflow import _core
from critflow.comparison.figures import ASKED, AVOIDED
from critflow.comparison.series import Period
from critflow.records import Records

if TYPE_CHECKING:
    from critflow.comparison.compare import Comparison
    from critflow.comparison.option import Option

EXACT_UP_TO = 10  # levers
NOT_A_LEVER = 1e-9  # of the whole change: less is rounding
COLUMNS = (
    *("option", "scenario", "policy", "lever", "title_en", "title_nl", "r_step", "knob"),
    *("indicator", "material", "period", "unit"),
    *("alone", "last", "share", "standard_error", "exact"),
)


def contributions(comparison: "Comparison", figure: str, orders: int, seed: int) -> Records:
    """See `Comparison.contributions`."""
    rows = [
        row
        for option in comparison.options
        if len(option.run.system.levers)
        for row in _rows(comparison, option, figure, orders, seed)
    ]
    return Records("contributions", {name: [row.get(name) for row in rows] for name in COLUMNS})


def levers(comparison: "Comparison") -> Records:
    """See `Comparison.levers`."""
    rows = [
        {**_who(option), **lever} for option in comparison.options for lever in option.run.levers()
    ]
    names = (*_who(comparison.options[0]), *comparison.options[0].run.levers().columns)
    return Records("levers", {name: [row[name] for row in rows] for name in names})


def _who(option: "Option") -> dict[str, str]:
    return {"option": option.name, "scenario": option.scenario, "policy": option.policy}


def _rows(
    comparison: "Comparison", option: "Option", figure: str, orders: int, seed: int
) -> Iterator[dict[str, Any]]:
    indicator, sign = (ASKED, -1.0) if figure == AVOIDED else (figure, 1.0)
    places = [
        (material, period)
        for material in comparison.system.materials
        for period in comparison.periods
        if comparison.value(option, (indicator, material, ""), period) is not None
    ]
    levers = list(option.run.system.levers)
    found = _core.lever_contributions(
        option.run.system._core,
        indicator,
        [material for material, _ in places],
        [list(comparison.axis.weights(period)) for _, period in places],
        EXACT_UP_TO,
        orders,
        seed,
    )
    who = _who(option)
    for at, (material, period) in enumerate(places):
        unit = "t/a" if period.single else "t"
        where = {"indicator": figure, "material": material, "period": str(period), "unit": unit}
        for lever, one in zip(levers, found, strict=True):
            told = {name: lever[name] for name in ("title_en", "title_nl", "r_step", "knob")}
            yield who | where | told | {"lever": lever["name"]} | _numbers(one[at], sign, levers)
        shares = sum(sign * one[at].share for one in found)
        rest = _change(comparison, option, figure, material, period) - shares
        if abs(rest) > NOT_A_LEVER * max(abs(shares), 1.0):
            yield who | where | {"share": rest}


def _numbers(
    one: _core.Contribution, sign: float, levers: list[dict[str, Any]]
) -> dict[str, float | bool]:
    return {
        "alone": sign * one.alone,
        "last": sign * one.last,
        "share": sign * one.share,
        "standard_error": one.standard_error,
        "exact": len(levers) <= EXACT_UP_TO,
    }


def _change(
    comparison: "Comparison", option: "Option", figure: str, material: str, period: Period
) -> float:
    """The whole, of which levers are parts."""
    key = (figure, material, "")
    value = comparison.value(option, key, period) or 0.0
    return value - (comparison.value(comparison.reference_of(option), key, period) or 0.0)
