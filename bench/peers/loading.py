"""How long it takes to check a folder, and to read a large table."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import critflow as cf

from peers.race import Row, bar

SYSTEM = """schema = 1
years = {{ first = 2000, last = 2060 }}

[layers]
units = {{ unit = "units" }}

[dimensions]
product = [{products}]

[process.makers]
kind = "outside"

[process.waste]
kind = "outside"

[process.use]
kind = "stock"
dims = ["product"]
lead = "units"
driver = {{ inflow = "sales" }}
lifetime = "use"

[lifetime.use]
distribution = "weibull"
mean = 10
sd = 3

[[flow]]
from = "makers"
to = "use"
request = true
sum = ["product"]

[[flow]]
from = "use"
to = "waste"
rest = true
"""
ROWS_OF_A_FILE = 200_000  # a file holds at most 16 MiB


def rows(repeats: int, large: int) -> Iterator[Row]:
    with TemporaryDirectory() as empty:
        small = _folder(Path(empty) / "small", products=100, years=50)
        yield from bar(
            "check a folder of 5,000 rows",
            _wall(lambda: cf.check(small), repeats),
            0.05,
            "s",
            "wall",
        )
        table = _folder(Path(empty) / "large", products=large // 400, years=400)
        yield from bar(
            f"read a table of {large:,} rows",
            _wall(lambda: cf.load(table), repeats),
            0.5,
            "s",
            "wall",
        )


def _folder(folder: Path, products: int, years: int) -> Path:
    """One stock of many products, each sold in so many years."""
    (folder / "parameters").mkdir(parents=True)
    names = [f'"product {i}"' for i in range(products)]
    (folder / "system.toml").write_text(SYSTEM.format(products=", ".join(names)))
    (folder / "sources.csv").write_text("key,citation,licence,link\n")
    lines = [
        f"sales,product {i},{1800 + year},{1000 + i + year}.5,units/a,assumption\n"
        for i in range(products)
        for year in range(years)
    ]
    for first in range(0, len(lines), ROWS_OF_A_FILE):
        text = "".join(
            ["parameter,product,year,value,unit,source\n", *lines[first:][:ROWS_OF_A_FILE]]
        )
        (folder / f"parameters/{first}.csv").write_text(text)
    return folder


def _wall(work: Callable[[], object], repeats: int) -> float:
    def once() -> float:
        begin = time.perf_counter()
        work()
        return time.perf_counter() - begin

    return median(once() for _ in range(repeats))
