"""A study that is read again from the folder which it left behind."""

import json
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from critflow.faults import wrong
from critflow.loading import load
from critflow.study import Study
from critflow.system import System

if TYPE_CHECKING:
    from critflow.study_result import StudyResult

FACTS, SHARDS = "study.json", "shards"
SETTINGS = ("draws", "seed", "sampling", "figures", "layers", "years", "paths", "rows")


def read_study(folder: str | PathLike[str], system: System | str | PathLike[str]) -> "StudyResult":
    """What a study of this system found, from the folder that ``critflow study`` left.

        study = cf.read_study("results/nl-batteries-study", "scenarios/nl-batteries")

    Draws whose shards lie in the folder are not run again; the others are.

    Raises
    ------
    InvalidValue
        Where the folder is of no study, or of another system: a table or a law that was changed
        since makes another one.
    """
    path = Path(folder) / FACTS
    facts = _facts(path)
    one = system if isinstance(system, System) else load(system)
    names = ([told[name] for told in facts["options"]] for name in ("scenario", "policy"))
    study = Study(one, *names)
    changed = [
        f"{now.scenario}, {now.policy}"
        for now, told in zip(study.options, facts["options"], strict=True)
        if now.digest != told["digest"]
    ]
    if changed:
        rule = f"be a study of {one.name} as it is now"
        raise wrong(str(path), "of another system", "; ".join(changed), rule)
    return study.run(**{name: facts[name] for name in SETTINGS}, out=Path(folder) / SHARDS)


def _facts(path: Path) -> dict[str, Any]:
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        facts = None
    if not isinstance(facts, dict) or not {"options", *SETTINGS} <= facts.keys():
        raise wrong(str(path), "not what a study left", "", "be a folder that critflow study left")
    return facts
