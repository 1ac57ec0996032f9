"""Faults cross the border with their facts."""

import pickle

import critflow as cf
import pytest
from critflow.faults import shown, unknown

FAULT = cf.Fault(
    where="recycling.yield[lithium]",
    what="share above one",
    value="1.2",
    rule="be <= 1",
    file="parameters/yields.csv",
    row=3,
    column=14,
    nearest="",
)


def test_a_fault_reads_as_one_line():
    assert str(FAULT) == (
        "parameters/yields.csv:3:14: recycling.yield[lithium]: share above one: 1.2, must be <= 1"
    )


def test_a_fault_equals_its_copy_and_no_other():
    assert pickle.loads(pickle.dumps(FAULT)) == FAULT
    assert cf.Fault(where="a", what="b", value="c", rule="d") != FAULT
    assert len({FAULT, pickle.loads(pickle.dumps(FAULT))}) == 1


def test_what_the_core_refuses_is_a_value_error_with_facts():
    with pytest.raises(ValueError, match="must be finite and > 0") as refused:
        cf.Weibull(mean=15, sd=0)
    (fault,) = refused.value.faults
    assert isinstance(refused.value, cf.InvalidValue)
    assert (fault.value, fault.row) == ("0", 0)
    assert fault.where.endswith("sd")


def test_an_exception_pickles_with_its_faults():
    copy = pickle.loads(pickle.dumps(cf.ModelFaults([FAULT, FAULT])))
    assert copy.faults == [FAULT, FAULT]
    assert str(copy).count("\n") == 1


def test_an_unknown_name_is_answered_with_the_nearest():
    assert str(unknown("here", "item", "recyling", ["mining", "recycling"])) == (
        "here: unknown item: recyling, must be one of mining, recycling; did you mean 'recycling'?"
    )


def test_years_in_a_row_are_told_by_the_first_and_the_last():
    assert str(unknown("here", "year", 1950, range(2000, 2061))) == (
        "here: unknown year: 1950, must be one of 2000 to 2060"
    )
    decades = unknown("here", "year", 2001, [2000, 2010, 2020])
    assert "must be one of 2000, 2010, 2020;" in str(decades)


def test_a_number_is_told_by_twelve_digits():
    assert shown(0.1 + 0.2) == "0.3"
    assert [shown(one) for one in (2030, 1 / 3, "2030")] == ["2030", "0.333333333333", "2030"]
    assert unknown("here", "share", 0.1 + 0.6, [0.5]).faults[0].value == "0.7"
