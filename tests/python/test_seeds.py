"""The page on the Dutch papers: every item once, and everything it points at exists."""

import csv
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "seeds.md"
LEVERS = ROOT / "docs" / "reference" / "levers.md"
KINDS = {"lever", "target", "constraint", "text", "outside"}


def numbered(paper: str, first: int, last: int) -> list[str]:
    return [f"{paper}-{number}" for number in range(first, last + 1)]


ITEMS = [
    *numbered("0", 1, 15),
    *(f"1-P{pillar}" for pillar in range(1, 6)),
    *numbered("1", 1, 39),
    *numbered("2", 1, 11),
    *numbered("3", 1, 29),
    *(f"4-0{letter}" for letter in "abcdefg"),
    "4-G",
    *(f"4-P{pillar}" for pillar in range(1, 7)),
    *(f"4-1.{number}" for number in range(1, 7)),
    *(f"4-2.{number}" for number in range(1, 6)),
    *(f"4-3.{number}" for number in range(1, 4)),
    *(f"4-4.{number}" for number in range(1, 3)),
    *(f"4-5.{number}" for number in range(1, 4)),
    "4-6.1",
    "4-7",
    *(f"4-B{number}" for number in range(1, 11)),
]


def rows(page: Path, columns: int) -> list[list[str]]:
    lines = [line for line in page.read_text("utf-8").splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if len(row) == columns]


def levers_of(policy: Path, seen: frozenset[Path] = frozenset()) -> set[str]:
    """Names of the levers of a policy and of those it extends."""
    told = tomllib.loads(policy.read_text("utf-8"))
    names = set(told.get("lever", {}))
    for other in told.get("extends", []):
        path = policy.with_name(f"{other}.toml")
        if path not in seen:
            names |= levers_of(path, seen | {path})
    return names


def test_every_item_of_the_five_papers_has_one_row():
    found = [row[0] for row in rows(PAGE, 4) if re.fullmatch(r"\d-\S+", row[0])]
    assert sorted(found) == sorted(ITEMS)


def test_every_row_says_what_stands_for_the_item_or_why_nothing_does():
    for item, text, kind, stands in rows(PAGE, 4):
        if item not in ITEMS:
            continue
        assert text and kind in KINDS, item
        assert "](" in stands or stands.startswith("nothing: ") or "`" in stands, item


@pytest.mark.parametrize("page", [PAGE, LEVERS], ids=lambda page: page.stem)
def test_every_link_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)]+)\)", page.read_text("utf-8")):
        path, _, place = target.partition("#")
        file = (page.parent / path).resolve()
        assert file.is_file(), target
        if place:
            headings = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
            assert place in {heading.lower().replace(" ", "-") for heading in headings}, target


@pytest.mark.parametrize("page", [PAGE, LEVERS], ids=lambda page: page.stem)
def test_every_lever_is_in_the_policy_that_is_named_with_it(page):
    named = re.findall(
        r"((?:`[^`]+`(?:, )?)+) of \[[^\]]+\]\(([^)]+\.toml)\)", page.read_text("utf-8")
    )
    assert len(named) > 20
    for levers, policy in named:
        known = levers_of((page.parent / policy).resolve())
        for lever in re.findall(r"`([^`]+)`", levers):
            assert lever in known or lever in {"delay", "probability"}, (lever, policy)


def test_every_rule_of_law_that_is_named_is_in_the_law():
    with open(ROOT / "scenarios" / "library" / "law" / "eu-2026-08.csv", encoding="utf-8") as file:
        keys = {row["key"] for row in csv.DictReader(file)}
    named = re.findall(r"rule ((?:`[^`]+`(?:, )?)+) of \[the law\]", PAGE.read_text("utf-8"))
    assert named
    assert {key for some in named for key in re.findall(r"`([^`]+)`", some)} <= keys


def test_the_page_of_levers_has_every_lever_of_the_catalogue_once():
    path = ROOT / "scenarios" / "library" / "levers" / "levers.csv"
    with open(path, encoding="utf-8") as file:
        known = [(row["id"], row["title_en"]) for row in csv.DictReader(file)]
    assert [tuple(row[:2]) for row in rows(LEVERS, 3) if re.fullmatch(r"L\d\d", row[0])] == known
