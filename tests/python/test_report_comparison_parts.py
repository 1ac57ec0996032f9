"""What the page of a comparison says of things made by hand: each sign, word and amount."""

import csv
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import unquote

import numpy as np
import pytest
from critflow.records import Records
from critflow.report.comparison.capacity import described, utilisation, years_of
from critflow.report.comparison.cascade import cascade_of
from critflow.report.comparison.contributions import amount, side_by_side, waterfall
from critflow.report.comparison.download import csv_link, csv_of
from critflow.report.comparison.effects import left_out, reasons, table
from critflow.report.comparison.gaps import legal_path, when_met
from critflow.report.comparison.lights import SIGNS, light, state, summary
from critflow.report.comparison.matrix import above, cell
from critflow.report.comparison.reading import Capacity, Contribution, Rule, Saved, Verdict
from critflow.report.comparison.sentences import one_option
from critflow.report.comparison.sheets import makes_worse
from critflow.report.comparison.telling import Telling
from critflow.report.comparison.through_use import saved
from critflow.report.courses import Course
from critflow.report.hyphens import breakable
from critflow.report.sankey_layout import Link

SCENARIOS = Path(__file__).parents[2] / "scenarios"
WORDS = Telling("nl", None, 2030, 0)


def rule(*verdicts, comparison="at least", in_points=True):
    by_year = {
        2028 + number: Verdict(value, threshold, status, gap, "")
        for number, (value, threshold, status, gap) in enumerate(verdicts)
    }
    return Rule("key", "Title", "1", in_points, comparison, "in force", "Art. 1", by_year, "")


@pytest.mark.parametrize(
    ("value", "status", "shown"),
    [
        (0.80, "met", "met"),
        (0.74, "met", "small margin"),
        (0.72, "not met", "small miss"),
        (0.60, "not met", "not met"),
        (0.72, "indicative only", "indicative only"),
        (0.72, "not yet applicable", "not yet applicable"),
    ],
)
def test_a_margin_below_two_points_is_marked_where_a_rule_binds(value, status, shown):
    assert state(rule((value, 0.73, status, None)), 2028) == shown


def test_a_small_margin_is_met_and_a_small_miss_is_not():
    met = light(WORDS, rule((0.74, 0.73, "met", 0.0)), 2028)
    missed = light(WORDS, rule((0.72, 0.73, "not met", 12.0)), 2028)
    assert met.sign.startswith(SIGNS["met"])
    assert met.word == "gehaald met kleine marge"
    assert missed.sign.startswith(SIGNS["not met"])
    assert missed.word == "net niet gehaald"
    assert met.state != missed.state


def test_a_rule_that_is_met_for_some_years_only_is_told_so():
    lasting = rule((0.7, 0.73, "not met", 1.0), (0.8, 0.73, "met", 0.0))
    passing = rule((0.8, 0.73, "met", 0.0), (0.7, 0.73, "not met", 1.0))
    assert when_met(WORDS, lasting) == "2029"
    assert when_met(WORDS, passing) == "2028, niet blijvend"
    assert when_met(WORDS, rule((0.7, 0.73, "not met", 1.0))) == "nooit"


def test_a_distance_is_told_in_points_and_in_tonnes():
    shown = light(WORDS, rule((0.60, 0.73, "not met", 1900.0)), 2028)
    assert shown.value == "60,0\N{NO-BREAK SPACE}%"
    assert shown.distance == ["\N{MINUS SIGN}13,0 punt", "1,9\N{NO-BREAK SPACE}kt vereist"]


@pytest.mark.parametrize(
    ("chance", "shown"),
    [
        (1.0, "expected"),
        (0.90, "expected"),
        (0.8999, "likely"),
        (0.66, "likely"),
        (0.5, "uncertain"),
        (0.33, "uncertain"),
        (0.1, "unlikely"),
        (0.0999, "not expected"),
        (0.0, "not expected"),
    ],
)
def test_a_binding_rule_is_told_by_how_many_draws_meet_it(chance, shown):
    drawn = replace(rule((0.74, 0.73, "met", 0.0)), chances={2028: chance})
    assert state(drawn, 2028) == shown


