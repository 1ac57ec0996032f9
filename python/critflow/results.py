"""What a run leaves behind: a folder of tidy tables, and `run.json` that says what they are."""

import json
import os
import platform
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from critflow._core import version
from critflow.battery_report import reported
from critflow.columns import TEXT, texts
from critflow.faults import Fault, InvalidValue
from critflow.table import Table
from critflow.tidy import tidy

if TYPE_CHECKING:
    from critflow.run import Run

OURS = {  # by the JSON of a folder, what marks it as one that we wrote
    "run.json": {"versions", "digest", "worst_balance"},
    "compare.json": {"versions", "reference", "options"},
}
FORMULA = tuple("=+-@\t\r")  # what begins so, a spreadsheet computes


def write(run: "Run", folder: Path) -> Path:
    """Writes all tables of a run, or nothing; see `Run.write`."""
    return write_folder(folder, "run.json", facts(run), tables(run))


def write_folder(
    folder: Path, name: str, facts: Mapping[str, Any], tables: Iterable[tuple[str, pa.Table]]
) -> Path:
    """A folder with these tables and a JSON of that name, or nothing.

    Raises
    ------
    InvalidValue
        Where the folder holds anything but an earlier one of ours, with a JSON of that name.
    """
    folder = folder.resolve()
    _require_ours(folder, name)
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        beside.chmod(0o755)
        for title, table in tables:
            write_table(table, beside / title)
        (beside / name).write_text(json.dumps(facts, indent=2) + "\n", encoding="utf-8")
        _put_in_place(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return folder


def facts(run: "Run") -> dict[str, Any]:
    """What must be known to find this run again and to trust it."""
    return {
        "versions": versions(),
        "system": run.system.name,
        "scenario": run.system.scenario,
        "policy": run.system.policy,
        "law": run.system.law,
        "changes": [repr(change) for change in run.system.changes],
        "levers": list(run.levers()),
        "digest": run.system.digest,
        "years": [run.system.years[0], run.system.years[-1]],
        "entry": {lifetime.name: lifetime.entry for lifetime in run.system.lifetimes},
        "worst_balance": run.balance._asdict(),
        "uniqueness": run.uniqueness._asdict(),
        "seconds": run.seconds,
    }


def versions() -> dict[str, str]:
    """Of all that makes the numbers."""
    return {
        "critflow": version(),
        "python": platform.python_version(),
        "numpy": np.__version__,
        "pyarrow": pa.__version__,
    }


def tables(run: "Run") -> Iterator[tuple[str, pa.Table]]:
    """Every table by name; targets where there is a law, levers where there are any."""
    yield "flows", _joined(run, _flows(run))
    yield "stocks", _joined(run, _stocks(run))
    yield "clamps", run.clamps().to_arrow()
    yield "indicators", _joined(run, _indicators(run))
    yield "observations", run.observations().to_arrow()
    if run.system.law is not None:
        yield "targets", run.targets().to_arrow()
    if reported(run):
        yield "battery_report", run.battery_report().to_arrow()
    if len(run.levers()):
        yield "levers", run.levers().to_arrow()
    yield "parameters", run.system.rows().to_arrow()


def write_table(table: pa.Table, path: Path) -> None:
    """One table as Parquet and as CSV that a spreadsheet takes for text and numbers only."""
    pa.parquet.write_table(table, path.with_suffix(".parquet"), compression="zstd")
    pa.csv.write_csv(_inert(table), path.with_suffix(".csv"))


Part = tuple[dict[str, str], Table]


def _flows(run: "Run") -> Iterator[Part]:
    for from_, to in run.flows:
        role = ", ".join(run._core.roles_between(from_, to))
        yield {"from": from_, "to": to, "role": role}, run.flow(from_, to)


def _stocks(run: "Run") -> Iterator[Part]:
    for process in run.stocks:
        for quantity in ("stock", "inflow", "outflow"):
            yield {"process": process, "quantity": quantity}, getattr(run, quantity)(process)


def _indicators(run: "Run") -> Iterator[Part]:
    for name, table in run.indicators().items():
        yield {"indicator": name}, table


def _joined(run: "Run", parts: Iterable[Part]) -> pa.Table:
    """One below the other, with every dimension that any of them has."""
    parts = list(parts)
    used = {dim for _, table in parts for dim in table.dims}
    dims = ["year", *(dim for dim in [*run.system.dimensions, "stage"] if dim in used), "layer"]
    return pa.concat_tables([tidy(table, dims, first) for first, table in parts])


def _inert(table: pa.Table) -> pa.Table:
    """The same with a leading ' before text that a spreadsheet would take for a formula."""
    for at, field in enumerate(table.schema):
        if field.type == TEXT:
            chunks = [_inert_names(chunk) for chunk in table.column(at).chunks]
            table = table.set_column(at, field, pa.chunked_array(chunks, TEXT))
    return table


def _inert_names(column: pa.DictionaryArray) -> pa.Array:
    known = [f"'{name}" if name[:1] in FORMULA else name for name in column.dictionary.to_pylist()]
    return pa.DictionaryArray.from_arrays(column.indices, texts(known))


def _require_ours(folder: Path, name: str) -> None:
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    try:
        earlier = json.loads((folder / name).read_text(encoding="utf-8"))
        ours = isinstance(earlier, dict) and OURS[name] <= earlier.keys()
    except (OSError, ValueError):
        ours = False
    if not ours:
        fault = Fault(
            where="results",
            what="not a results folder",
            value=str(folder),
            rule=f"be new, empty, or hold a {name} of ours",
        )
        raise InvalidValue([fault])


def _put_in_place(beside: Path, folder: Path) -> None:
    """The new folder in the place of the old one, which is gone only when the new one stands."""
    if not folder.exists():
        os.rename(beside, folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    os.rename(folder, old)
    try:
        os.rename(beside, folder)
    except OSError:
        os.rename(old, folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
