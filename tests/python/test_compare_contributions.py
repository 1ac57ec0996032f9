"""What each lever of an option adds."""

import json
import math
import shutil
from pathlib import Path

import critflow as cf
import pytest
from critflow.comparison import contributions
from critflow.comparison.summary import summary
from critflow.numbers import Numbers
from selecting import figure, only, rows

SCENARIOS = Path(__file__).parents[2] / "scenarios"
LEVER = """
[lever.{name}]
title = {{ en = "{name}", nl = "{name}" }}
changes = "{changes}"
rule = "{rule}"
unit = "%"
value = {value}
shape = {{ linear = [2026, 2034] }}
applies_to = "flows"
legal_status = "assumption"
source = "assumption"
"""
COLLECTION = "collection.rate[category={category}]"
YIELD = "recycling.yield[material={metal}]"


def with_policy(tmp_path: Path, levers: list[tuple[str, str, float]], more: str = "") -> Path:
    """The Dutch batteries with one policy of these levers (what they change, rule, value)."""
    folder = tmp_path / "nl-batteries"
    shutil.copytree(SCENARIOS / "nl-batteries", folder)
    texts = [
        LEVER.format(name=f"lever-{at}", changes=changes, rule=rule, value=value)
        for at, (changes, rule, value) in enumerate(levers)
    ]
    head = 'schema = 1\n[title]\nen = "Levers"\nnl = "Hefbomen"\n'
    (folder / "policies" / "levers.toml").write_text("".join([head, *texts, more]))
    return folder


def ten_levers() -> list[tuple[str, str, float]]:
    collected = [
        (COLLECTION.format(category=category), "blend", value)
        for category, value in {
            "portable": 48.0,
            "LMT": 60.0,
            "EV": 96.0,
            "industrial": 80.0,
        }.items()
    ]
    won = [
        (YIELD.format(metal=metal), "floor", 96.0)
        for metal in ("lithium", "cobalt", "nickel", "copper")
    ]
    more = [
        (COLLECTION.format(category="portable"), "multiply", 105.0),
        (COLLECTION.format(category="LMT"), "multiply", 105.0),
    ]
    return [*collected, *won, *more]


@pytest.fixture(scope="module")
def levers_compared(tmp_path_factory) -> cf.Comparison:
    folder = with_policy(tmp_path_factory.mktemp("levers"), ten_levers())
    return cf.compare(folder, policies=["levers"])


def test_shares_of_levers_add_up_to_what_the_option_avoids(levers_compared):
    found = list(levers_compared.contributions())
    assert {row["lever"] for row in found} == {f"lever-{at}" for at in range(10)}
    for row in rows(levers_compared.matrix(), option="levers", indicator="primary_avoided"):
        shares = [
            one["share"] for one in rows(found, material=row["material"], period=row["period"])
        ]
        assert len(shares) == 10
        assert sum(shares) == pytest.approx(row["value"], rel=1e-9, abs=1e-6)
    assert all(row["exact"] and row["standard_error"] == 0 for row in found)
    nothing = [row[word] for row in found for word in ("alone", "last", "share") if not row[word]]
    assert nothing and all(math.copysign(1.0, number) > 0 for number in nothing)


def test_alone_is_a_run_with_one_lever_and_last_one_without(levers_compared):
    system = levers_compared.options[1].run.system
    names = list(system.levers["name"])

    def primary(kept: list[str]) -> float:
        run = cf.simulate(system.with_levers(kept))
        return float(run.indicator("primary_demand", layer="cobalt", year=2040))

    row = only(levers_compared.contributions(), lever="lever-1", material="cobalt", period="2040")
    assert row["alone"] == pytest.approx(primary([]) - primary(["lever-1"]), rel=1e-9)
    without = [name for name in names if name != "lever-1"]
    assert row["last"] == pytest.approx(primary(without) - primary(names), rel=1e-9)


def test_what_is_no_lever_of_the_policy_is_a_row_of_its_own(tmp_path):
    fixed = """
[parameter."collection.rate[category=portable]"]
unit = "%"
value = 50
source = "assumption"
"""
    lever = (YIELD.format(metal="cobalt"), "floor", 96.0)
    compared = cf.compare(with_policy(tmp_path, [lever], fixed), policies=["levers"])
    found = rows(compared.contributions(), material="cobalt", period="2040")
    assert [row["lever"] for row in found] == ["lever-0", None]
    avoided = figure(compared, "levers", "primary_avoided", "cobalt", "2040")
    assert sum(row["share"] for row in found) == pytest.approx(avoided["value"])


def test_above_ten_levers_shares_are_sampled_and_say_how_well(tmp_path):
    levers = [*ten_levers(), (COLLECTION.format(category="EV"), "multiply", 100.5)]
    folder = with_policy(tmp_path, levers)
    compared = cf.compare(folder, policies=["levers"], years=[2040], orders=8)
    found = rows(compared.contributions(), material="nickel", period="2040")
    assert len(found) == 11 and not any(row["exact"] for row in found)
    assert any(row["standard_error"] > 0 for row in found)


def test_one_at_a_time_tells_the_same_ends_and_no_share(levers_compared):
    system = levers_compared.options[1].run.system
    found = cf.compare(system, policies=["levers"], contributions="one-at-a-time").contributions()
    whole = levers_compared.contributions()
    for end in ("alone", "last"):
        assert found[end] == pytest.approx(whole[end], rel=1e-9, abs=1e-9)
    assert set(found["share"]) == set(found["standard_error"]) == set(found["exact"]) == {None}


def test_contributions_are_computed_once_and_asked_of_one_option_too(levers_compared, monkeypatch):
    asked = []
    real = contributions.contributions
    monkeypatch.setattr(contributions, "contributions", lambda *of: asked.append(of) or real(*of))
    fresh = cf.Comparison(levers_compared.options, "none", [2040])
    one = fresh.contributions(option=fresh.options[1])
    assert list(fresh.contributions()) == list(one) == list(fresh.contributions())
    assert len(asked) == len(fresh.options)


def test_contributions_that_are_not_wanted_have_no_table(bikes, tmp_path):
    compared = cf.compare(bikes, policies=[], contributions="none")
    assert len(compared.contributions()) == 0
    out = compared.write(tmp_path / "compared")
    assert not (out / "contributions.csv").exists()
    assert json.loads((out / "compare.json").read_text())["contributions"]["by"] == "none"
    with pytest.raises(cf.InvalidValue, match="did you mean 'shapley'"):
        cf.compare(bikes, policies=[], contributions="shapely")


def test_only_amounts_are_asked_of_levers(levers_compared):
    with pytest.raises(cf.InvalidValue, match="not a sum of flows: collection_rate"):
        levers_compared.contributions("collection_rate")
    with pytest.raises(cf.InvalidValue, match="did you mean 'recovered'"):
        levers_compared.contributions("recoverd")


def test_levers_are_listed_by_option(levers_compared):
    levers = levers_compared.levers()
    assert set(levers["option"]) == {"levers"} and len(levers) == 10


def test_where_no_primary_metal_is_asked_for_options_are_told_by_the_secondary_metal_they_win():
    told = cf.compare(SCENARIOS / "nl-electronics", policies=["collection-target"], years=[2040])
    row = figure(told, "collection-target", "secondary_supply", "copper", "2040")
    shown = summary(told, "en")
    assert "More secondary metal, against: Current policy, no further effort" in shown
    line = next(one for one in shown.split("copper")[1].splitlines() if one.startswith("  B"))
    assert Numbers("en").plain(row["change"]) in line and row["change"] != 0