def test_with_draws_a_target_counts_as_met_where_that_is_expected():
    met = rule((0.74, 0.73, "met", 0.0))
    rules = {"a": replace(met, chances={2028: 0.95}), "b": replace(met, chances={2028: 0.5})}
    told = Telling("nl", None, 2028, 0)
    said = summary(told, SimpleNamespace(rules=rules, levers=[]))
    assert said.startswith("1 van 2 bindende en toetsbare doelen naar verwachting gehaald")
    assert said.endswith("2 in de centrale berekening")


def test_draws_give_no_light_to_what_has_no_norm():
    drawn = replace(rule((0.74, 0.73, "indicative only", 0.0)), chances={2028: 1.0})
    assert state(drawn, 2028) == "indicative only"


def test_of_a_ceiling_what_is_below_is_the_margin():
    of_country = rule(
        (0.60, 0.65, "met", None), (0.70, 0.65, "not met", None), comparison="at most"
    )
    assert of_country.margin(2028) == pytest.approx(5.0)
    assert of_country.margin(2029) == pytest.approx(-5.0)


def test_a_rule_without_value_has_neither_margin_nor_distance():
    shown = light(WORDS, rule((None, 0.73, "not assessable", None)), 2028)
    assert (shown.value, shown.distance) == ("", [])
    assert shown.word == "niet te toetsen"


def test_a_year_that_a_rule_does_not_know_cannot_be_assessed():
    assert state(rule((0.8, 0.73, "met", 0.0)), 2050) == "not assessable"


def test_every_state_has_a_sign_of_its_own():
    assert len(set(SIGNS.values())) == len(SIGNS)


def test_the_legal_path_has_a_step_where_more_is_asked():
    asked = rule(
        (0.5, 0.63, "not yet applicable", None),
        (0.5, 0.63, "not met", 1.0),
        (0.7, 0.63, "met", 0.0),
        (0.7, 0.73, "not met", 1.0),
    )
    years, path = legal_path(asked)
    assert years == [2029, 2031]
    assert path == pytest.approx([63.0, 73.0])
    assert asked.first_met == (2030, False)


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


def test_a_little_less_has_a_sign_and_no_minus_before_words():
    told = Telling("nl", SimpleNamespace(), 2030, 1)
    assert plain(amount(told, -0.4)) == "tussen 0 en \N{MINUS SIGN}1 t"
    assert plain(amount(told, 0.4)) == "minder dan 1 t"
    assert plain(amount(told, -12.0)) == "\N{MINUS SIGN}12 t"


def test_a_compound_of_a_heading_can_break_between_its_parts_and_nowhere_else():
    shown = breakable("importafhankelijkheid, winning").replace("\N{SOFT HYPHEN}", "-")
    assert shown == "import-afhankelijk-heid, winning"
    assert breakable("primaire vraag") == "primaire vraag"


def test_plants_are_drawn_over_the_years_of_all_their_lines():
    lines = [Course("A", [2031, 2032], [1.0, 1.0], 0), Course("G", [2029, 2030], [1.0, 1.0], 1)]
    axis = np.arange(2025, 2041)
    assert years_of(axis, lines).tolist() == [2029, 2030, 2031, 2032]


def test_a_plant_without_a_limit_in_the_year_is_told_so():
    axis = np.array([2030, 2035])
    told = Telling("nl", SimpleNamespace(axis=axis), 2030, 0)
    feed = np.array([5.0, 5.0])
    plant = Capacity("Raffinage", "t/a", True, feed, feed, np.array([np.nan, 10.0]))
    assert plain(described(told, plant)) == "Raffinage geen grens"


def test_what_is_used_again_tells_what_it_saves_and_how_that_is_known():
    part = Saved("second-life.displacement", 0.65, "assumption")
    told = Telling("nl", SimpleNamespace(options=[SimpleNamespace(saved=[part])]), 2030, 0)
    assert plain(saved(told)) == (
        "Wat opnieuw wordt gebruikt, bespaart nieuw: nieuwe opslag die een hergebruikte batterij "
        "uitspaart, 65 % van een nieuwe (aangenomen)."
    )
    none = Telling("nl", SimpleNamespace(options=[SimpleNamespace(saved=[])]), 2030, 0)
    assert saved(none) == ""


