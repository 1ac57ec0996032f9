"""What `critflow compare` does: options beside each other, their tables, a page, and a summary."""

import argparse
import json
from pathlib import Path
from typing import Any

from critflow.comparison import Comparison, compare
from critflow.comparison.summary import summary
from critflow.comparison.write import facts
from critflow.faults import unknown, wrong
from critflow.messages import text
from critflow.study_folder import read_study


def run_comparison(options: argparse.Namespace) -> int:
    """Runs it, writes its tables and what page is asked for, and tells what came of it."""
    done = compare(
        options.folder,
        policies=options.policies,
        scenarios=options.scenarios,
        years=options.years,
        reference=options.reference,
        contributions=options.contributions,
    )
    shown = page(options, done)
    out = done.write(options.out or Path("results") / f"{done.system.name}-compared")
    if options.report:
        done.report(options.report, **shown)
    if options.json:
        print(json.dumps(facts(done), indent=2))
        return 0
    print(summary(done, options.language))
    print(text("terminal.tables", options.language, folder=out))
    if options.report:
        print(text("terminal.page", options.language, path=options.report))
    return 0


def page(options: argparse.Namespace, done: Comparison) -> dict[str, Any]:
    """What the page is to show; what is wrong with it is told before anything is written."""
    shown = {"language": options.language, "option": options.option}
    for name in ("option", "study"):
        if getattr(options, name) and not options.report:
            rule = "stand with --report, which writes the page"
            raise wrong("compare", f"--{name}", "", rule)
    names = [one.name for one in done.options]
    if options.option and options.option not in names:
        raise unknown("compare", "option", options.option, names)
    if options.study:
        from critflow.report.comparison.drawn import primary_metal

        shown["study"] = study = read_study(options.study, done.system)
        primary_metal(done, study)  # which a page with a study tells
    return shown
