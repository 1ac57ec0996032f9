"""What the chart of levers draws of contributions made by hand, and what inputs are called."""

import csv
from pathlib import Path
from types import SimpleNamespace

import pytest
from by_hand import plain
from critflow.report.comparison.contributions import amount, side_by_side, waterfall
from critflow.report.comparison.levers import in_words
from critflow.report.comparison.reading import Contribution
from critflow.report.comparison.telling import Telling

SCENARIOS = Path(__file__).parents[2] / "scenarios"
WORDS = Telling("nl", None, 2030, 0)


def test_a_little_less_has_a_sign_and_no_minus_before_words():
    told = Telling("nl", SimpleNamespace(), 2030, 1)
    assert plain(amount(told, -0.4)) == "tussen 0 en \N{MINUS SIGN}1 t"
    assert plain(amount(told, 0.4)) == "minder dan 1 t"
    assert plain(amount(told, -12.0)) == "\N{MINUS SIGN}12 t"


def of_levers(to="primary_avoided"):
    return Telling("nl", SimpleNamespace(contributions_to=to), 2030, 0)


def test_a_lever_of_a_system_without_primary_metal_adds_secondary_metal():
    (row,) = side_by_side(of_levers("secondary_supply"), [Contribution("x", None, 9.0, 9.0, None)])
    assert row.parts[0].name == "meer secundair metaal"


def test_levers_stand_on_one_another_and_end_at_what_they_do_together():
    some = [
        Contribution("worse", -10.0, -12.0, -8.0, 0.0),
        Contribution("better", 30.0, 28.0, 31.0, 0.0),
        Contribution("else", 5.0, None, None, None),
    ]
    rows = waterfall(of_levers(), some)
    assert [row.name for row in rows] == ["better", "else", "worse", "alle samen"]
    assert [row.start for row in rows] == [0.0, 30.0, 35.0, 0.0]
    assert rows[-1].parts[0].amount == 25.0
    assert rows[2].told == "\N{MINUS SIGN}10\N{NO-BREAK SPACE}t"


def test_levers_one_at_a_time_stand_side_by_side_and_are_not_added():
    some = [
        Contribution("small", None, 10.0, 9.0, None),
        Contribution("more", None, -30.0, 1.0, None),
    ]
    rows = side_by_side(of_levers(), some)
    assert [(row.name, row.start) for row in rows] == [("more", 0.0), ("small", 0.0)]
    assert rows[0].told == "\N{MINUS SIGN}30\N{NO-BREAK SPACE}t"


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("fleet", "nl", "wagenpark"),
        ("pack.mass[product=van]", "en", "mass of a pack, vans"),
        (
            "recycling.yield[route=hydro,material=lithium]",
            "nl",
            "rendement van recycling, hydrometallurgie, lithium",
        ),
        (
            "collection.rate[use=copper in goods]",
            "nl",
            "ingezameld aandeel van het afval, koper in goederen",
        ),
        ("own.number[class=x]", "nl", "own.number, x"),
    ],
)
def test_an_uncertain_input_is_called_by_words(name, language, said):
    assert Telling(language, None, 2030, 0).input(name) == said


@pytest.mark.parametrize("name", ["nl-batteries", "eu-batteries", "nl-electronics", "world-metals"])
def test_every_uncertain_input_of_our_systems_has_a_dutch_name(name):
    table = SCENARIOS / name / "uncertainty.csv"
    with table.open(encoding="utf-8") as file:
        parameters = {row["parameter"] for row in csv.DictReader(file)}
    assert parameters
    assert [one for one in parameters if WORDS.input(one) == one] == []


def test_a_warning_calls_other_levers_by_words_and_not_by_their_numbers():
    titles = {"L15": "recycling at home", "L16": "refining at home"}
    assert in_words("needs feed (L07, L18), land (L29); idle", titles) == "needs feed, land; idle"
    assert in_words("slows L15 and L16", titles) == "slows recycling at home and refining at home"
