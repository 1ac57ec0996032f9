"""Names and numbers wherever the API takes several: one alone is one, and others are refused."""

import critflow as cf
import numpy as np
import pytest
from critflow.new_system import FIRST_SYSTEM

POLICY = "recovery-targets"


def test_one_name_or_year_alone_is_what_it_says(bikes):
    one = cf.compare(bikes, policies=POLICY, scenarios="reference", years=2030)
    assert [option.policy for option in one.options] == ["none", POLICY]
    assert one.years == [2030]
    study = cf.Study(bikes, policies=POLICY).run(
        draws=8, figures="mined", layers="cobalt", years=2030
    )
    assert study.options == [("reference", POLICY)]
    assert set(study.cells["year"]) == {2030}
    assert study.drawn(3)["sample"] == [3]
    assert study.band("mined", quantiles=0.5).coords["quantile"] == ("50 %",)


def test_one_lever_or_country_alone_is_what_it_says(batteries):
    system = batteries.system.under(policy="law-met")
    lever = system.levers["name"][0]
    assert system.with_levers(lever).levers["name"] == [lever]
    asked = [batteries.targets(third_countries=one) for one in ("China", ["China"])]
    assert list(asked[0]) == list(asked[1])
    assert list(batteries.targets(include="plea")) == list(batteries.targets(include=["plea"]))


def test_years_may_come_from_an_array_and_stay_whole_numbers(bikes):
    years = cf.compare(bikes, policies=[], years=np.array([2030, 2040, 2030])).years
    assert years == [2030, 2040] and {type(year) for year in years} == {int}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"years": "2030"}, "compare: years: '2030', must be a whole number, or several"),
        ({"years": [2030.5]}, r"compare: years: 2030\.5, must be a whole number"),
        ({"years": None}, "compare: years: None"),
        ({"policies": 7}, "compare: policies: 7, must be a name, or several"),
        ({"scenarios": ["reference", 2030]}, "compare: scenarios: 2030"),
    ],
)
def test_what_is_no_name_and_no_year_is_refused_with_its_place(bikes, asked, said):
    with pytest.raises(cf.InvalidValue, match=said):
        cf.compare(bikes, **{"policies": []} | asked)


def test_a_study_and_a_folder_refuse_what_is_no_name_too(bikes):
    with pytest.raises(cf.InvalidValue, match="study: policies: 3, must be a name"):
        cf.Study(bikes, policies=[3])
    with pytest.raises(cf.InvalidValue, match="study: years: '2030', must be a whole number"):
        cf.Study(bikes).run(draws=8, years="2030")
    with pytest.raises(cf.InvalidValue, match="with_levers: levers: 1, must be a name"):
        bikes.with_levers(1)


def test_several_where_one_is_asked_are_refused_with_their_place(bikes):
    with pytest.raises(cf.InvalidValue, match=r"policy: \['none'\], must be one name"):
        cf.simulate(bikes, policy=["none"])
    with pytest.raises(cf.InvalidValue, match=r"compare: reference: \['none'\], must be one name"):
        cf.compare(bikes, policies=POLICY, reference=["none"])
    with pytest.raises(cf.InvalidValue, match="load: scenario: 2030, must be one name"):
        cf.load(FIRST_SYSTEM, scenario=2030)
    with pytest.raises(cf.InvalidValue, match=r"study: draws: '10', must be a whole number"):
        cf.Study(bikes).run(draws="10")


def test_an_item_that_no_dimension_can_have_is_answered_with_those_there_are(bikes, run):
    with pytest.raises(cf.InvalidValue, match=r"mined\.year: unknown item: 2030\.5"):
        run.indicator("mined", year=2030.5)
    study = cf.Study(bikes).run(draws=8, figures="mined", layers="lithium", years=2030)
    for option in (3, ("reference", 3)):
        with pytest.raises(cf.InvalidValue, match="unknown option"):
            study.band("mined", option=option)


def test_a_study_and_an_option_say_in_a_line_what_they_are(bikes):
    study = cf.Study(bikes, policies=["none", POLICY])
    told = f"Study of {bikes.name}, not yet run, of reference/none, reference/{POLICY}"
    assert repr(study) == told
    option = cf.compare(bikes, policies=POLICY).options[1]
    assert repr(option) == f"Option {POLICY}: {option.run.system!r}"
