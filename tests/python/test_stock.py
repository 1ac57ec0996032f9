"""Stocks alone, as users of other tools try first."""

import pickle
from functools import partial

import critflow as cf
import numpy as np
import pytest
from critflow.arrays import as_grid

SALES = np.array([10.0, 20, 40, 80, 120, 150, 160, 165])
LIFE = cf.Weibull(mean=4, sd=1.5)


class TwoYears:
    """A lifetime of one's own."""

    def survival(self, age):
        return 1.0 if age < 2 else 0.0


def test_what_enters_and_does_not_leave_is_in_stock():
    history = cf.inflow_driven(SALES, LIFE)
    assert np.cumsum(history.inflow - history.outflow) == pytest.approx(history.stock)


def test_cohorts_sum_to_the_stock_and_to_the_outflow():
    history = cf.inflow_driven(SALES, LIFE)
    assert history.stock_by_cohort().sum(axis=1) == pytest.approx(history.stock)
    assert history.outflow_by_cohort().sum(axis=1) == pytest.approx(history.outflow)


def test_the_stock_that_an_inflow_gives_asks_for_that_inflow():
    stock = cf.inflow_driven(SALES, LIFE).stock
    assert cf.stock_driven(stock, LIFE).inflow == pytest.approx(SALES)


def test_an_object_with_survival_is_a_lifetime():
    history = cf.inflow_driven([1, 1, 1, 1], TwoYears())
    assert history.stock.tolist() == [1, 2, 2, 2]


def test_a_python_lifetime_may_be_forgotten_after_the_call():
    lifetime = TwoYears()
    history = cf.inflow_driven([1, 1, 1, 1], lifetime)
    del lifetime
    assert history.stock_by_cohort()[3].tolist() == [0, 0, 1, 1]


def test_an_error_inside_a_python_lifetime_comes_through():
    class Broken:
        def survival(self, age):
            raise RuntimeError("not today")

    with pytest.raises(RuntimeError, match="not today"):
        cf.inflow_driven([1, 2], Broken())


def test_years_name_the_rows():
    history = cf.inflow_driven(SALES[:3], LIFE, years=[2000, 2001, 2002])
    assert history.years.tolist() == history.cohorts.tolist() == [2000, 2001, 2002]


def test_steps_of_unequal_length_carry_their_length():
    history = cf.inflow_driven([10, 10, 10], cf.Fixed(years=100), years=[2000, 2010, 2030])
    assert history.stock.tolist() == [150, 300, 450]


@pytest.mark.parametrize(
    ("keyword", "value"),
    [
        ("entry", "start"),
        ("entry", "middle"),
        ("entry", "spread 5"),
        ("hazard", [1, 1, 1, 1, 2, 2, 2, 2]),
        ("initial_stock", [1, 1, 1]),
    ],
)
@pytest.mark.parametrize("function", [cf.inflow_driven, cf.stock_driven])
def test_every_option_changes_the_outflow(function, keyword, value):
    plain = function(SALES, LIFE)
    other = function(SALES, LIFE, **{keyword: value})
    assert not np.allclose(plain.outflow, other.outflow)


def test_years_change_the_result_where_they_are_not_annual():
    uneven = cf.inflow_driven(SALES[:3], LIFE, years=[2000, 2005, 2010])
    assert not np.allclose(uneven.stock, cf.inflow_driven(SALES[:3], LIFE).stock)


def test_shrinking_says_what_becomes_of_a_surplus():
    falling = [100, 20, 20]
    with pytest.raises(cf.InvalidValue, match=r"stock\[2\]: falls by more"):
        cf.stock_driven(falling, LIFE)
    retired = cf.stock_driven(falling, LIFE, shrinking="retire_early")
    assert retired.stock.tolist() == falling and retired.kept[1] < 1
    assert cf.stock_driven(falling, LIFE, shrinking="allow_negative").inflow[1] < 0


def test_a_lifetime_for_each_cohort_travels_with_it():
    lives = [cf.Fixed(years=1), cf.Fixed(years=3), cf.Fixed(years=1), cf.Fixed(years=1)]
    assert cf.inflow_driven([1, 1, 1, 1], lives).stock.tolist() == [1, 1, 2, 2]


def test_an_initial_stock_is_in_use_before_the_first_year():
    history = cf.inflow_driven(
        [0, 0, 0], cf.Fixed(years=2), years=[2000, 2001, 2002], initial_stock=[7, 5]
    )
    assert history.cohorts.tolist() == [1998, 1999, 2000, 2001, 2002]
    assert history.outflow.tolist() == [7, 5, 0]


