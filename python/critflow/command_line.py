"""The command `critflow`: one verb, one job.

Exit codes: 0 fine, 1 the model has faults, 2 the call is wrong, 130 stopped by Ctrl-C.
"""

import argparse
import atexit
import gc
import json
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from critflow._core import version
from critflow.command_words import place, place_and_year, share_of, system_folder
from critflow.comparison.compare import YEARS
from critflow.comparison.contributions import SHAPLEY, WAYS
from critflow.faults import Fault, InvalidValue, ModelFaults
from critflow.listening import Listened
from critflow.loading import check, load
from critflow.messages import LANGUAGES, text
from critflow.run import simulate

FINE, FAULTS, WRONG_CALL = 0, 1, 2
NOTHING_TO_EXPLAIN = Fault(
    where="explain", what="nothing named", value="", rule="be a parameter with --at, or a --target"
)
NO_YEAR = "have a year, such as --at year=2031, with the items of its dimensions before it"
FACTS = ("where", "what", "value", "rule", "file", "row", "column", "nearest")


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the command line says, and returns its exit code."""
    atexit.register(gc.freeze)  # or Python would look through all it holds before it ends: 30 ms
    options = parser().parse_args(arguments)
    told: Any = Listened(sys.stdout)
    with redirect_stdout(told):
        code = done(options)
        told.flush()
    return code


def done(options: argparse.Namespace) -> int:
    try:
        return options.verb(options)
    except (InvalidValue, OSError) as wrong:
        print(f"critflow: {wrong}", file=sys.stderr)
        return WRONG_CALL
    except ModelFaults as found:
        tell_faults(found.faults, options)
        return FAULTS


def run(options: argparse.Namespace) -> int:
    system = load(options.folder, scenario=options.scenario, policy=options.policy)
    done = simulate(system)
    name = f"{system.name}-{system.scenario}-{system.policy}"
    out = done.write(options.out or Path("results") / name)
    if options.json:
        print((out / "run.json").read_text(encoding="utf-8"), end="")
    else:
        from critflow.summary import summary

        print(summary(done, options.language))
        print(text("terminal.tables", options.language, folder=shown(out)), flush=True)
    if not options.no_report:
        from critflow.report import write_report

        write_report(done, out / "report.html", language=options.language)
        if not options.json:
            print(text("terminal.page", options.language, path=shown(out / "report.html")))
    return FINE


def study(options: argparse.Namespace) -> int:
    from critflow.study_command import run_study

    return run_study(options)


def check_folder(options: argparse.Namespace) -> int:
    faults = check(options.folder)
    if faults or options.json:
        tell_faults(faults, options)
    else:
        print(text("terminal.no_faults", options.language, folder=options.folder))
    return FAULTS if faults else FINE


def explain(options: argparse.Namespace) -> int:
    system = load(options.folder, scenario=options.scenario, policy=options.policy)
    if options.target:
        print(simulate(system).explain_target(options.target), end="")
    elif options.parameter and options.at:
        place, year = options.at
        print(system.explain(options.parameter, at=place, year=year), end="")
    elif options.parameter:
        told = Fault(where="explain", what="no year", value=options.parameter, rule=NO_YEAR)
        raise InvalidValue([told])
    else:
        raise InvalidValue([NOTHING_TO_EXPLAIN])
    return FINE


def compare(options: argparse.Namespace) -> int:
    from critflow.compare_command import run_comparison

    return run_comparison(options)


def calibrate(options: argparse.Namespace) -> int:
    system = load(options.folder, scenario=options.scenario, policy=options.policy)
    found = system.calibrate(options.parameter, options.at, to=options.to)
    print(found.rows() if options.rows else found.summary(options.language) + "\n", end="")
    return FINE


def graph(options: argparse.Namespace) -> int:
    from critflow.drawing import draw

    draw(load(options.folder), options.out, options.language)
    return FINE


def new(options: argparse.Namespace) -> int:
    from critflow.new_system import copy_to

    copy_to(options.folder)
    print(text("terminal.new", options.language, folder=options.folder))
    return FINE


def tell_faults(faults: list[Fault], options: argparse.Namespace) -> None:
    if getattr(options, "json", False):
        print(json.dumps([{fact: getattr(fault, fact) for fact in FACTS} for fault in faults]))
        return
    for fault in faults:
        print(fault, file=sys.stderr)
    key = "terminal.fault" if len(faults) == 1 else "terminal.faults"
    print(text(key, options.language, count=len(faults)), file=sys.stderr)


def shown(path: Path) -> Path:
    """Relative to where we are, if it is below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(
        prog="critflow", description="Critical raw materials followed from mine to product and back"
    )
    whole.add_argument("--version", action="version", version=f"critflow {version()}")
    verbs = whole.add_subparsers(metavar="verb", required=True)
    for add in (
        _add_run,
        _add_study,
        _add_check,
        _add_explain,
        _add_compare,
        _add_calibrate,
        _add_graph,
        _add_new,
    ):
        add(verbs)
    return whole


