"""No sentence of the page says more than was computed."""

from types import SimpleNamespace

import pytest
from critflow.messages import LANGUAGES, table
from critflow.report.comparison.reading import Band, Drawn, Driver
from critflow.report.comparison.sentences import how_sure, one_option
from critflow.report.comparison.sheets import main_drivers
from critflow.report.comparison.telling import Telling
from critflow.report.comparison.wording import (
    against,
    foreseen,
    likelihood,
    required,
    spread,
)
from pages import promises

OF_PAGE = ("compared.", "sheet.", "wording.", "status.", "effect.", "levers.", "indicator.")
WORDS = Telling("nl", None, 2040, 0)


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def of_two(change, share=None, law="eu-2026-08", service="computed"):
    """A reference and an option that avoids so much lithium, in a share of the draws."""
    options = [
        SimpleNamespace(
            name=name,
            title=name.upper(),
            shocked=False,
            rules={},
            reading=SimpleNamespace(metals=[]),
            levers=[],
        )
        for name in "ab"
    ]
    row = {
        "option": "b",
        "indicator": "primary_avoided",
        "material": "lithium",
        "period": "2040",
        "stage": None,
        "value": change,
        "change": change,
        "reference": 1000.0,
    }
    better = {} if share is None else {("lithium", 1, 0): share}
    compared = SimpleNamespace(
        options=options,
        references=[0, 0],
        materials=[],
        law=law,
        figures=[row],
        effects=[{"option": "b", "status": service}],
        drawn=None if share is None else Drawn(1000, better, {}, {}),
    )
    return Telling("nl", compared, 2040, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_of_the_page_promises_anything(language):
    told = {key: row[language] for key, row in table().items() if key.startswith(OF_PAGE)}
    assert len(told) > 200
    assert {
        key: promises(text, language) for key, text in told.items() if promises(text, language)
    } == {}


def test_a_promise_is_found_in_either_language_and_only_as_a_word():
    assert promises("Dit zal dalen; zij Zullen stijgen.", "nl") == ["zal", "Zullen"]
    assert promises("It will fall, against the willing.", "en") == ["will"]
    assert promises("de zalm", "nl") == []


@pytest.mark.parametrize(
    ("share", "name"),
    [
        (0.90, "expected"),
        (0.89, "likely"),
        (0.65, "uncertain"),
        (0.32, "unlikely"),
        (0.09, "not expected"),
    ],
)
def test_a_share_of_draws_has_a_name(share, name):
    assert likelihood(share) == name


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (None, "zou in 2040 het volgende verwacht kunnen worden"),
        (0.95, "wordt in 2040 het volgende verwacht"),
        (0.70, "kan in 2040 waarschijnlijk het volgende verwacht worden"),
        (0.50, "maar dat is onzeker"),
        (0.20, "van enig metaal onwaarschijnlijk"),
        (0.05, "van enig metaal niet verwacht"),
    ],
)
def test_the_verb_is_as_sure_as_the_draws(share, said):
    shown = {"option": "B", "year": 2040, "amounts": "1 t minder"}
    assert said in foreseen(WORDS, "compared.short.avoided", share, **shown)
    assert said in one_option(of_two(100.0, share), 1)


def test_an_option_that_asks_more_is_as_sure_as_the_draws_in_which_it_does():
    assert how_sure(of_two(-100.0, 0.05), 1) == pytest.approx(0.95)
    assert how_sure(of_two(0.1, 0.05), 1) is None


def test_what_a_target_still_takes_is_required_and_not_expected():
    assert plain(required(WORDS, 1900.0)) == "1,9 kt vereist"


@pytest.mark.parametrize(
    ("tonnes", "shown"),
    [(0.4, "minder dan 1 t"), (12.34, "12 t"), (994.0, "990 t"), (996.0, "1,0 kt")],
)
def test_amounts_have_two_digits_in_tonnes_below_a_kilotonne(tonnes, shown):
    assert plain(WORDS.tonnes(tonnes)) == shown


def test_the_reference_is_named_with_the_state_of_the_law_and_the_service():
    said = against(of_two(100.0), 1)
    assert "A (wetgeving: " in said
    assert "stand augustus 2026" in said
    assert said.endswith("beide leveren evenveel dienst.")
    assert against(of_two(100.0, service="service differs"), 1).endswith("de dienst verschilt.")
    assert "noemt geen wetgeving" in against(of_two(100.0, law=""), 1)


def test_a_range_says_what_it_is_of_and_that_scenarios_are_not_in_it():
    bands = {
        "lithium": Band([2030, 2040], [1.0, 1900.0], [2.0, 5200.0]),
        "cobalt": Band([2040], [690.0], [2600.0]),
    }
    said = plain(spread(WORDS, "primary_supply", bands, "t"))
    assert said.startswith("geleverd primair metaal in 2040, in negen van de tien trekkingen: ")
    assert "lithium 1,9 kt tot 5,2 kt en kobalt 690 t tot 2,6 kt" in said
    assert said.endswith("binnen dit scenario, niet tussen scenario's.")


def test_metals_with_the_same_drivers_are_told_once():
    fleet, life = (Driver(name, 0.4, 0.4, 0.1) for name in ("fleet", "life.mean"))
    drawn = Drawn(9, {}, {}, {"lithium": [fleet, life], "cobalt": [fleet, life], "nickel": [life]})
    told = list(main_drivers(WORDS, drawn))
    assert len(told) == 2
    assert "lithium en kobalt komt het meest van: wagenpark en gemiddelde levensduur" in told[0]
