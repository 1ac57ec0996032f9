"""Lifetimes by keyword, in the words of the field."""

import pickle

import critflow as cf
import numpy as np
import pytest

ALL = [
    cf.Fixed(years=10),
    cf.Normal(mean=10, sd=3),
    cf.FoldedNormal(mean=10, sd=3),
    cf.Lognormal(mean=10, sd=3),
    cf.Weibull(mean=10, sd=3),
    cf.Gamma(mean=10, sd=3),
    cf.Logistic(mean=10, sd=3),
    cf.Exponential(mean=10),
    cf.Tabulated([1, 0.9, 0.5, 0]),
]


@pytest.mark.parametrize("lifetime", ALL, ids=repr)
def test_nobody_leaves_before_entry_and_everybody_in_the_end(lifetime):
    ages = np.linspace(0, 500, 5001)
    survival = lifetime.survival(ages)
    assert survival[0] > 0.99 and survival[-1] < 1e-6
    assert (np.diff(survival) <= 0).all()


@pytest.mark.parametrize("lifetime", ALL[1:8], ids=repr)
def test_mean_is_the_area_under_the_survival(lifetime):
    ages = np.linspace(0, 500, 500001)
    assert np.trapezoid(lifetime.survival(ages), ages) == pytest.approx(10, rel=2e-3)


@pytest.mark.parametrize("lifetime", ALL, ids=repr)
def test_every_lifetime_pickles(lifetime):
    copy = pickle.loads(pickle.dumps(lifetime))
    assert copy == lifetime and hash(copy) == hash(lifetime)
    assert copy.survival(5) == lifetime.survival(5)


def test_native_parameters_are_taken_by_name():
    lifetime = cf.Weibull(shape=2, scale=10)
    assert lifetime.survival(10) == pytest.approx(np.exp(-1))
    assert repr(lifetime) == "Weibull(shape=2, scale=10)"
    assert lifetime != cf.Weibull(shape=2, scale=11)


def test_keywords_of_two_kinds_are_refused_in_words():
    with pytest.raises(TypeError, match="Weibull takes mean and sd or shape and scale, not mean"):
        cf.Weibull(mean=10)
    with pytest.raises(TypeError, match="Exponential takes mean, not nothing"):
        cf.Exponential()


def test_ages_of_a_table_may_be_given():
    assert cf.Tabulated([1, 0.5, 0], ages=[0, 10, 20]).survival(15) == 0.25
    assert cf.Tabulated([1, 0.5, 0]).survival(1.5) == 0.25


@pytest.mark.parametrize("ages", [np.array([1, 2]), np.array([[1.0, 2.0]]), np.float32([1, 2])])
def test_survival_takes_arrays_of_any_shape_and_kind(ages):
    assert cf.Exponential(mean=2).survival(ages) == pytest.approx(np.exp(-ages / 2))


def test_an_object_without_survival_is_no_lifetime():
    with pytest.raises(TypeError, match=r"survival\(age\); 3 has none"):
        cf.inflow_driven([1, 2], 3)


def test_many_series_have_a_lifetime_each_from_arrays_and_single_numbers():
    lives = cf.Weibull.each(shape=[1.5, 2.5, 3.5], scale=12)
    assert list(lives) == [cf.Weibull(shape=shape, scale=12) for shape in (1.5, 2.5, 3.5)]
    assert list(lives[1:]) == list(lives)[1:]
    assert lives[-1] == cf.Weibull(shape=3.5, scale=12)
    assert repr(lives) == "Weibull.each(shape, scale) of 3 series"
    assert list(pickle.loads(pickle.dumps(lives))) == list(lives)


@pytest.mark.parametrize("lifetime", ALL[1:8], ids=repr)
def test_every_distribution_is_made_for_many_series(lifetime):
    lives = type(lifetime).each(**{**lifetime.parameters, "mean": [10, 11]})
    assert lives[0] == lifetime
    assert lives[1].survival(8) > lifetime.survival(8)


def test_of_many_lifetimes_the_one_that_is_refused_is_named():
    with pytest.raises(cf.InvalidValue, match=r"lifetimes\[1\]\.weibull\.shape: not positive"):
        cf.Weibull.each(shape=[2, -1], scale=10)
    with pytest.raises(TypeError, match="Weibull takes mean and sd or shape and scale, not shape"):
        cf.Weibull.each(shape=[2, 3])
    with pytest.raises(TypeError, match="a list of Tabulated"):
        cf.Tabulated.each(shares=[1, 0])


@pytest.mark.parametrize("scale", [[1, 2, 3], [[1, 2]], 5.0])
def test_parameters_of_many_lifetimes_have_one_number_per_series(scale):
    shape = 2.0 if scale == 5.0 else [2, 3]
    with pytest.raises(cf.InvalidValue, match="must have one number per series, or one for all"):
        cf.Weibull.each(shape=shape, scale=scale)


def test_what_is_no_number_is_told_by_its_parameter():
    told = "lifetimes.scale: not numbers: long, must be numbers"
    with pytest.raises(cf.InvalidValue, match=told):
        cf.Weibull.each(shape=[2, 3], scale="long")
    with pytest.raises(cf.InvalidValue, match="inflow: not numbers: many, must be numbers"):
        cf.inflow_driven("many", cf.Weibull(shape=2, scale=10))
