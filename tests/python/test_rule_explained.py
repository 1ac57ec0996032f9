"""Why a run stands to a rule of the law as it does."""

from pathlib import Path

import critflow as cf
import pytest
from critflow.command_line import main

BATTERIES = str(Path(__file__).parents[2] / "scenarios" / "nl-batteries")


def test_a_rule_is_told_with_definition_law_and_masses(batteries):
    told = batteries.explain_target("collection.portable.2030")
    (check,) = [
        row
        for row in batteries.targets()
        if (row["key"], row["year"]) == ("collection.portable", 2030)
    ]
    assert "do not confuse with: the true rate" in told
    assert "from 2030-12-31: at least 0.73" in told and "eu-2023-1542" in told
    assert "2030: 0." in told and f"{check['whole']:,.1f} t" in told
    assert "2028: " in told and "2033: " not in told


def test_a_rule_that_no_flow_measures_says_why(batteries):
    told = batteries.explain_target("efficiency.lithium-based")
    assert "all years: not assessable: no flow of the system measures it" in told


def test_an_unknown_rule_or_year_is_answered_with_the_nearest(batteries):
    with pytest.raises(cf.InvalidValue, match=r"did you mean 'collection\.portable'"):
        batteries.explain_target("collection.portabel")
    with pytest.raises(cf.InvalidValue, match="year"):
        batteries.explain_target("collection.portable.1990")


def test_the_command_tells_the_same(batteries, capsys):
    assert main(["explain", BATTERIES, "--target", "collection.portable.2030"]) == 0
    assert capsys.readouterr().out == batteries.explain_target("collection.portable.2030")


def test_something_must_be_named(capsys):
    assert main(["explain", BATTERIES]) == 2
    assert "must be a parameter with --at, or a --target" in capsys.readouterr().err
