"""Rows of facts with a name for each column."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from critflow.extras import extra

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


@dataclass(frozen=True, repr=False)
class Records:
    """Rows of facts: what a parameter rests on, what was published beside what the model says.

    Iterating gives each row as a dictionary; ``records["year"]`` is a column. An empty cell is
    None.
    """

    name: str
    columns: Mapping[str, Sequence[Any]]

    @classmethod
    def of_rows(
        cls, name: str, columns: Iterable[str], rows: Iterable[Mapping[str, Any]]
    ) -> "Records":
        """These columns of some rows; a cell that a row does not have is empty."""
        rows = list(rows)
        return cls(name, {column: [row.get(column) for row in rows] for column in columns})

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()), ()))

    def __getitem__(self, column: str) -> Sequence[Any]:
        return self.columns[column]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for row in zip(*self.columns.values(), strict=True):
            yield dict(zip(self.columns, row, strict=True))

    def to_arrow(self) -> "pyarrow.Table":
        import pyarrow as pa

        from critflow.columns import cells

        return pa.table({name: cells(column) for name, column in self.columns.items()})

    def to_pandas(self) -> "pandas.DataFrame":
        return extra("pandas").DataFrame(dict(self.columns))

    def to_polars(self) -> "polars.DataFrame":
        return extra("polars").from_arrow(self.to_arrow())

    def __repr__(self) -> str:
        return f"{self.name}: {len(self)} rows of {', '.join(self.columns)}"
