"""What is used again, and the new products it saves."""

import critflow as cf
import numpy as np
import pytest
from policy_runs import SYSTEMS, at, folder, run, total


def second_life(of: cf.Run) -> np.ndarray:
    """Repurposed and in use at the end of the year [kWh]."""
    return total(of.stock("second-life", layer="kWh").sel(**{"second-use": "repurposing"}))


def test_storage_and_a_second_life_give_together_what_is_needed():
    for policy in ("none", "booster"):
        of = run("nl-batteries", policy)
        needed = folder("nl-batteries").parameter("storage.stock").values
        saved = 0.65 * np.append(0, second_life(of)[:-1])
        held = total(of.stock("storage", layer="kWh"))
        later = folder("nl-batteries").years.index(2025)  # before, less is needed than is saved
        np.testing.assert_allclose((held + saved)[later:], needed[later:], rtol=1e-9)
        assert at("nl-batteries", saved, 2040) > 0.05 * at("nl-batteries", needed, 2040)


def test_more_second_life_means_fewer_new_batteries_by_what_it_saves_and_no_more():
    def change(figure) -> np.ndarray:
        return figure(run("nl-batteries", "booster", ("second-life",))) - figure(
            run("nl-batteries", "none")
        )

    new = change(lambda of: total(of.inflow("storage", layer="kWh")))
    held = change(lambda of: total(of.stock("storage", layer="kWh")))
    more = np.append(0, change(second_life)[:-1])
    assert at("nl-batteries", new, 2040) < -100_000
    np.testing.assert_allclose(held, -0.65 * more, rtol=1e-9, atol=1e-3)


def test_where_storage_is_bought_as_told_a_second_life_saves_by_the_year():
    of = run("eu-batteries", "none")
    added = folder("eu-batteries").parameter("storage.added").values
    saved = 0.65 / 18 * np.append(0, second_life(of)[:-1])
    np.testing.assert_allclose(total(of.inflow("storage", layer="kWh")), added - saved, rtol=1e-9)
    assert at("eu-batteries", saved, 2050) > 1e7


def test_equipment_used_again_saves_half_of_a_new_one_over_its_life():
    of = run("nl-electronics", "beleidsagenda", ("reuse",))
    held = of.stock("second-hand", layer="equipment mass", year=2039).sel(product="ICT").values
    sold = of.inflow("use", layer="equipment mass", year=2040).sel(product="ICT").values
    none = run("nl-electronics", "none").inflow("use", layer="equipment mass", year=2040)
    life = 5
    fewer = none.sel(product="ICT").values - sold
    assert float(held) > 1000
    assert float(fewer) == pytest.approx(0.5 * float(held) / life)


def test_a_displacement_is_never_one_by_default():
    for name in SYSTEMS:
        for policy in folder(name).policies:
            for lever in folder(name).under(policy=policy).levers:
                if lever["catalogue"] in ("L03", "L04", "L06"):
                    of = folder(name).parameter(lever["displacement"])
                    assert of.values.max() < 1
