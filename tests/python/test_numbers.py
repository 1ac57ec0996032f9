"""Numbers as a reader of either language expects them."""

import pytest
from critflow.numbers import SPACE, Numbers, Scale

ENGLISH, DUTCH = Numbers("en"), Numbers("nl")


def spaced(text):
    return text.replace(SPACE, " ")


@pytest.mark.parametrize(
    ("value", "english", "dutch"),
    [
        (0.0, "0 t", "0 t"),
        (0.3, "less than 1 t", "minder dan 1 t"),
        (-0.59, "\N{MINUS SIGN}0.59 t", "\N{MINUS SIGN}0,59 t"),
        (4.26, "4.3 t", "4,3 t"),
        (43.0, "43 t", "43 t"),
        (994.0, "990 t", "990 t"),
        (996.0, "1.0 kt", "1,0 kt"),
        (12_345.0, "12 kt", "12 kt"),
        (2_345_678.0, "2.3 Mt", "2,3 Mt"),
        (-4260.0, "\N{MINUS SIGN}4.3 kt", "\N{MINUS SIGN}4,3 kt"),
    ],
)
def test_an_amount_has_two_digits_and_the_unit_that_fits(value, english, dutch):
    assert spaced(ENGLISH.amount(value, "t")) == english
    assert spaced(DUTCH.amount(value, "t")) == dutch


def test_units_are_told_in_full_until_ten_thousand():
    assert spaced(ENGLISH.amount(4540.0, "units")) == "4,500 units"
    assert spaced(DUTCH.amount(45_400.0, "units")) == "45 duizend stuks"


def test_a_unit_without_a_ladder_stays():
    assert spaced(ENGLISH.amount(2500.0, "ha")) == "2,500 ha"


def test_a_share_is_never_rounded_to_nothing_or_to_all():
    assert [spaced(ENGLISH.percent(share)) for share in (0.0, 0.001, 0.124, 0.999, 1.0)] == [
        "0 %",
        "< 1 %",
        "12 %",
        "> 99 %",
        "100 %",
    ]


def test_a_share_below_zero_has_a_minus_sign():
    assert spaced(DUTCH.percent(-0.12)) == "\N{MINUS SIGN}12 %"
    assert spaced(DUTCH.percent(-0.004)) == "> \N{MINUS SIGN}1 %"


def test_money_energy_and_gas_have_a_ladder_too():
    assert spaced(DUTCH.amount(4.5e7, "EUR")) == "45 miljoen EUR"
    assert spaced(ENGLISH.amount(2100.0, "GJ")) == "2.1 TJ"
    assert spaced(ENGLISH.amount(83_000.0, "t CO2-eq")) == "83 kt CO2-eq"


def test_a_cell_without_a_value_is_empty_and_a_small_one_is_not_zero():
    tonnes = Scale(1000.0, "kt")
    assert DUTCH.cell(None, tonnes) == ""
    assert spaced(DUTCH.cell(0.2, tonnes)) == "< 0,001"
    assert DUTCH.cell(1_234_567.0, tonnes) == "1.230"


def test_counts_are_told_in_full():
    assert DUTCH.whole(1234567) == "1.234.567"


def test_a_change_has_its_sign_and_a_tiny_number_its_power_of_ten():
    dutch = Numbers("nl")
    assert dutch.change(9.0, 10.0) == "\N{MINUS SIGN}10,0\N{NO-BREAK SPACE}%"
    assert dutch.change(1.0, 0.0) == ""
    times = "\N{NO-BREAK SPACE}\N{MULTIPLICATION SIGN}\N{NO-BREAK SPACE}"
    assert dutch.tiny(2.04e-15) == f"2,0{times}10⁻¹⁵"


def test_a_share_is_never_rounded_across_the_limit_that_it_stands_beside():
    dutch = Numbers("nl")
    assert dutch.percent_beside(0.7296, 0.73) == "72,96\N{NO-BREAK SPACE}%"
    assert dutch.percent_beside(0.73004, 0.73) == "73,0\N{NO-BREAK SPACE}%"
    assert dutch.percent_beside(0.6, 0.73) == "60,0\N{NO-BREAK SPACE}%"