def test_a_cascade_gives_each_step_what_the_next_does_not_get():
    roles = {
        ("use", "abroad"): "used_export",
        ("use", "drawer"): "hoarded",
        ("use", "waste"): "waste",
        ("waste", "collection"): "collected",
        ("waste", "bin"): "mixed_waste",
        ("collection", "recycling"): "recycling_input",
        ("collection", "residue"): "lost",
        ("recycling", "metal"): "recovered",
    }
    amounts = [30.0, 10.0, 60.0, 40.0, 20.0, 35.0, 5.0, 28.0]
    links = [Link(*ends, amount) for ends, amount in zip(roles, amounts, strict=True)]
    found = cascade_of(roles, ["use"], links)
    assert found.exported == 30.0
    assert found.kept == 10.0
    assert found.not_collected == 20.0
    assert found.sorting_loss == 5.0
    assert found.recycling_loss == 7.0
    assert found.recovered == 28.0
    assert found.total == found.left == 100.0
    assert found.recycling_rate == 0.28


def test_what_comes_out_of_drawers_is_no_part_of_what_the_recycling_rate_divides_by():
    roles = {
        ("use", "waste"): "waste",
        ("drawer", "waste"): "waste",
        ("waste", "collection"): "collected",
        ("collection", "recycling"): "recycling_input",
        ("recycling", "metal"): "recovered",
    }
    links = [
        Link(*ends, amount) for ends, amount in zip(roles, [80.0, 20, 50, 50, 40], strict=True)
    ]
    found = cascade_of(roles, ["use"], links)
    assert found.recycling_rate == 0.5
    assert found.total == 100.0


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


def test_a_full_plant_is_used_wholly_even_where_its_queue_leaves_no_room():
    one = Capacity(
        "plant",
        "t/a",
        delivers=False,
        feed=np.array([5.0, 20.0, 9.0]),
        passed=np.array([5.0, 10.0, 0.0]),
        bound=np.array([10.0, 10.0, 0.0]),
    )
    assert utilisation(one).tolist() == [0.5, 1.0, 1.0]


def test_numbers_to_load_are_csv_without_formulas_and_with_nothing_for_none():
    data = Records("rows", {"name": ["=1+1", "plain"], "value": [1 / 3, None]})
    assert csv_of(data) == "name,value\n'=1+1,0.333333\nplain,\n"
    head, _, carried = csv_link(data).partition(",")
    assert head == "data:text/csv;charset=utf-8"
    assert unquote(carried) == csv_of(data)


def effect_row(effect, of, status, change=None, reason=None):
    return {
        "option": "b",
        "effect": effect,
        "of": of,
        "period": "2030",
        "unit": "EUR/a",
        "change": change,
        "low": None,
        "high": None,
        "status": status,
        "reason": reason,
        "basis": "of one kind",
    }


def of_effects(*rows):
    options = [SimpleNamespace(name=name, title=name.upper()) for name in "ab"]
    compared = SimpleNamespace(
        options=options, references=[0, 0], materials=["lithium"], effects=list(rows)
    )
    return Telling("nl", compared, 2030, 1)


def test_a_cost_without_metal_avoided_is_told_as_such():
    told = of_effects(effect_row("cost", "all", "computed", 5.0))
    assert reasons(told) == ["er wordt geen primair metaal vermeden"]


def test_a_sum_that_lacks_a_part_says_which():
    told = of_effects(
        effect_row("cost", "all", "computed", -5.0, "without reused, recycling capacity")
    )
    assert reasons(told) == ["onvolledig: zonder tweede gebruik en recyclingcapaciteit"]
    assert table(told).rows[0][1] == (
        "kosten (bruto); niet meegeteld: tweede gebruik en recyclingcapaciteit"
    )


def test_an_effect_without_a_factor_for_a_route_shows_the_part_that_is_known():
    missing = "secondary direct lithium, secondary direct cobalt"
    told = of_effects(
        effect_row("cost", "primary", "computed", -45e6),
        effect_row("cost", "secondary", "no factor given", reason=missing),
        effect_row("cost", "all", "no factor given", reason=missing),
    )
    assert left_out(told, told.compared.effects[-1]) == ["secundair (directe recycling)"]
    assert table(told).rows[0][2].replace("\N{NO-BREAK SPACE}", " ") == (
        "primair \N{MINUS SIGN}45 miljoen EUR per jaar"
    )


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


def of_figures(*rows, effects=(), drawn=None):
    metal = SimpleNamespace(name="copper", missing=np.array([0.0, 5.0]), demand=np.full(2, 60.0))
    options = [
        SimpleNamespace(
            name=name,
            title=name.upper(),
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


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


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
