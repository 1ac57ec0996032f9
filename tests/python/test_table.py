"""Tables: named dimensions, units, and no number that is not there."""

import pickle

import critflow as cf
import numpy as np
import pytest


@pytest.fixture
def stock(run):
    return run.stock("use")


@pytest.fixture
def share(run):
    return run.indicator("recycled_content")


def test_dimensions_and_items_have_names(stock):
    assert stock.dims == ("year", "chemistry", "layer")
    assert stock.shape == tuple(len(stock.coords[dim]) for dim in stock.dims)
    assert stock.coords["year"][0] == 2000
    assert stock.unit == {"units": "units", "kWh": "kWh", "lithium": "t", "cobalt": "t"}


def test_one_item_takes_its_dimension_away_and_several_keep_it(stock):
    part = stock.sel(layer="lithium", year=[2040, 2030])
    assert part.dims == ("year", "chemistry")
    assert part.coords["year"] == (2040, 2030)
    assert part.unit == "t"
    assert part.values[0, 1] == stock.values[40, 1, 2]


def test_selecting_in_two_steps_is_selecting_in_one(stock):
    once = stock.sel(chemistry="LFP", layer=["cobalt", "lithium"])
    twice = stock.sel(layer=["cobalt", "lithium"]).sel(chemistry="LFP")
    assert (once.values == twice.values).all() and once.coords == twice.coords


def test_a_year_may_be_a_number_of_numpy(stock):
    assert stock.sel(year=np.int64(2040)).dims == ("chemistry", "layer")


def test_a_sum_is_over_the_dimensions_named(stock):
    total = stock.sum("chemistry")
    assert total.dims == ("year", "layer")
    assert total.values == pytest.approx(stock.values.sum(axis=1))


def test_two_layers_are_never_added(stock):
    with pytest.raises(cf.InvalidValue, match="stay apart by layer"):
        stock.sum("layer")


def test_names_that_are_wrong_are_answered_with_the_nearest(stock):
    with pytest.raises(cf.InvalidValue, match="did you mean 'cobalt'"):
        stock.sel(layer="cobolt")
    with pytest.raises(cf.InvalidValue, match="did you mean 'chemistry'"):
        stock.sum("chemstry")


def test_a_number_can_be_taken_out_where_all_is_selected(stock):
    one = stock.sel(year=2040, layer="lithium", chemistry="LFP")
    assert float(one) == stock.values[40, 1, 2]
    with pytest.raises(TypeError, match="select first"):
        float(stock)


def test_numpy_sees_no_number_where_there_is_none(share):
    assert (np.isnan(np.asarray(share)) == share.absent).all()


def test_a_share_of_nothing_is_absent_and_not_a_number(share):
    first = share.sel(year=2000, layer="cobalt")
    assert share.absent is not None and first.absent
    assert not np.isnan(share.values).any()
    with pytest.raises(cf.InvalidValue, match="denominator"):
        float(first)
    assert repr(first) == "recycled_content [1]: absent"


def test_numpy_sees_the_values_without_a_copy(stock, share):
    assert stock.to_numpy() is stock.values
    assert not stock.values.flags.writeable
    assert np.asarray(stock) is stock.values
    assert share.to_numpy().mask.sum() == share.absent.sum()


def test_values_live_as_long_as_they_are_looked_at(bikes):
    values = cf.simulate(bikes).stock("use").values
    assert values[-1].sum() > 0


def test_xarray_has_the_same_dimensions_and_the_same_memory(stock, share):
    array = stock.to_xarray()
    assert np.shares_memory(array.values, stock.values)
    assert array.attrs["units"] == stock.unit
    assert float(array.sel(year=2040, chemistry="LFP", layer="lithium")) == stock.values[40, 1, 2]
    assert int(share.to_xarray().isnull().sum()) == share.absent.sum()


def test_arrow_has_a_row_for_each_number(stock, share):
    rows = stock.to_arrow()
    assert rows.column_names == ["year", "chemistry", "layer", "value", "unit"]
    assert rows.num_rows == stock.values.size
    last = rows.slice(rows.num_rows - 1).to_pylist()[0]
    assert last == {
        "year": 2050,
        "chemistry": "LFP",
        "layer": "cobalt",
        "value": float(stock.values[-1, -1, -1]),
        "unit": "t",
    }
    assert share.to_arrow()["value"].null_count == share.absent.sum()


def test_pandas_and_polars_get_the_same_rows(stock):
    pandas, polars = stock.to_pandas(), stock.to_polars()
    assert list(pandas.columns) == polars.columns
    assert pandas["value"].tolist() == polars["value"].to_list()
    assert pandas["unit"].tolist() == polars["unit"].to_list()


def test_a_table_says_what_it_holds(stock):
    assert repr(stock).splitlines() == [
        "use [units, kWh, t]",
        "  year: 2000 ... 2050 (51)",
        "  chemistry: NMC532, LFP",
        "  layer: units, kWh, lithium, cobalt",
    ]


def test_a_few_numbers_of_one_unit_are_told_themselves(share, stock):
    few = share.sel(year=[2000, 2040], layer="cobalt")
    assert repr(few).splitlines() == [
        "recycled_content [1]",
        "  2000: absent",
        f"  2040: {few.values[1]:,.6g}",
    ]
    several_units = stock.sel(year=2040, chemistry="LFP")
    assert repr(several_units).splitlines()[1:] == ["  layer: units, kWh, lithium, cobalt"]


def test_a_table_pickles(share):
    copy = pickle.loads(pickle.dumps(share))
    assert (copy.values == share.values).all() and (copy.absent == share.absent).all()
    assert (copy.name, copy.dims, copy.units) == (share.name, share.dims, share.units)
