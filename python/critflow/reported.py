"""What a study reports, and where in its columns it lies."""

from functools import cached_property

from critflow.faults import unknown
from critflow.recipe import Recipe
from critflow.records import Records

Option = str | tuple[str, str]
LESS_IS_BETTER = {
    "mined",
    "primary_supply",
    "demand",
    "waste_generated",
    "mixed_waste",
    "hoarded_stock",
    "import_dependence",
    "single_country_share",
    "herfindahl",
}


class Reported:
    """The cells and options of a study by their names. Columns are options times cells."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self.options = [(one.scenario, one.policy) for one in recipe.options]

    @cached_property
    def cells(self) -> Records:
        """Columns: figure, layer, year, unit."""
        names = ("figure", "layer", "year", "unit")
        columns = zip(*self.recipe.core.cells, strict=True)
        return Records("cells", dict(zip(names, map(list, columns), strict=True)))

    @cached_property
    def targets(self) -> list[str]:
        """The rule that each test is of."""
        return [self.cells["figure"][cell] for cell, *_ in self.recipe.core.tests]

    def option(self, name: Option | None) -> int:
        """The number of an option; the first where none is named."""
        if name is None:
            return 0
        for number, (scenario, policy) in enumerate(self.options):
            if name in (policy, (scenario, policy)):
                return number
        if isinstance(name, tuple):
            raise unknown("study", "option", "/".join(map(str, name)), map("/".join, self.options))
        raise unknown("study", "option", name, [policy for _, policy in self.options])

    def cells_of(self, figure: str, layer: str | None) -> list[int]:
        """A figure by year; the layer may be left out where there is one only."""
        rows = list(self.cells)
        layers = list(dict.fromkeys(row["layer"] for row in rows if row["figure"] == figure))
        if not layers:
            raise unknown("study", "figure", figure, list(dict.fromkeys(self.cells["figure"])))
        wanted = layers[0] if layer is None and len(layers) == 1 else layer
        if wanted not in layers:
            raise unknown(f"study.{figure}", "layer", layer or "", layers)
        return [
            cell
            for cell, row in enumerate(rows)
            if (row["figure"], row["layer"]) == (figure, wanted)
        ]

    def cell(self, figure: str, layer: str | None, year: int) -> int:
        """A figure in one year."""
        by_year = {self.cells["year"][cell]: cell for cell in self.cells_of(figure, layer)}
        if year not in by_year:
            raise unknown(f"study.{figure}", "year", year, by_year)
        return by_year[year]

    def columns(self, cells: list[int], option: Option | None) -> list[int]:
        """Of these cells under an option."""
        return [self.option(option) * len(self.cells) + cell for cell in cells]
