"""What the pages tell a reader to type works.

Each page is followed from top to bottom in a folder of its own that holds `scenarios/`: Python,
lines that begin with `critflow`, C++ programs. Pieces of C++ stand in the tests of their page.
"""

import os
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from critflow.command_line import main

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = Path(os.environ.get("CRITFLOW_BUILD", ROOT / "build" / "release")) / "libcritflow.a"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$|^    (critflow [^\n]*)$", re.MULTILINE | re.DOTALL)


@dataclass
class Block:
    page: Path
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}: {self.text.strip().splitlines()[0]}"


def blocks(page: Path, *languages: str) -> list[Block]:
    found = [
        Block(page, match[1] or "sh", match[2] or match[3])
        for match in BLOCK.finditer(page.read_text(encoding="utf-8"))
    ]
    return [block for block in found if block.language in languages]


PROGRAMS = [block for page in PAGES for block in blocks(page, "cpp") if "int main" in block.text]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "scenarios").symlink_to(ROOT / "scenarios")
    monkeypatch.chdir(tmp_path)


def run_python(block: Block, names: dict[str, object]) -> None:
    exec(compile(block.text, str(block), "exec"), names)


def run_lines(block: Block) -> None:
    for line in block.text.splitlines():
        words = shlex.split(line, comments=True)
        if not words or words[0] != "critflow":
            continue
        if words[1] == "graph" and shutil.which("dot") is None:
            words[-1] = str(Path(words[-1]).with_suffix(".dot"))
        assert main(words[1:]) == 0, line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_can_be_followed_from_top_to_bottom(page):
    names: dict[str, object] = {}
    for block in blocks(page, "python", "sh"):
        if block.language == "python":
            run_python(block, names)
        else:
            run_lines(block)


@pytest.mark.skipif(not LIBRARY.exists(), reason="the library is not built: make test-cpp")
@pytest.mark.parametrize("block", PROGRAMS, ids=str)
def test_a_program_compiles_links_and_runs(block, tmp_path):
    (tmp_path / "program.cpp").write_text(block.text)
    flags = ["-std=c++20", f"-I{ROOT}/include", "-isystem", "/usr/include/eigen3"]
    subprocess.run(["g++", *flags, "program.cpp", str(LIBRARY), "-o", "program"], check=True)
    assert subprocess.run(["./program"], check=True, capture_output=True).stdout


def test_the_first_page_shows_python_programs_and_commands():
    readme = PAGES[0]
    assert blocks(readme, "python") and blocks(readme, "cpp") and len(blocks(readme, "sh")) >= 4