def test_a_total_is_spread_over_cohorts_as_their_inflow_grew():
    cohorts = cf.cohorts_from_growth(100, 0.1, 20, LIFE)
    assert cohorts.sum() == pytest.approx(100)
    assert cohorts[-1] > cohorts[-2] > cohorts[0]
    assert (cohorts != cf.cohorts_from_growth(100, 0.1, 20, LIFE, entry="start")).any()


def test_types_share_one_inflow_and_one_stock():
    shares = np.linspace([0.2, 0.8], [0.7, 0.3], len(SALES))
    lives = [LIFE, cf.Fixed(years=3)]
    by_type = cf.inflow_driven_by_type(SALES, shares, lives)
    assert by_type[0].inflow == pytest.approx(SALES * shares[:, 0])
    together = by_type[0].stock + by_type[1].stock
    again = cf.stock_driven_by_type(together, shares, lives)
    assert again[1].inflow == pytest.approx(by_type[1].inflow)
    assert again[1].stock_by_cohort().sum(axis=1) == pytest.approx(again[1].stock)


def test_many_series_give_what_each_gives_alone():
    inflow = np.outer(SALES, [1, 2, 3])
    lives = [LIFE, cf.Fixed(years=3), cf.Exponential(mean=5)]
    batch = cf.inflow_driven_batch(inflow, lives)
    for i, life in enumerate(lives):
        alone = cf.inflow_driven(inflow[:, i], life)
        assert batch.stock[:, i] == pytest.approx(alone.stock, rel=1e-13)
    again = cf.stock_driven_batch(batch.stock, lives, shrinking="refuse", entry="end")
    assert again.inflow == pytest.approx(inflow)


def test_lifetimes_of_many_series_may_be_arrays():
    inflow = np.outer(SALES, [1, 2, 3])
    shapes, scales = [1.5, 2, 3], [4, 5, 6]
    listed = [cf.Weibull(shape=k, scale=a) for k, a in zip(shapes, scales, strict=True)]
    for function, options in [
        (cf.inflow_driven_batch, {"entry": "middle"}),
        (cf.stock_driven_batch, {"entry": "middle", "shrinking": "retire_early"}),
    ]:
        by_array = function(inflow, cf.Weibull.each(shape=shapes, scale=scales), **options)
        by_list = function(inflow, listed, **options)
        assert all((one == other).all() for one, other in zip(by_array, by_list, strict=True))


@pytest.mark.parametrize("lifetime", [LIFE, TwoYears()])
def test_many_series_may_share_one_lifetime(lifetime):
    inflow = np.outer(SALES, np.arange(1.0, 41))
    shared = cf.inflow_driven_batch(inflow, lifetime, entry="middle")
    again = cf.stock_driven_batch(shared.stock, lifetime, entry="middle", shrinking="retire_early")
    assert again.inflow == pytest.approx(inflow)
    for i in (0, 39):
        alone = cf.inflow_driven(inflow[:, i], lifetime, entry="middle")
        assert shared.stock[:, i] == pytest.approx(alone.stock, rel=1e-13)
        assert shared.outflow[:, i] == pytest.approx(alone.outflow, rel=1e-13, abs=1e-12)


def test_many_series_may_share_a_table_that_changes_from_cohort_to_cohort():
    lives = [cf.Normal(mean=3 + year / 4, sd=1) for year in range(8)]
    table = cf.SurvivalTable(lives, [*range(2000, 2007), 2010], hazard=[1, 1, 1, 2, 1, 1, 1, 1])
    batch = cf.inflow_driven_batch(np.outer(SALES, [1, 2]), table)
    alone = cf.inflow_driven(SALES, lives, years=table.years, hazard=[1, 1, 1, 2, 1, 1, 1, 1])
    assert batch.stock[:, 1] == pytest.approx(2 * alone.stock)
    assert batch.outflow[:, 0] == pytest.approx(alone.outflow)
    asked = cf.stock_driven_batch(batch.stock, table)
    assert asked.inflow == pytest.approx(batch.inflow)
    with pytest.raises(TypeError, match="said where a SurvivalTable is made"):
        cf.inflow_driven_batch(batch.inflow, table, entry="end")


