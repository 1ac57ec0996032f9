"""Options by indicator, with the change against the reference."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from critflow.comparison.figures import ASKED, AVOIDED
from critflow.comparison.option import WHO
from critflow.comparison.series import Period, less
from critflow.records import Records

if TYPE_CHECKING:
    from critflow.comparison.compare import Comparison
    from critflow.comparison.option import Option

COLUMNS = (
    *(*WHO, "indicator", "material", "stage", "period"),
    *("value", "unit", "reference", "change", "change_percent"),
)


def matrix(comparison: "Comparison") -> Records:
    """See `Comparison.matrix`."""
    rows = (
        dict(zip(COLUMNS, (*option.who.values(), *cells), strict=True))
        for option in comparison.options
        for period in comparison.periods
        for cells in _rows(comparison, option, period)
    )
    return Records.of_rows("matrix", COLUMNS, rows)


def _rows(comparison: "Comparison", option: "Option", period: Period) -> Iterator[tuple[Any, ...]]:
    reference = comparison.reference_of(option)
    for key, series in comparison.figures[option.name].items():
        value = comparison.value(option, key, period)
        before = comparison.value(reference, key, period)
        if value is None and before is None:
            continue
        unit, (name, material, stage) = series.unit_over(period), key
        where = (material, stage or None, str(period))
        change = None if value is None or before is None else less(value, before)
        yield (name, *where, value, unit, before, change, _percent(change, before))
        if name == ASKED and value is not None and before is not None:
            avoided = less(before, value)
            yield (AVOIDED, *where, avoided, unit, before, avoided, _percent(avoided, before))


def _percent(change: float | None, before: float | None) -> float | None:
    """Of what the reference has; nothing where that is nothing."""
    return None if change is None or before is None or before <= 0 else 100 * change / before
