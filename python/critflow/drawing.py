"""The network of a system as a picture."""

import shutil
import subprocess
from pathlib import Path

from critflow.faults import InvalidValue, wrong
from critflow.system import System

PICTURES = (".svg", ".png", ".pdf")


def draw(system: System, path: Path, language: str = "en") -> None:
    """Draws the network to a file: `.dot` as text, pictures by the program `dot` of Graphviz.

    Raises
    ------
    InvalidValue
        For another kind of file, or where Graphviz is not installed.
    """
    if path.suffix not in (".dot", *PICTURES):
        raise _refused("unknown kind of picture", str(path), "end in .dot, .svg, .png or .pdf")
    path.parent.mkdir(parents=True, exist_ok=True)
    source = system.graphviz(language)
    if path.suffix == ".dot":
        path.write_text(source, encoding="utf-8")
        return
    program = shutil.which("dot")
    if program is None:
        rule = "be .dot, which needs nothing; or have Graphviz installed: apt install graphviz"
        raise _refused("no program to lay it out", path.suffix, rule)
    command = [program, f"-T{path.suffix[1:]}", f"-o{path}"]
    subprocess.run(command, input=source.encode(), check=True)


def _refused(what: str, value: str, rule: str) -> InvalidValue:
    return wrong("graph", what, value, rule)
