#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/study/quantile_function.hpp"

using critflow::quantile_function;
using critflow::QuantileFunction;
using critflow::UncertaintyShape;

namespace {

QuantileFunction quantiles(UncertaintyShape shape, std::vector<double> numbers,
                           std::vector<double> weights = {}) {
  return quantile_function({.parameter = "x",
                            .shape = shape,
                            .numbers = std::move(numbers),
                            .weights = std::move(weights)});
}

struct Moments {
  double mean, sd;
};

Moments moments(const QuantileFunction& quantile) {
  constexpr int count = 200000;
  double sum = 0.0, squares = 0.0;
  for (int i = 0; i < count; ++i) {
    const double x = quantile((i + 0.5) / count);
    sum += x / count;
    squares += x * x / count;
  }
  return {sum, std::sqrt(squares - sum * sum)};
}

/// Checks mean and sd, both as shares of one thousandth.
void check_moments(const QuantileFunction& quantile, double mean, double sd) {
  const Moments found = moments(quantile);
  CHECK(found.mean == doctest::Approx(mean).epsilon(1e-3));
  CHECK(found.sd == doctest::Approx(sd).epsilon(1e-3));
}

constexpr double shares[] = {0x1p-53, 1e-6, 0.01, 0.3, 0.5, 0.77, 0.99, 1.0 - 1e-6, 1.0 - 0x1p-53};

}  // namespace

TEST_CASE("each shape has the mean and the sd that its numbers say") {
  check_moments(quantiles(UncertaintyShape::uniform, {2, 5}), 3.5, 3.0 / std::sqrt(12.0));
  check_moments(quantiles(UncertaintyShape::triangular, {1, 2, 6}), 3.0, std::sqrt(21.0 / 18.0));
  check_moments(quantiles(UncertaintyShape::pert, {0, 1, 4}), 4.0 / 3.0,
                std::sqrt(4.0 / 3.0 * (4.0 - 4.0 / 3.0) / 7.0));
  check_moments(quantiles(UncertaintyShape::normal, {-1, 2}), -1.0, 2.0);
  check_moments(quantiles(UncertaintyShape::lognormal, {3, 1.5}), 3.0, 1.5);
  check_moments(quantiles(UncertaintyShape::beta, {0.7, 0.1}), 0.7, 0.1);
  check_moments(quantiles(UncertaintyShape::empirical, {1, 2, 6}), 3.0, std::sqrt(14.0 / 3.0));
  check_moments(quantiles(UncertaintyShape::discrete, {10, 0}, {3, 1}), 7.5, std::sqrt(18.75));
}

TEST_CASE("a normal that is cut at zero keeps its form above it") {
  const double ratio = std::exp(-0.5) / std::sqrt(2.0 * std::acos(-1.0)) / 0.841344746068543;
  check_moments(quantiles(UncertaintyShape::truncated_normal, {1, 1}), 1.0 + ratio,
                std::sqrt(1.0 - ratio - ratio * ratio));
  CHECK(quantiles(UncertaintyShape::truncated_normal, {1, 1})(0x1p-53) < 1e-15);
}

TEST_CASE("tabulated quantiles are those of closed forms") {
  const auto at_low = quantiles(UncertaintyShape::pert, {0, 0, 1});
  const auto at_high = quantiles(UncertaintyShape::pert, {0, 1, 1});
  const auto rising = quantiles(UncertaintyShape::beta, {2.0 / 3.0, std::sqrt(1.0 / 18.0)});
  const auto exponential = critflow::gamma_quantiles(1.0);
  for (const double u : shares) {
    CHECK(std::abs(at_low(u) + std::expm1(0.2 * std::log1p(-u))) < 1e-8);
    CHECK(std::abs(at_high(u) - std::pow(u, 0.2)) < 1e-8);
    CHECK(std::abs(rising(u) - std::sqrt(u)) < 1e-8);
    CHECK(std::abs(exponential(u) + std::log1p(-u)) < 1e-7);
  }
}

TEST_CASE("quantiles rise, but for the error of the table, and stay within the range") {
  for (const auto& quantile : {quantiles(UncertaintyShape::beta, {0.5, 0.49}),
                               quantiles(UncertaintyShape::beta, {0.5, 0.01}),
                               quantiles(UncertaintyShape::pert, {0, 0.5, 1}),
                               quantiles(UncertaintyShape::beta, {0.98, 0.1})}) {
    double last = 0.0;
    for (int i = 0; i < 5000; ++i) {
      const double x = quantile((i + 0.5) / 5000);
      REQUIRE((x >= last - 1e-8 && x >= 0.0 && x <= 1.0));
      last = x;
    }
  }
}

TEST_CASE("the normal deviate has all its digits in both tails") {
  CHECK(critflow::normal_quantile(0.5) == 0.0);
  CHECK(critflow::normal_quantile(0.975) == doctest::Approx(1.959963984540054).epsilon(1e-14));
  CHECK(critflow::normal_quantile(1e-12) == doctest::Approx(-7.034483825301132).epsilon(1e-14));
}

TEST_CASE("shares that sum to one are not the range of one number") {
  CHECK_THROWS_AS(static_cast<void>(quantiles(UncertaintyShape::dirichlet, {30})),
                  critflow::InvalidValue);
}
