"""A share that nobody measured, told by a series that somebody did."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from critflow import _core
from critflow.messages import text
from critflow.numbers import Numbers
from critflow.records import Records

if TYPE_CHECKING:
    from critflow.system import System


@dataclass(frozen=True)
class Calibration:
    """What a share must be for a published series to be met. Made by :meth:`System.calibrate`."""

    parameter: str
    place: Mapping[str, str]
    observations: str
    system: "System"
    """With that share in place."""
    years: Records
    """Columns: year, share, published, before (what the model said), unit, source."""

    def rows(self) -> str:
        """Rows for a table of parameters in the system's folder, as CSV."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        facts = ("year", "value", "unit", "source", "note", "evidence")
        writer.writerow(["parameter", *self.place, *facts])
        note = f"calibrated: {self.observations}"
        for one in self.years:
            number = [one["year"], repr(one["share"]), 1, one["source"], note, "derived"]
            writer.writerow([self.parameter, *self.place.values(), *number])
        return out.getvalue()

    def summary(self, language: str = "en") -> str:
        """The years one below the other, for a terminal."""
        numbers = Numbers(language)
        columns = ("year", "share", "published", "before")
        lines = [[text(f"terminal.{column}", language) for column in columns]]
        for one in self.years:
            amounts = [numbers.plain(one[column], 4) for column in ("published", "before")]
            lines.append([str(one["year"]), f"{one['share']:.6f}", *amounts, one["unit"]])
        widths = [max(len(line[i]) for line in lines) for i in range(len(columns))]
        return "\n".join(
            "  ".join([*map(str.rjust, line, widths), *line[len(columns) :]]) for line in lines
        )


def calibrate(
    system: "System", parameter: str, place: Mapping[str, str], observations: str
) -> Calibration:
    """See :meth:`System.calibrate`."""
    found = _core.calibrate(system._core, parameter, dict(place), observations)
    facts = ("year", "share", "published", "before", "source")
    columns = {fact: [getattr(one, fact) for one in found.years] for fact in facts}
    units = {one.unit for one in system._core.observations if one.name == observations}
    columns["unit"] = [*units] * len(found.years)
    calibrated = system.replace(parameter, place, found.share)
    return Calibration(
        parameter, dict(place), observations, calibrated, Records("calibration", columns)
    )
