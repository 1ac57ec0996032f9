"""What the table of effects says of sums made by hand."""

from types import SimpleNamespace

from by_hand import effect_row, plain
from critflow.report.comparison.effect_table import left_out, table
from critflow.report.comparison.effects import cost_and_effect, reasons
from critflow.report.comparison.telling import Telling


def of_effects(*rows):
    options = [SimpleNamespace(name=name, title=name.upper()) for name in "ab"]
    compared = SimpleNamespace(
        options=options, references=[0, 0], materials=["lithium"], effects=list(rows)
    )
    return Telling("nl", compared, 2030, 1)


def test_a_cost_without_metal_avoided_is_told_as_such():
    told = of_effects(effect_row("cost", "all", "computed", 5.0))
    assert reasons(told) == ["er wordt geen primair metaal vermeden"]


def test_the_cost_of_one_option_is_told_in_words_and_those_of_two_are_drawn():
    cost = effect_row("cost", "all", "computed", 5000.0)
    avoided = {"indicator": "primary_avoided", "material": "lithium", "stage": None}
    avoided |= {"period": "2030", "value": 2.0, "unit": "t/a"}

    def shown(*names):
        options = [SimpleNamespace(name=name, title=name.upper()) for name in "abc"]
        compared = SimpleNamespace(
            options=options,
            references=[0, 0, 0],
            materials=["lithium"],
            figures=[avoided | {"option": name} for name in "bc"],
            effects=[
                cost | {"option": name, "reason": None if name in names else "without reused"}
                for name in "bc"
            ],
        )
        return cost_and_effect(Telling("en", compared, 2030, 1))

    alone = shown("b")
    assert alone.panels == []
    assert "for B \N{MIDDLE DOT} B alone" in alone.answer
    assert "lithium 2,500 EUR per tonne" in plain(alone.answer)
    assert "No whole cost: C (incomplete: without second use)." in alone.answer
    assert len(shown("b", "c").panels) == 1


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


def test_a_part_of_a_job_is_no_number_of_jobs():
    job = effect_row("jobs", "all", "computed", 0.051) | {
        "unit": "jobs/a",
        "low": 0.05,
        "high": 0.06,
    }
    assert table(of_effects(job)).rows[0][2] == "minder dan één baan erbij"
    assert table(of_effects(job | {"change": -0.051})).rows[0][2] == "minder dan één baan eraf"
    assert plain(table(of_effects(job | {"high": 3.0})).rows[0][2]).startswith("+0,051 banen")