def _add_run(verbs: Any) -> None:
    one = _verb(verbs, "run", run, "run a system: a table here, tables and a page in a folder")
    _add_world(one)
    one.add_argument("--out", type=Path, help="results/<system>-<scenario>-<policy> by default")
    one.add_argument("--no-report", action="store_true", help="tables only, no page")
    one.add_argument("--json", action="store_true", help="print run.json")


def _add_study(verbs: Any) -> None:
    one = _verb(verbs, "study", study, "run a system many times: bands, chances of targets")
    one.add_argument("--scenarios", nargs="+", metavar="NAME", help="reference by default")
    one.add_argument("--policies", nargs="+", metavar="NAME", help="none by default")
    one.add_argument("--draws", type=int, default=10_000, help="10,000 by default")
    one.add_argument("--seed", type=int, default=1, help="1 by default")
    one.add_argument("--threads", type=int, help="as many as there are processors by default")
    one.add_argument("--sampling", default="sobol", help="sobol, latin hypercube or plain")
    one.add_argument("--figures", nargs="+", default=[], metavar="NAME", help="as many as fit")
    one.add_argument("--out", type=Path, help="results/<system>-study by default")
    one.add_argument("--shard", type=share_of, metavar="K/N", help="compute one share only")
    one.add_argument("--dask", metavar="ADDRESS", help="of a scheduler whose workers compute")
    one.add_argument("--rows", type=Path, metavar="rows.parquet", help="every number of every draw")
    one.add_argument(
        "--sensitivity",
        choices=["variance", "morris"],
        help="what every figure depends on: by variance, or by elementary effects, much quicker",
    )


def _add_check(verbs: Any) -> None:
    one = _verb(verbs, "check", check_folder, "tell everything that is wrong with a folder")
    one.add_argument("--json", action="store_true", help="print the faults as JSON")


def _add_explain(verbs: Any) -> None:
    one = _verb(verbs, "explain", explain, "say where a number comes from")
    one.add_argument("parameter", nargs="?")
    one.add_argument("--at", type=place_and_year, metavar="product=van,year=2031")
    one.add_argument("--target", metavar="collection.portable.2030", help="a rule of the law")
    _add_world(one)


def _add_compare(verbs: Any) -> None:
    one = _verb(verbs, "compare", compare, "lay policies and scenarios beside each other")
    one.add_argument(
        "--policies", nargs="+", metavar="POLICY", help="all by default; a+b: b over a"
    )
    one.add_argument("--scenarios", nargs="+", metavar="SCENARIO", help="reference by default")
    one.add_argument("--years", nargs="+", type=int, default=YEARS, metavar="YEAR")
    one.add_argument("--reference", default="none", metavar="POLICY", help="none by default")
    one.add_argument(
        "--contributions",
        choices=WAYS,
        default=SHAPLEY,
        help="what each lever adds: on average over all orders (shapley, by default), alone and as "
        "the last (one-at-a-time, quicker), or none",
    )
    one.add_argument("--out", type=Path, help="results/<system>-compared by default")
    one.add_argument("--report", type=Path, metavar="PAGE.HTML", help="the page, too")
    one.add_argument(
        "--option",
        metavar="NAME",
        help="whose charts the page draws in detail; the last by default",
    )
    one.add_argument(
        "--study",
        type=Path,
        metavar="FOLDER",
        help="that critflow study left, of the same policies: the page then tells targets by "
        "probability, and where the spread comes from",
    )
    one.add_argument("--json", action="store_true", help="print compare.json")


def _add_calibrate(verbs: Any) -> None:
    one = _verb(verbs, "calibrate", calibrate, "solve a share so that a published series is met")
    one.add_argument("parameter")
    one.add_argument("--at", type=place, default={}, metavar="category=LMT")
    one.add_argument("--to", required=True, help="name of the series in observations.csv")
    one.add_argument("--rows", action="store_true", help="print rows for a table of parameters")
    _add_world(one)


def _add_graph(verbs: Any) -> None:
    one = _verb(verbs, "graph", graph, "draw the network")
    one.add_argument("--out", type=Path, required=True, help=".dot; or .svg, .png, .pdf")


def _add_new(verbs: Any) -> None:
    _verb(verbs, "new", new, "make a small folder that runs, to start from", folder=Path)


def _verb(
    verbs: Any, name: str, does: Any, says: str, folder: Any = system_folder
) -> argparse.ArgumentParser:
    one = verbs.add_parser(name, help=says, description=says)
    one.set_defaults(verb=does)
    one.add_argument("folder", type=folder)
    one.add_argument("--language", choices=LANGUAGES, default="en")
    return one


def _add_world(one: argparse.ArgumentParser) -> None:
    one.add_argument("--scenario", help="reference by default, where there is one")
    one.add_argument("--policy", help="none by default")


if __name__ == "__main__":
    sys.exit(main())
