"""What a notebook shows of the parts of a system, and of what is said about it: one line each."""

import critflow as cf
import pytest
from critflow._core import Proportion


@pytest.fixture(scope="module")
def parts(bikes):
    return {repr(one) for one in (*bikes.layers, *bikes.processes, *bikes.flows, *bikes.lifetimes)}


@pytest.mark.parametrize(
    "told",
    [
        "units: units, not conserved",
        "lithium: t, material",
        "factory: lithium, cobalt",
        "use: all layers by chemistry",
        "waste -> recycling: collected",
        "battery life: weibull by mean and sd, entry end",
    ],
)
def test_a_part_of_a_system_says_what_it_is(parts, told):
    assert told in parts


def test_a_tabulated_lifetime_has_no_mean(folder):
    file = folder / "system.toml"
    text = file.read_text(encoding="utf-8")
    added = '[lifetime."in drawers"]\ndistribution = "tabulated"\nsurvival = [1, 0.5, 0]\n'
    file.write_text(text + added, encoding="utf-8")
    told = [repr(one) for one in cf.load(folder).lifetimes]
    assert told[-1] == "in drawers: tabulated, entry end"


def test_a_citation_says_what_it_cites(bikes):
    first = bikes.citations[0]
    assert repr(first) == f"{first.key}: {first.text}"


def test_evidence_is_counted(bikes):
    all_of_it = bikes.evidence()
    assert repr(all_of_it) == (
        f"evidence: {all_of_it.verified} verified, {all_of_it.derived} derived, "
        f"{all_of_it.assumption} assumption"
    )


def test_an_explanation_says_the_value_and_who_gave_it(bikes):
    told = bikes.replace("collection.rate", {}, 0.1 * 7).explain("collection.rate", year=2030)
    assert repr(told) == "collection.rate in 2030 = 0.7, from code"


def test_a_share_of_draws_says_of_how_many():
    assert repr(Proportion(4, 12)) == "proportion: 33.3 %, 4 of 12 draws"
    assert repr(Proportion(0, 0)) == "proportion: 0 %, 0 of 0 draws"
