"""What a cell and a heading of the matrix say of figures made by hand."""

from types import SimpleNamespace

import pytest
from by_hand import plain
from critflow.report.comparison.annexes import letter
from critflow.report.comparison.matrix import above, cell
from critflow.report.comparison.telling import Telling
from critflow.report.hyphens import breakable


def cell_of(value, reference, unit, indicator="primary_demand"):
    row = {"indicator": indicator, "value": value, "reference": reference, "unit": unit}
    told = Telling("nl", SimpleNamespace(references=[0, 0], figures=[]), 2030, 1)
    keys = {"option": "b", "material": "lithium", "period": "2030", "stage": None}
    return cell(told, 1, keys | row | {"change": value - reference})


@pytest.mark.parametrize(
    ("value", "reference", "unit", "shown"),
    [
        (112.0, 100.0, "t/a", ("▲", "12 %", "meer")),
        (88.3, 100.0, "t/a", ("▼", "12 %", "minder")),
        (99.8, 100.0, "t/a", ("▼", "< 0,5 %", "minder")),
        (100.01, 100.0, "t/a", ("=", "", "gelijk")),
        (0.405, 0.40, "1", ("▲", "0,5 punt", "meer")),
        (0.4003, 0.40, "1", ("=", "", "gelijk")),
    ],
)
def test_a_change_has_a_sign_once_two_digits_and_a_word(value, reference, unit, shown):
    made = cell_of(value, reference, unit)
    assert (made.sign, made.change.replace("\N{NO-BREAK SPACE}", " "), made.word) == shown


def test_more_that_leaves_than_comes_in_is_a_net_export():
    made = cell_of(-0.18, 0.02, "1", indicator="import_dependence")
    assert made.value == "netto-uitvoer, 18\N{NO-BREAK SPACE}%"
    assert cell_of(0.18, 0.02, "1", "import_dependence").value == "18\N{NO-BREAK SPACE}%"


def test_the_annex_tells_a_net_export_as_the_matrix_does():
    row = {"option": "b", "row": 12, "title_nl": "Importafhankelijkheid", "year": 2030}
    row |= {"indicator": "import_dependence", "material": "lithium", "stage": "refining"}
    told = SimpleNamespace(
        options=[SimpleNamespace(name="b", title="B")],
        annex=[row | {"title_en": "", "scenario": "", "policy": "", "unit": "1", "value": -0.18}],
    )
    (annex,) = letter(Telling("nl", told, 2030, 0))
    ((number, name, value),) = annex.table.rows
    assert (number, name) == ("12", "Importafhankelijkheid, lithium, raffinage")
    assert value == cell_of(-0.18, 0.02, "1", "import_dependence").value


def test_an_indicator_stands_once_above_its_stages():
    told = Telling("nl", SimpleNamespace(), 2030, 1)
    columns = [("import_dependence", "extraction"), ("import_dependence", "refining")]
    named = [(name.replace("\N{SOFT HYPHEN}", ""), wide) for name, wide in above(told, columns)]
    assert named == [("importafhankelijkheid", 2)]
    assert above(told, [*columns, ("stock_days", None)])[1:] == [("", 1)]
    assert above(told, [("recovered", None)]) == []


def test_beside_days_of_stock_stands_how_much_that_is():
    of = {"option": "b", "material": "lithium", "period": "2035", "stage": None}
    days = of | {"indicator": "stock_days", "value": 870.0, "unit": "d"}
    held = of | {"indicator": "strategic_stock", "value": 1240.0, "unit": "t"}
    told = Telling("nl", SimpleNamespace(figures=[days, held]), 2030, 1)
    assert plain(told.told(days)) == "870 d (1,2 kt)"


def test_a_stock_without_net_imports_has_its_tonnes_and_no_days():
    held = {"option": "b", "material": "lithium", "period": "2035", "stage": None}
    held |= {"indicator": "strategic_stock", "value": 1240.0, "unit": "t"}
    options = [SimpleNamespace(name="a"), SimpleNamespace(name="b")]
    told = Telling("nl", SimpleNamespace(options=options, figures=[held]), 2030, 1)
    assert plain(told.untold(1, "stock_days", "lithium", "2035")) == "geen dagen (1,2 kt)"
    assert told.untold(0, "stock_days", "lithium", "2035") == "geen waarde"
    assert told.untold(1, "import_dependence", "lithium", "2035") == "geen waarde"


def test_a_compound_of_a_heading_can_break_between_its_parts_and_nowhere_else():
    shown = breakable("importafhankelijkheid, winning").replace("\N{SOFT HYPHEN}", "-")
    assert shown == "import-afhankelijk-heid, winning"
    assert breakable("primaire vraag") == "primaire vraag"