def test_a_survival_table_tells_its_shares():
    table = cf.SurvivalTable(cf.Fixed(years=2), [2001, 2002, 2003])
    assert table.survival().tolist() == [[1, 0, 0], [1, 1, 0], [0, 1, 1]]
    assert table.leaving().tolist() == [[0, 0, 0], [0, 0, 0], [1, 0, 0]]
    assert repr(table) == "SurvivalTable 2001 to 2003"
    copy = pickle.loads(pickle.dumps(table))
    assert (copy.survival() == table.survival()).all() and (copy.years == table.years).all()


def test_the_series_and_the_year_that_are_refused_are_named():
    falling = np.array([[100.0, 100], [100, 10]])
    with pytest.raises(cf.InvalidValue, match=r"stock\[2, series 1\]: falls by more"):
        cf.stock_driven_batch(falling, cf.Fixed(years=5))
    with pytest.raises(cf.InvalidValue, match=r"stock\[2021, series 1\]: falls by more"):
        cf.stock_driven_batch(falling, cf.SurvivalTable(cf.Fixed(years=5), [2020, 2021]))


def test_what_is_given_stands_in_the_result_and_nothing_can_be_written():
    inflow = np.outer(SALES, [1, 2, 3])
    batch = cf.inflow_driven_batch(inflow, LIFE)
    assert np.shares_memory(batch.inflow, inflow)
    assert not any(table.flags.writeable for table in batch)
    assert inflow.flags.writeable


@pytest.mark.parametrize(
    "series",
    [[1, 2, 3, 4], np.arange(1, 5), np.float32([1, 2, 3, 4]), np.arange(8.0)[1:8:2] / 2 + 0.5],
    ids=["list", "whole numbers", "float32", "every second"],
)
def test_a_series_may_be_of_any_kind(series):
    assert cf.inflow_driven(series, LIFE).inflow.tolist() == [1, 2, 3, 4]


@pytest.mark.parametrize("shape", [(1, 4), (4, 1)])
def test_a_table_is_no_series(shape):
    with pytest.raises(cf.InvalidValue, match=r"must have one dimension: years"):
        cf.inflow_driven(np.ones(shape), LIFE)
    with pytest.raises(cf.InvalidValue, match=r"must have two: years, then series"):
        cf.inflow_driven_batch(np.ones(4), [LIFE])


@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("shape", [(1, 3), (3, 1), (5, 3)])
def test_a_table_may_lie_either_way(shape, order):
    inflow = np.arange(1.0, 1 + np.prod(shape)).reshape(shape)
    batch = cf.inflow_driven_batch(np.array(inflow, order=order), [LIFE] * shape[1])
    assert (batch.inflow == inflow).all()


def test_a_table_is_read_where_it_lies_unless_it_lies_otherwise():
    inflow = np.outer(SALES, [1, 2, 3])
    assert as_grid(inflow, "inflow") is inflow
    for other in (np.asfortranarray(inflow), inflow[::2], np.float32(inflow)):
        assert not np.shares_memory(as_grid(other, "inflow"), other)


def test_results_are_seen_without_a_copy_and_cannot_be_written():
    history = cf.inflow_driven(SALES, LIFE)
    assert np.shares_memory(history.stock, history.stock)
    assert not history.stock.flags.writeable
    stock = history.stock
    del history
    assert stock[-1] > 0


@pytest.mark.parametrize(
    "make",
    [
        partial(cf.inflow_driven, SALES, LIFE, entry="middle"),
        partial(cf.stock_driven, SALES, LIFE, initial_stock=[1, 2]),
        lambda: cf.inflow_driven_by_type(SALES, np.full((8, 2), 0.5), [LIFE, LIFE])[1],
        lambda: cf.inflow_driven_batch(np.outer(SALES, [1, 2]), [LIFE, LIFE]),
    ],
)
def test_every_result_pickles(make):
    history = make()
    copy = pickle.loads(pickle.dumps(history))
    assert (copy.stock == history.stock).all() and (copy.outflow == history.outflow).all()


def test_unknown_words_are_answered_with_the_nearest():
    with pytest.raises(cf.InvalidValue, match="did you mean 'middle'"):
        cf.inflow_driven(SALES, LIFE, entry="midle")
    with pytest.raises(cf.InvalidValue, match="did you mean 'retire_early'"):
        cf.stock_driven(SALES, LIFE, shrinking="retire-early")


def test_another_number_of_years_is_refused():
    with pytest.raises(cf.InvalidValue, match="years: another number of years: 2, must be 8"):
        cf.inflow_driven(SALES, LIFE, years=[2000, 2001])
