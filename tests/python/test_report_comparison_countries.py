"""Which countries supply a stage: told apart without colour, and the same in both languages."""

from types import SimpleNamespace

import pytest
from critflow.report.comparison.countries import country_shares, looks_of
from critflow.report.comparison.reading import StageSupply
from critflow.report.comparison.telling import Telling

ORIGINS = {
    "": 40.0,
    "China": 30.0,
    "Japan": 12.0,
    "Chile": 8.0,
    "Russia": 5.0,
    "rest of world": 3.0,
}
SMALL = {"DR Congo": 1.5, "South Africa": 0.5}


def telling(language, *supply):
    option = SimpleNamespace(name="b", title="B", supply=list(supply))
    compared = SimpleNamespace(options=[option], references=[0], years=[2030], run_id="1", law="")
    compared.last_published = None
    return Telling(language, compared, 2030, 0)


def drawn(language, *supply):
    (panel,) = country_shares(telling(language, *supply)).panels
    return panel.drawn


def texts(picture):
    return [one.text for one in picture.iter("text")]


def test_no_two_suppliers_of_a_panel_share_a_pattern():
    looks = looks_of([*ORIGINS])
    assert len({pattern for _, pattern in looks.values()}) == len(looks) == 6


@pytest.mark.parametrize(
    ("language", "home"), [("nl", "de regio zelf"), ("en", "the region itself")]
)
def test_a_supplier_is_named_inside_its_part_where_there_is_room(language, home):
    here = drawn(language, StageSupply("refining", "lithium", 2030, ORIGINS))
    counts = {name: texts(here).count(name) for name in (home, "China", "Japan")}
    assert counts == {home: 2, "China": 2, "Japan": 2}  # once beside its sign, once in its part
    small = {"nl": "Rusland", "en": "Russia"}[language]
    assert texts(here).count(small) == 1


def test_the_smallest_of_many_suppliers_are_one_part():
    names = texts(drawn("nl", StageSupply("refining", "lithium", 2030, ORIGINS | SMALL)))
    assert "andere landen" in names and "DR Congo" not in names
    assert "andere landen" not in texts(
        drawn("nl", StageSupply("refining", "lithium", 2030, ORIGINS))
    )
