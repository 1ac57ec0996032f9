"""The code of the page is the code that the tests compile and run."""

import re
from pathlib import Path
from textwrap import indent

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "how_to" / "add-a-process.md"
TESTED = "".join(
    (ROOT / "tests" / name).read_text()
    for name in ("solve/tailings_heap.hpp", "io/test_heap_in_world_copper.cpp")
)
BLOCKS = [
    block
    for block in re.findall(r"```cpp\n(.*?)```", PAGE.read_text(), flags=re.DOTALL)
    if "int main" not in block
]


def test_the_page_shows_every_verb():
    for verb in ("describe", "start", "route", "settle"):
        assert any(f" {verb}(" in block for block in BLOCKS), verb


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_of_the_page_stands_in_the_tests(block):
    assert any(indent(block, " " * width) in TESTED for width in (0, 2, 4, 6)), block
