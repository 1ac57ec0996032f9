"""Why a run stands to a rule of the law as it does: masses, formula, the steps of the law."""

from typing import TYPE_CHECKING, Any

from critflow import _core
from critflow.faults import shown, unknown
from critflow.numbers import Numbers
from critflow.targets import law, version_of

if TYPE_CHECKING:
    from critflow.run import Run

AROUND = 2  # years before and after that are told beside the one that is asked
OF_STEP = ("instrument", "article", "legal_status", "verification", "source", "note")


def explain_rule(run: "Run", rule: str) -> str:
    """See `Run.explain_target`."""
    checks = list(run.targets())
    key, year = _key_and_year(rule, [check["key"] for check in checks])
    of_rule = [check for check in checks if check["key"] == key]
    known = [check["year"] for check in of_rule if check["year"] is not None]
    if year is not None and year not in known:
        raise unknown(key, "year", year, known)
    lines = [*_definition(of_rule[0]["indicator"]), "", *_steps(version_of(run), key), ""]
    shown = [one for one in of_rule if year is None or abs((one["year"] or year) - year) <= AROUND]
    return "\n".join([key, "", *lines, *map(_told, shown)]) + "\n"


def _key_and_year(rule: str, keys: list[str]) -> tuple[str, int | None]:
    """``collection.portable.2030`` is the rule ``collection.portable`` in 2030."""
    start, _, end = rule.rpartition(".")
    key, year = (start, int(end)) if end.isdigit() and rule not in keys else (rule, None)
    if key not in keys:
        raise unknown("targets", "rule", key, sorted(set(keys)))
    return key, year


def _definition(indicator: str) -> list[str]:
    known = _core.definition(indicator)
    lines = [f"{known.title['en']} [{known.unit}]", f"    {known.formula}"]
    if known.whole:
        lines.append(f"    compared with: {known.whole}")
    lines.append(f"    do not confuse with: {known.not_to_confuse}")
    return lines


def _steps(version: str, key: str) -> list[str]:
    lines = [f"law {version}"]
    for step in law(version):
        if step["key"] == key:
            number = step["threshold"]
            asked = f"{step['comparison']} {shown(number)}" if number else "no number"
            lines.append(f"    from {step['from'] or 'an unknown day'}: {asked}")
            lines += [f"        {name}: {step[name]}" for name in OF_STEP if step[name]]
    return lines


def _told(check: dict[str, Any]) -> str:
    if check["value"] is None:
        return f"{check['year'] or 'all years'}: {check['status']}: {check['reason']}"
    numbers = Numbers("en")
    masses = " / ".join(numbers.plain(check[one], 6) for one in ("part", "whole"))
    line = f"{check['year']}: {numbers.plain(check['value'], 6)} = {masses} t; {check['status']}"
    if check["gap_tonnes"]:
        line += f", {numbers.plain(check['gap_tonnes'], 4)} t short"
    facts = "; ".join(filter(None, (check["method"], check["evidence"], check["reason"])))
    return f"{line} ({facts})"
