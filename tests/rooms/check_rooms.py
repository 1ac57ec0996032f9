"""Fails where a file includes from a room to the right of its own, a header has no tests, or two
files give one name to different types: all live in one namespace, and no linker tells.

Run as a test; prints every such line as `file:line: room includes room`, every such header as
`header: no test file`, every such name as `file, file: both define name`.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

ROOMS = [
    "base",
    "lifetime",
    "stock",
    "network",
    "scenario",
    "policy",
    "solve",
    "indicator",
    "study",
    "io",
]
ROOT = Path(__file__).resolve().parents[2]
TREES = ["include/critflow", "src", "tests", "python/src"]
INCLUDE = re.compile(r'\s*#\s*include\s*[<"](?:critflow/)?(\w+)/')


def steps_to_the_right(file: Path, room: str) -> list[str]:
    """The lines of `file` that include from a room which `room` may not know."""
    found = []
    for number, line in enumerate(file.read_text().splitlines(), start=1):
        match = INCLUDE.match(line)
        if match and match[1] in ROOMS and ROOMS.index(match[1]) > ROOMS.index(room):
            found.append(f"{file.relative_to(ROOT)}:{number}: {room} includes {match[1]}")
    return found


TYPE = re.compile(
    r"(?:template <.*> )?(?:struct|class|enum class) (\w+)(?: final)?(?: :[^:].*)? \{"
)


def types_of_all_files(file: Path) -> list[str]:
    """The types that a file defines for every other file: at the left edge, with a name seen by
    the linker."""
    named = re.sub(r"(?ms)^namespace \{$.*?^\}  // namespace$", "", file.read_text())
    return [match[1] for line in named.splitlines() if (match := TYPE.match(line))]


def types_defined_twice(files: list[Path]) -> list[str]:
    places = defaultdict(list)
    for file in files:
        for name in types_of_all_files(file):
            places[name].append(str(file.relative_to(ROOT)))
    return [
        f"{', '.join(where)}: both define {name}"
        for name, where in places.items()
        if len(where) > 1
    ]


def headers_without_tests() -> list[str]:
    """The public headers `room/name.hpp` that have no `tests/room/test_name.cpp`."""
    return [
        f"{header.relative_to(ROOT)}: no test file"
        for header in sorted((ROOT / "include" / "critflow").rglob("*.hpp"))
        if not (ROOT / "tests" / header.parent.name / f"test_{header.stem}.cpp").exists()
    ]


def main() -> int:
    files = [
        (file, room)
        for tree in TREES
        for room in ROOMS
        for file in sorted((ROOT / tree / room).rglob("*.[ch]pp"))
    ]
    wrong = [line for file, room in files for line in steps_to_the_right(file, room)]
    wrong += headers_without_tests()
    wrong += types_defined_twice([file for file, _ in files if "tests" not in file.parts])
    print("\n".join(wrong) or f"{len(files)} files keep to their rooms, all headers have tests")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main())
