"""What is said of an option in short, of figures made by hand."""

from types import SimpleNamespace

import numpy as np
import pytest
from by_hand import effect_row, plain
from critflow.report.comparison.sentences import one_option
from critflow.report.comparison.sheets import makes_worse
from critflow.report.comparison.telling import Telling


def figure(indicator, value, reference, material="copper", stage=None):
    """A row of the matrix; what is avoided is itself the change of what is asked for."""
    return {
        "option": "b",
        "indicator": indicator,
        "material": material,
        "stage": stage,
        "period": "2030",
        "value": value,
        "reference": reference,
        "unit": "t/a",
        "change": value if indicator == "primary_avoided" else value - reference,
    }


def of_figures(*rows, effects=(), drawn=None, shocked=False, missing=5.0):
    metal = SimpleNamespace(
        name="copper", missing=np.array([0.0, missing]), demand=np.full(2, 60.0)
    )
    options = [
        SimpleNamespace(
            name=name,
            title=name.upper(),
            shocked=shocked,
            rules={},
            reading=SimpleNamespace(metals=[metal]),
            levers=[SimpleNamespace(title="Second life", interactions="delays recycling")],
        )
        for name in "ab"
    ]
    compared = SimpleNamespace(
        options=options,
        references=[0, 0],
        materials=["copper"],
        figures=list(rows),
        effects=list(effects),
        drawn=drawn,
        axis=np.array([2030, 2036]),
    )
    return Telling("nl", compared, 2030, 1)


def test_what_moves_abroad_stands_beside_what_is_avoided():
    told = of_figures(
        figure("primary_avoided", 1900.0, 19000.0),
        figure("import_dependence", 0.72, 0.43, stage="product"),
    )
    said = plain(one_option(told, 1))
    assert "1,9 kt minder primair koper (10 %)" in said
    assert "elders gemaakt: van producten komt 72 % van buiten in plaats van 43 % (koper)" in said


def test_a_system_without_primary_metal_tells_of_secondary_metal():
    told = of_figures(figure("secondary_supply", 90.0, 100.0))
    assert "10 t minder secundair aanbod van koper (10 %)" in plain(one_option(told, 1))


def test_the_worst_year_of_a_shock_is_told_although_it_is_not_the_year_of_the_page():
    told = of_figures(figure("primary_avoided", 0.0, 100.0))
    said = plain(one_option(told, 1))
    assert "Het meeste ontbreekt in 2036: 5,0 t koper, 1,0 maanden vraag." in said


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (
            5.0,
            "In deze optie zit een schok: het meeste ontbreekt in 2036, 5,0 t koper, 1,0 maanden",
        ),
        (0.0, "In deze optie zit een schok: van geen metaal ontbreekt in enig jaar meer dan 0,1 m"),
    ],
)
def test_a_shock_is_told_as_one_also_where_it_leaves_nothing_missing(missing, said):
    rows = figure("primary_avoided", 0.0, 100.0)
    shocked = of_figures(rows, shocked=True, missing=missing)
    assert said in plain(one_option(shocked, 1))
    assert "schok" not in one_option(of_figures(rows, missing=missing), 1)


def test_an_option_that_serves_less_says_so():
    rows = [effect_row("cost", "all", "service differs", reason="stock differs")]
    told = of_figures(figure("primary_avoided", 0.0, 100.0), effects=rows)
    assert "De dienst is een andere" in one_option(told, 1)


def test_an_option_that_asks_more_primary_metal_says_where_it_is_told_why():
    more = of_figures(figure("primary_avoided", -190.0, 19000.0))
    less = of_figures(figure("primary_avoided", 190.0, 19000.0))
    assert "Waardoor het meer primair koper vraagt" in one_option(more, 1)
    assert "Waardoor" not in one_option(less, 1)


def test_an_option_that_wins_less_says_where_it_is_told_why():
    less = of_figures(figure("secondary_supply", 90.0, 100.0))
    assert "Waardoor er minder koper wordt teruggewonnen" in one_option(less, 1)
    assert "Waardoor" not in one_option(of_figures(figure("secondary_supply", 110.0, 100.0)), 1)


def test_no_warning_is_cut_of_an_option_that_makes_anything_worse():
    assert makes_worse(of_figures(figure("primary_avoided", -190.0, 19000.0)), 1)
    assert not makes_worse(of_figures(figure("primary_avoided", 190.0, 19000.0)), 1)
    assert makes_worse(of_figures(figure("secondary_supply", 90.0, 100.0)), 1)
