"""What each lever of an option adds, alone, last, and on average over all orders."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from critflow import _core
from critflow.comparison.figures import ASKED, AVOIDED
from critflow.comparison.option import WHO
from critflow.comparison.series import Period
from critflow.records import Records

if TYPE_CHECKING:
    from critflow.comparison.compare import Comparison
    from critflow.comparison.option import Option

NONE, ONE_AT_A_TIME, SHAPLEY = WAYS = ("none", "one-at-a-time", "shapley")
EXACT_UP_TO = 10  # levers
ORDERS, FEWEST_ORDERS = 20, 4
NOT_A_LEVER = 1e-9  # of the whole change: less is rounding
OF_SHARE = ("share", "standard_error", "exact")
COLUMNS = (
    *(*WHO, "lever", "title_en", "title_nl", "r_step", "knob"),
    *("indicator", "material", "period", "unit", "alone", "last", *OF_SHARE),
)


@dataclass(frozen=True)
class Attribution:
    """How it is told what each lever adds."""

    by: str = SHAPLEY
    """One of ``WAYS``."""
    orders: int = ORDERS
    """Sampled above ten levers, in pairs of one and its reverse."""
    seed: int = 1

    @property
    def asked(self) -> tuple[int, int, int]:
        """Up to how many levers all orders are taken, and above, how many and which."""
        if self.by == SHAPLEY:
            return EXACT_UP_TO, self.orders, self.seed
        return 0, FEWEST_ORDERS, self.seed  # of which only the ends are told


def contributions(comparison: "Comparison", option: "Option", figure: str) -> Records:
    """Of one option; see `Comparison.contributions`."""
    told = len(option.run.system.levers) and comparison.attribution.by != NONE
    rows = _rows(comparison, option, figure) if told else ()
    return Records.of_rows("contributions", COLUMNS, rows)


def together(parts: Iterable[Records]) -> Records:
    """One table of those of several options."""
    return Records.of_rows("contributions", COLUMNS, (row for part in parts for row in part))


def levers(comparison: "Comparison") -> Records:
    """See `Comparison.levers`."""
    rows = (option.who | lever for option in comparison.options for lever in option.run.levers())
    columns = dict.fromkeys((*WHO, *comparison.options[0].run.levers().columns))
    return Records.of_rows("levers", columns, rows)


def _rows(comparison: "Comparison", option: "Option", figure: str) -> Iterator[dict[str, Any]]:
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
        *comparison.attribution.asked,
    )
    shared = comparison.attribution.by == SHAPLEY
    for at, (material, period) in enumerate(places):
        unit = "t/a" if period.single else "t"
        where = {"indicator": figure, "material": material, "period": str(period), "unit": unit}
        for lever, one in zip(levers, found, strict=True):
            told = {name: lever[name] for name in ("title_en", "title_nl", "r_step", "knob")}
            numbers = {"alone": _signed(one[at].alone, sign), "last": _signed(one[at].last, sign)}
            numbers |= _share(one[at], sign, len(levers)) if shared else {}
            yield option.who | where | told | {"lever": lever["name"]} | numbers
        levered = sum(sign * one[at].share for one in found)
        rest = _change(comparison, option, figure, material, period) - levered
        if abs(rest) > NOT_A_LEVER * max(abs(levered), 1.0):
            yield option.who | where | {"share" if shared else "alone": rest}


def _share(one: _core.Contribution, sign: float, levers: int) -> dict[str, float | bool]:
    numbers = (_signed(one.share, sign), one.standard_error, levers <= EXACT_UP_TO)
    return dict(zip(OF_SHARE, numbers, strict=True))


def _change(
    comparison: "Comparison", option: "Option", figure: str, material: str, period: Period
) -> float:
    """The whole, of which levers are parts."""
    key = (figure, material, "")
    value = comparison.value(option, key, period) or 0.0
    return value - (comparison.value(comparison.reference_of(option), key, period) or 0.0)


def _signed(number: float, sign: float) -> float:
    return sign * number + 0.0  # no minus before a zero
