"""Writes the page of a comparison: one file that asks nothing of the network."""

from typing import Any

from markupsafe import Markup

from critflow import __version__
from critflow.report import tables
from critflow.report.comparison.annexes import annexes
from critflow.report.comparison.capacity import capacity_and_feed
from critflow.report.comparison.cascade import loss_cascade
from critflow.report.comparison.chart import OF_OPTION, Chart, records
from critflow.report.comparison.contributions import lever_waterfall
from critflow.report.comparison.countries import country_shares
from critflow.report.comparison.download import csv_link
from critflow.report.comparison.drivers import what_drives
from critflow.report.comparison.effects import cost_and_effect
from critflow.report.comparison.flows import flows_of_metals
from critflow.report.comparison.gaps import gap_lines
from critflow.report.comparison.lights import all_lights, legend, not_assessable, note
from critflow.report.comparison.matrix import definitions, matrices, shown_figures
from critflow.report.comparison.robustness import who_is_better
from critflow.report.comparison.sentences import in_short, origin
from critflow.report.comparison.settled import what_is_settled
from critflow.report.comparison.sheets import sheets
from critflow.report.comparison.shock import unmet_demand
from critflow.report.comparison.telling import Telling
from critflow.report.comparison.through_use import through_use
from critflow.report.comparison.wording import reference_of
from critflow.report.page import digest, environment, text_of
from critflow.report.story import Story
from critflow.report.tables import Table

OF_LAW = ("method", "evidence", "reason", "source", "instrument", "article", "group")


def page(telling: Telling) -> str:
    """The whole page as text. Everything but our own drawings, style and script is escaped."""
    templates = environment()
    templates.filters["csv_link"] = csv_link
    return templates.get_template("comparison/page.html").render(
        telling=telling,
        compared=telling.compared,
        say=telling.say,
        version=__version__,
        **dress(),
        **opening(telling),
        **tables_of(telling),
        charts=charts(telling),
        sheets=sheets(telling),
        annexes=annexes(telling),
    )


def dress() -> dict[str, Any]:
    """Style and script, each with the digest that lets it run."""
    style = text_of("report", "page.css") + text_of("report.comparison", "page.css")
    script = text_of("report.comparison", "sort.js")
    return {
        "style": Markup(style),
        "style_hash": digest(style),
        "script": Markup(script),
        "script_hash": digest(script),
    }


def opening(telling: Telling) -> dict[str, Any]:
    """What is compared with what, in short, and what the reference rests on."""
    reference = telling.reference(telling.chosen).reading
    return {
        "sentences": in_short(telling),
        "reference_line": reference_of(telling, telling.chosen),
        "reference_at": telling.compared.references[telling.chosen],
        "origin_line": origin(telling),
        "options": options(telling),
        "evidence": tables.evidence(Story(telling.language, reference, telling.year, "")),
        "sources": reference.sources,
    }


def tables_of(telling: Telling) -> dict[str, Any]:
    """Options by indicator and by rule of the law, with their numbers."""
    lights = all_lights(telling)
    assessed = [row for row in telling.compared.verdicts if row["value"] is not None]
    return {
        "matrices": matrices(telling),
        "matrix_data": records("matrix", shown_figures(telling), (*OF_OPTION, "reference")),
        "definitions": list(definitions(telling)),
        "lights": lights,
        "lights_note": note(telling),
        "signs": legend(telling, (row for one in lights for *_, row in one.rows)),
        "not_assessable": not_assessable(telling),
        "targets_data": records("targets", assessed, (*OF_OPTION, *OF_LAW)),
    }


def charts(telling: Telling) -> list[Chart]:
    """In the order of the page."""
    return [
        gap_lines(telling),
        lever_waterfall(telling),
        loss_cascade(telling),
        through_use(telling),
        capacity_and_feed(telling),
        country_shares(telling),
        unmet_demand(telling),
        cost_and_effect(telling),
        *(of_draws(telling) if telling.compared.drawn else []),
        flows_of_metals(telling),
    ]


def of_draws(telling: Telling) -> list[Chart]:
    return [what_drives(telling), what_is_settled(telling), who_is_better(telling)]


def options(telling: Telling) -> Table:
    """What is compared, by letter; a scenario that all have is told once."""
    scenarios = {one.reading.scenario for one in telling.options}
    rows = []
    for at, one in enumerate(telling.options):
        policy = one.title
        if telling.compared.references[at] == at:
            policy += f" ({telling.say('compared.reference').lower()})"
        scenario = [one.reading.scenario] if len(scenarios) > 1 else []
        rows.append([telling.letter(at), policy, *scenario, one.run_id])
    keys = ("letter", "policy", *(["scenario"] if len(scenarios) > 1 else []), "run")
    caption = telling.say("compared.options")
    if len(scenarios) == 1:
        caption = telling.say("compared.options.scenario", scenario=scenarios.pop())
    heads = [telling.say(f"table.{key}") for key in keys]
    return Table(caption, heads, rows, words=tuple(range(len(heads))))
