"""Supply security that needs what no system tells: governance scores, reserves, capacities."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from critflow import _core
from critflow.faults import unknown
from critflow.key_figures import over_years
from critflow.records import Records
from critflow.table import Table

if TYPE_CHECKING:
    from critflow.run import Run

Scores = Mapping[str, float]  # by country, or by material
Supplies = Mapping[tuple[str, str], Scores]  # shares of countries, by stage and material
STAGES = ("extraction", "refining", "component", "product")
RISK = ("year", "stage", "material", "governed_concentration", "supply_risk", "reason")
RESERVES = ("year", "material", "mined_together", "share", "years_left")
IMPORTS = ("year", "material", *STAGES, "in_goods", "dependence_with_goods")
POTENTIAL = ("year", "material", "technical", "feasible", "expected", "required")
CONTENT = "recycled_content_of_active_material"


@dataclass(frozen=True)
class Given:
    """What a user gives, since no system tells it."""

    governance: Scores
    trade: Scores
    world: Supplies
    substitution: Scores

    def governed(self, shares: Scores) -> list[_core.GovernedSupply]:
        return [
            _core.GovernedSupply(country, share, self.governance[country], self.factor(country))
            for country, share in shares.items()
        ]

    def factor(self, country: str) -> float:
        return self.trade.get(country, 1.0)

    def without_score(self, shares: Scores) -> str | None:
        unknown = [
            country or "the region itself" for country in shares if country not in self.governance
        ]
        return f"no governance score: {', '.join(unknown)}" if unknown else None

    def without_world(self, stage: str, material: str) -> str | None:
        if (stage, material) not in self.world:
            return "no shares of world supply given"
        if material not in self.substitution:
            return "no index of substitution given"
        return self.without_score(self.world[stage, material])


class Supply:
    """Of one run. Made by `Run.supply`."""

    def __init__(self, run: "Run") -> None:
        self._run = run

    def __repr__(self) -> str:
        return f"Supply security of {self._run.system!r}: risk, imports, reserves, potential"

    def risk(
        self,
        governance: Scores,
        *,
        trade: Scores | None = None,
        world: Supplies | None = None,
        substitution: Scores | None = None,
    ) -> Records:
        """Concentration of supply weighted with governance, and the supply risk of the scenario.

        Columns: year, stage, material, governed_concentration (HHI-WGI), supply_risk, reason (why
        there is no number). The risk is a variant for scenarios and not the official score; see
        ``critflow/indicator/supply_risk.hpp``. Nothing is assumed of a country without a score.

        Parameters
        ----------
        governance : mapping
            By country, from 0 (good) to 10 (bad); the region itself by the name ``""``.
        trade : mapping, optional
            By country, a factor for limits to trade; one where not given.
        world : mapping, optional
            By stage and material, shares of countries in the supply of the world.
        substitution : mapping, optional
            By material, the index of substitution for supply risk.
        """
        given = Given(governance, trade or {}, world or {}, substitution or {})
        reliance = self._run.indicator("import_dependence")
        rows = [
            row
            for stage in map(str, reliance.coords.get("stage", ()))
            for material in self._run.system.materials
            for row in _risks(self._run, given, stage, material)
        ]
        return Records.of_rows("supply_risk", RISK, rows)

    def imports(self) -> Records:
        """Net imports at each stage, and what they make the region depend on, goods and all.

        Columns: year, material, extraction, refining, component, product (net imports there [t/a],
        None where no flow names the stage), in_goods (of components and products, less used
        exports [t/a]), dependence_with_goods ((refining + in_goods) / (refined here + refining +
        in_goods) [1]): where factories are abroad, metal comes in goods and none need be refined.
        """
        rows = [
            row for material in self._run.system.materials for row in _imports(self._run, material)
        ]
        return Records.of_rows("imports", IMPORTS, rows)

    def reserves(self, reserves: Scores, *, since: int) -> Records:
        """What is mined from a year on, beside what the ground held then.

        Columns: year, material, mined_together [t], share [1], years_left [a]. Reserves are what is
        worth mining at the prices of their year: a share above one says that others must be found.

        Parameters
        ----------
        reserves : mapping
            By material, at the beginning of ``since`` [t].

        Raises
        ------
        InvalidValue
            For a material or a year that the system does not have.
        """
        self._require("material", reserves, self._run.system.materials)
        self._require("year", [since], self._run.system.years)
        mined = self._run.indicator("mined")
        rows = [
            row
            for material, held in reserves.items()
            for row in _mined(self._run.system.years, mined, material, held, since)
        ]
        return Records.of_rows("reserves", RESERVES, rows)

    def potential(
        self, recoverable: Scores, *, capacity: Scores | None = None, probability: float = 1.0
    ) -> Records:
        """Four amounts of secondary metal [t/a]: technical, feasible, expected, required.

        Columns: year, material, technical (waste * recoverable), feasible (no more than capacity),
        expected (times the probability that the plants are there), required (what the law asks as
        recycled content). Without a capacity there is neither feasible nor expected.

        Parameters
        ----------
        recoverable : mapping
            By material, the share that the best process gives back [1].
        capacity : mapping, optional
            By material, what plants can deliver [t/a].

        Raises
        ------
        InvalidValue
            For a material that the system does not have, or a share outside [0, 1].
        """
        self._require("material", [*recoverable, *(capacity or {})], self._run.system.materials)
        required = _required(self._run)
        waste = self._run.indicator("waste_generated")
        rows = [
            _potential(float(in_waste), share, (capacity or {}).get(material), probability)
            | {"year": year, "material": material, "required": required.get((year, material))}
            for material, share in recoverable.items()
            for year, in_waste in zip(
                self._run.system.years, over_years(waste, layer=material), strict=True
            )
        ]
        return Records.of_rows("secondary_potential", POTENTIAL, rows)

    def _require(self, what: str, asked: Iterable[object], known: Iterable[object]) -> None:
        for one in asked:
            if one not in known:
                raise unknown("supply", what, one, known)


def _risks(run: "Run", given: Given, stage: str, material: str) -> Iterator[dict[str, Any]]:
    """Of one material at one stage, by year."""
    reliance = over_years(run.indicator("import_dependence"), stage=stage, layer=material)
    old_scrap = over_years(run.indicator("end_of_life_input_rate"), layer=material)
    supply = _core.stage_supply(run._core, stage, material)  # none where no flow names the stage
    by_year = zip(run.system.years, supply, reliance, old_scrap, strict=False)
    for year, one, imported, recovered in by_year:
        row = {"year": year, "stage": stage, "material": material}
        shares = _shares(one)
        row["reason"] = _untold(one) or given.without_score(shares)
        if row["reason"] is None:
            union = given.governed(shares)
            row["governed_concentration"] = _core.governed_concentration(union)
            row["reason"] = given.without_world(stage, material)
            if row["reason"] is None:
                world = given.governed(given.world[stage, material])
                index = given.substitution[material]
                row["supply_risk"] = _core.supply_risk_variant(
                    world, union, imported, recovered, index
                )
        yield row


def _shares(supply: _core.StageSupply) -> dict[str, float]:
    """Of all that supplies anything; the region itself without a name."""
    total = sum(one.amount for one in supply.supply)
    return {one.country: one.amount / total for one in supply.supply if one.amount > 0}


def _untold(supply: _core.StageSupply) -> str | None:
    if not supply.origins_known:
        return "the origin of an import is not told"
    if supply.production + supply.imports <= supply.exports:
        return "nothing is consumed"
    return None


def _imports(run: "Run", material: str) -> Iterator[dict[str, Any]]:
    """Of one material, by year."""
    stages = {stage: _core.stage_supply(run._core, stage, material) for stage in STAGES}
    goods = run.indicator("embodied_net_imports")
    in_goods = (
        over_years(goods, layer=material)
        if "layer" in goods.dims
        else [None] * len(run.system.years)
    )
    for step, (year, embodied) in enumerate(zip(run.system.years, in_goods, strict=True)):
        net = {name: by[step].imports - by[step].exports for name, by in stages.items() if by}
        row = {"year": year, "material": material, "in_goods": embodied, **net}
        if embodied is not None and stages["refining"]:
            bought = net["refining"] + embodied
            used = stages["refining"][step].production + bought
            row["dependence_with_goods"] = bought / used if used > 0 else None
        yield row


def _mined(
    years: list[int], mined: Table, material: str, held: float, since: int
) -> Iterator[dict[str, Any]]:
    so_far = 0.0
    for year, amount in zip(years, map(float, over_years(mined, layer=material)), strict=True):
        if year < since:
            continue
        so_far += amount
        yield {
            "year": year,
            "material": material,
            "mined_together": so_far,
            "share": _core.share_of_reserves([so_far], held),
            "years_left": _core.years_of_reserves(max(0.0, held - so_far), amount),
        }


def _potential(
    in_waste: float, recoverable: float, capacity: float | None, probability: float
) -> dict[str, Any]:
    four = _core.secondary_potential(in_waste, recoverable, capacity or 0.0, probability, 0.0, 0.0)
    if capacity is None:
        return {"technical": four.technical}
    return {"technical": four.technical, "feasible": four.feasible, "expected": four.expected}


def _required(run: "Run") -> dict[tuple[int, str], float]:
    """Recycled metal that the law asks for [t/a]: sum of threshold * metal in scope."""
    asked: dict[tuple[int, str], float] = {}
    for check in run.targets() if run.system.law else ():
        counts = check["indicator"] == CONTENT and check["status"] != "not yet applicable"
        if counts and check["whole"] is not None and check["threshold"] is not None:
            key = (check["year"], check["material"])
            asked[key] = asked.get(key, 0.0) + check["threshold"] * check["whole"]
    return asked
