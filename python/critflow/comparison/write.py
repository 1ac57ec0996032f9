"""What a comparison leaves behind: tables, and `compare.json` that says what they are."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from critflow.comparison.contributions import NONE
from critflow.results import versions, write_folder

if TYPE_CHECKING:
    from critflow.comparison.compare import Comparison


def write(comparison: "Comparison", folder: Path) -> Path:
    """Writes all tables, or nothing; see `Comparison.write`."""
    return write_folder(folder, "compare.json", facts(comparison), tables(comparison))


def facts(comparison: "Comparison") -> dict[str, Any]:
    """What must be known to find this comparison again and to trust it."""
    return {
        "versions": versions(),
        "system": comparison.system.name,
        "law": comparison.system.law,
        "reference": comparison.reference,
        "periods": [str(period) for period in comparison.periods],
        "contributions": asdict(comparison.attribution),
        "options": [
            {
                "name": option.name,
                "scenario": option.scenario,
                "policy": option.policy,
                "digest": option.run.system.digest,
                "worst_balance": option.run.balance._asdict(),
            }
            for option in comparison.options
        ],
    }


def tables(comparison: "Comparison") -> Iterator[tuple[str, pa.Table]]:
    """Every table by name."""
    yield "matrix", comparison.matrix().to_arrow()
    yield "targets", comparison.targets().to_arrow()
    if comparison.attribution.by != NONE:
        yield "contributions", comparison.contributions().to_arrow()
    yield "levers", comparison.levers().to_arrow()
    yield "effects", comparison.effects().to_arrow()
    yield "annex", comparison.annex().to_arrow()
