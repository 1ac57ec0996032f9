"""The fixed tables of the page of a comparison, of rows made by hand."""

from types import SimpleNamespace

from critflow.report.comparison.annexes import NONE, battery_report, letter
from critflow.report.comparison.telling import Telling


def row(category, chemistry, value, table="waste generated", unit="t/a"):
    what = {"table": table, "category": category, "chemistry": chemistry, "material": None}
    return what | {"year": 2030, "value": value, "unit": unit}


def reported(*rows):
    option = SimpleNamespace(name="b", title="B", battery_report=list(rows))
    compared = SimpleNamespace(options=[option], years=[2030])
    (annex,) = battery_report(Telling("nl", compared, 2030, 0))
    return [line[1:3] for line in annex.table.rows]


def test_what_is_not_told_by_chemistry_says_so_below_what_is():
    told = reported(row("EV", None, 5.0), row("SLI", "lead", 7.0), row("EV", "LFP", 3.0))
    ev = "accu's van elektrische voertuigen (EV)"
    assert [line for line in told if line[0] == ev] == [[ev, "LFP"], [ev, "niet uitgesplitst"]]
    assert [line[0] for line in told][:2] == [ev, ev]


def test_nothing_that_is_not_told_by_chemistry_is_left_out_where_the_rest_is():
    split = row("EV", "LFP", 3.0)
    assert len(reported(split, row("EV", None, 0.0))) == 1
    assert len(reported(split, row("EV", None, 0.5))) == 2
    assert len(reported(split, row("LMT", None, 0.0))) == 2


def test_a_rate_has_no_chemistry_to_tell_of():
    rate = row("EV", None, 50.0, table="collection rate", unit="%")
    assert [chemistry for _, chemistry in reported(rate)] == [""]


def test_a_row_of_the_letter_without_value_has_a_dash():
    of = {"option": "b", "row": 1, "title_nl": "Vraag", "material": "copper", "stage": None}
    empty = of | {"indicator": "demand", "unit": "t/a", "year": 2030, "value": None}
    option = SimpleNamespace(name="b", title="B")
    (annex,) = letter(Telling("nl", SimpleNamespace(options=[option], annex=[empty]), 2030, 0))
    assert annex.table.rows == [["1", "Vraag, koper", NONE]]
    assert "waar geen waarde is" in annex.table.caption
