"""The yearly annex to a letter: the same rows in the same order every year, for every option."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from critflow import _core
from critflow.comparison.option import WHO
from critflow.comparison.series import Period
from critflow.messages import LANGUAGES, word
from critflow.records import Records

if TYPE_CHECKING:
    from critflow.comparison.compare import Comparison
    from critflow.comparison.option import Option

YEARS = (2025, 2030, 2035, 2040, 2050)
FIGURES = (
    "demand",
    "primary_demand",
    "primary_avoided",
    "secondary_supply",
    "recovered",
    "waste_generated",
    "collected",
    "used_exports",
    "end_of_life_recycling_rate",
    "end_of_life_input_rate",
    "recycled_content",
    "import_dependence",
    "single_country_share",
    "stock_days",
    "embodied_net_imports",
    "third_country_ownership",
    "government_inflow",
    "government_stock",
)
STAGES = ("extraction", "refining", "component", "product")
BY_STAGE = ("import_dependence", "single_country_share", "third_country_ownership")
COLUMNS = (
    *("row", "indicator", "title_en", "title_nl", "material", "stage", "unit"),
    *(*WHO, "year", "value"),
)


def annex(comparison: "Comparison") -> Records:
    """See `Comparison.annex`."""
    rows = (row for option in comparison.options for row in _rows(comparison, option))
    return Records.of_rows("annex", COLUMNS, rows)


def _rows(comparison: "Comparison", option: "Option") -> Iterator[dict[str, Any]]:
    for number, name in enumerate(FIGURES, start=1):
        titles = {f"title_{language}": _title(name, language) for language in LANGUAGES}
        what = {"indicator": name, **titles}
        unit = _core.definition(name).unit.replace("layer", "t")
        for material in comparison.system.materials:
            for stage in STAGES if name in BY_STAGE else ("",):
                row = {"row": number, **what, "material": material, "stage": stage or None}
                for year in YEARS:
                    value = comparison.value(option, (name, material, stage), Period(year, year))
                    yield {**row, "unit": unit, **option.who, "year": year, "value": value}


def _title(name: str, language: str) -> str:
    said = word("indicator", name, language)
    return said[:1].upper() + said[1:]
