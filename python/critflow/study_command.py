"""What `critflow study` does: a study, its tables in a folder, and a summary here."""

import argparse
import signal
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from critflow import _core
from critflow.extras import extra
from critflow.messages import text, word
from critflow.numbers import Numbers
from critflow.records import Records
from critflow.study import Study
from critflow.study_folder import SHARDS
from critflow.targets import rule_titles
from critflow.titles import titled_option

if TYPE_CHECKING:
    from critflow.study_result import StudyResult

STOPPED = 128 + signal.SIGINT


def run_study(options: argparse.Namespace) -> int:
    """Runs it, or one share of it, and tells what came of it."""
    study = Study(options.folder, options.scenarios, options.policies)
    out = options.out or Path("results") / f"{study.options[0].name}-study"
    settings: dict[str, Any] = {
        name: getattr(options, name) for name in ("draws", "seed", "threads", "sampling", "figures")
    }
    settings |= {"rows": options.rows is not None, "out": out / SHARDS, "progress": _seen()}
    try:
        with _client(options.dask) as client:
            if options.shard:
                study.run_shard(*options.shard, client=client, **settings)
                return 0
            result = study.run(client=client, **settings)
    except KeyboardInterrupt:
        print(text("study.stopped", options.language, folder=out / SHARDS), file=sys.stderr)
        return STOPPED
    result.write(out, options.sensitivity)
    if options.rows:
        result.write_rows(options.rows)
    print(summary(result, options.language))
    print(text("terminal.tables", options.language, folder=out))
    return 0


def summary(study: "StudyResult", language: str) -> str:
    """By option: the band of the first figure in its last year, and the chance of each rule."""
    write = Numbers(language)
    lines = [text("study.draws", language, draws=write.whole(study.recipe.draws))]
    if study.failed:
        lines.append(text("study.failed", language, count=write.whole(study.failed)))
    held, overruled = study.held, study.overruled
    several = len({scenario for scenario, _ in study.options}) > 1
    for option, system in zip(study.options, study.recipe.options, strict=True):
        lines += ["", titled_option(system, language, scenario=several)]
        lines += _bands(study, option, language)
        lines += _chances(study, option, language)
        lines += _without_effect(held, option, language)
        lines += _without_effect(overruled, option, language)
    return "\n".join(lines)


def _bands(study: "StudyResult", option: tuple[str, str], language: str) -> list[str]:
    rules = set(study.targets()["target"])
    figure = next((one for one in study.cells["figure"] if one not in rules), None)
    if figure is None:
        return []
    layers = dict.fromkeys(cell["layer"] for cell in study.cells if cell["figure"] == figure)
    return [_band(study, figure, layer, option, language) for layer in layers]


def _band(
    study: "StudyResult", figure: str, layer: str, option: tuple[str, str], language: str
) -> str:
    band = study.band(figure, layer=layer, option=option, quantiles=[0.05, 0.5, 0.95])
    write, unit, (low, middle, high) = Numbers(language), band.units[0], band.values[-1]
    return text(
        "study.band",
        language,
        figure=_title(figure, language),
        layer=word("layer", layer, language),
        year=band.coords["year"][-1],
        low=write.figure(low, unit.removesuffix("/a")),
        middle=write.figure(middle, unit),
        high=write.figure(high, unit.removesuffix("/a")),
    )


def _title(figure: str, language: str) -> str:
    """Of an indicator, with its stage where it has one: `import_dependence[stage=refining]`."""
    name, _, place = figure.partition("[")
    stage = place.removeprefix("stage=").removesuffix("]")
    title = _core.definition(name).title[language]
    return f"{title}, {word('stage', stage, language)}" if stage else title


def _chances(study: "StudyResult", option: tuple[str, str], language: str) -> list[str]:
    last = {row["target"]: row for row in study.targets(option=option) if row["tested"]}
    titles = rule_titles(study.recipe.options[0].law, language)
    return [
        text(
            "study.chance",
            language,
            target=titles[key],
            year=row["year"],
            share=Numbers(language).percent(row["probability"]),
        )
        for key, row in last.items()
    ]


def _without_effect(ranges: Records, option: tuple[str, str], language: str) -> list[str]:
    """How many ranges of an option are held, or overruled, and which of them most often."""
    rows = [row for row in ranges if (row["scenario"], row["policy"]) == option]
    if not rows:
        return []
    most = rows[0]
    share = Numbers(language).percent(most["share"])
    key = f"study.{ranges.name}"
    return [text(key, language, count=len(rows), input=most["input"], share=share)]


def _client(address: str | None) -> Any:
    return extra("distributed").Client(address) if address else nullcontext()


def _seen() -> bool:
    return sys.stderr.isatty()
