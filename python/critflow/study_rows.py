"""Every number of every draw, as a table with a column for each."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

if TYPE_CHECKING:
    from critflow.study_result import StudyResult


def rows(study: "StudyResult") -> pa.Table:
    """See `StudyResult.rows`."""
    return pa.concat_tables(_by_option(study))


def write_rows(study: "StudyResult", path: Path) -> None:
    """The same as Parquet, with no more than one option in memory."""
    tables = _by_option(study)
    first = next(tables)
    with pq.ParquetWriter(path, first.schema, compression="zstd") as file:
        file.write_table(first)
        for table in tables:
            file.write_table(table)


def _by_option(study: "StudyResult") -> Iterator[pa.Table]:
    cells, draws = study.recipe.core.cells, study.recipe.draws
    for option, (scenario, policy) in enumerate(study.options):
        columns: dict[str, Any] = {
            "sample": pa.array(np.arange(draws)),
            "scenario": pa.repeat(scenario, draws),
            "policy": pa.repeat(policy, draws),
        }
        for cell, (figure, layer, year, _) in enumerate(cells):
            values = study._core.values(option * len(cells) + cell)
            columns[f"{figure} {layer} {year}"] = pa.array(values, mask=np.isnan(values))
        yield pa.table(columns)
