"""What a study drew: where it was held or overruled, and where it could not be run."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from critflow.faults import Fault, InvalidValue
from critflow.names import whole_numbers
from critflow.records import Records

if TYPE_CHECKING:
    from critflow.study_result import StudyResult


def drawn(study: "StudyResult", samples: int | Iterable[int] | None) -> Records:
    """See `StudyResult.drawn`."""
    core = study.recipe.core
    known = range(study.recipe.draws)
    wanted = whole_numbers(known if samples is None else samples, "study.drawn", "samples")
    for sample in wanted:
        if sample not in known:
            rule = f"be one of the {study.recipe.draws} samples, numbered from 0"
            raise InvalidValue(
                [Fault(where="study.drawn", what="no sample", value=str(sample), rule=rule)]
            )
    rows = [core.drawn(sample) for sample in wanted]
    columns: dict[str, list[Any]] = {"sample": wanted}
    columns |= {name: [row[at] for row in rows] for at, name in enumerate(core.inputs)}
    return Records("drawn", columns)


def held(study: "StudyResult") -> Records:
    """See `StudyResult.held`."""
    rows = [
        {"input": name, "scenario": scenario, "policy": policy, "share": share}
        for number, (scenario, policy) in enumerate(study.options)
        for name, share in sorted(study.recipe.core.held(number).items(), key=lambda one: -one[1])
    ]
    return Records.of_rows("held", ("input", "scenario", "policy", "share"), rows)


def overruled(study: "StudyResult") -> Records:
    """See `StudyResult.overruled`."""
    names = ("input", "scenario", "policy", "share", "year", "levers")
    rows = [
        dict(zip(names, (name, scenario, policy, share, year, "; ".join(levers)), strict=True))
        for number, (scenario, policy) in enumerate(study.options)
        for name, share, year, levers in sorted(
            study.recipe.core.overruled(number), key=lambda one: -one[1]
        )
    ]
    return Records.of_rows("overruled", names, rows)


def failures(study: "StudyResult") -> Records:
    """See `StudyResult.failures`."""
    told = study._core.part.failures
    columns: dict[str, list[Any]] = {
        "sample": [sample for sample, *_ in told],
        "scenario": [study.options[option][0] for _, option, *_ in told],
        "policy": [study.options[option][1] for _, option, *_ in told],
        "faults": ["; ".join(faults) for *_, faults, _ in told],
    }
    for at, name in enumerate(study.recipe.core.inputs):
        columns[name] = [inputs[at] for *_, inputs in told]
    return Records("failures", columns)
