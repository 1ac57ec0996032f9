#include <doctest/doctest.h>

#include <limits>

#include "critflow/study/quantile_function.hpp"
#include "critflow/study/variance_indices.hpp"
#include "indices_of.hpp"
#include "reference.hpp"

using critflow::Estimate;
using critflow::normal_quantile;
using critflow::Sampling;
using critflow::VarianceIndices;

namespace {

void check_within_errors(const Estimate& found, double wanted) {
  INFO(found.value << " +- " << found.error << ", must be " << wanted);
  CHECK(std::abs(found.value - wanted) <= 4.0 * found.error + 1e-12);
}

/// Checks first-order and total indices, by even and by plain sampling.
void check_indices(const OfPoint& function, const std::vector<double>& first,
                   const std::vector<double>& total, double variance) {
  const int inputs = static_cast<int>(first.size());
  for (const Sampling sampling : {Sampling::plain, Sampling::sobol}) {
    const VarianceIndices found = indices_of(function, alone(inputs), 8192, 3, sampling);
    CHECK(found.variance(0) == doctest::Approx(variance).epsilon(0.1));
    for (int i = 0; i < inputs; ++i) {
      const auto index = found.index(0, i);
      REQUIRE(index);
      check_within_errors(index->first, first[static_cast<std::size_t>(i)]);
      check_within_errors(index->total, total[static_cast<std::size_t>(i)]);
      CHECK(index->first.error < 0.05);
    }
  }
}

void check_oracle(const std::string& name, const OfPoint& function) {
  const auto oracle = outside_oracle("sensitivity_and_propagation.json");
  if (!oracle) return;
  const auto& of = oracle->at(name);
  check_indices(function, of.at("S1"), of.at("ST"), of.at("variance"));
}

}  // namespace

TEST_CASE("the function of Ishigami has its indices") { check_oracle("ishigami", ishigami); }

TEST_CASE("the function g of Sobol' has its indices") {
  check_oracle("sobol_g", [](const std::vector<double>& u) {
    static const double a[] = {0, 1, 4.5, 9, 99, 99, 99, 99};
    double product = 1.0;
    for (std::size_t i = 0; i < u.size(); ++i)
      product *= (std::abs(4.0 * u[i] - 2.0) + a[i]) / (1.0 + a[i]);
    return product;
  });
}

TEST_CASE("a product of lognormal numbers has its indices") {
  check_oracle("lognormal_product", [](const std::vector<double>& u) {
    static const double mu[] = {0.0, 0.5, -0.3, 0.1}, sigma[] = {0.1, 0.2, 0.3, 0.05};
    double log = 0.0;
    for (std::size_t i = 0; i < u.size(); ++i) log += mu[i] + sigma[i] * normal_quantile(u[i]);
    return std::exp(log);
  });
}

TEST_CASE("a sum of normal numbers has its indices") {
  check_oracle("linear_normal", [](const std::vector<double>& u) {
    return normal_quantile(u[0]) - normal_quantile(u[1]) + 1.5 * normal_quantile(u[2]);
  });
}

TEST_CASE("a stock that leaves by a share a year has its indices") {
  const auto oracle = outside_oracle("sensitivity_and_propagation.json");
  if (!oracle) return;
  const auto& of = oracle->at("stock_mc");
  const auto stock = [](const std::vector<double>& u) {
    const double inflow = 80.0 + 40.0 * u[0], kept = 0.90 + 0.07 * u[1];
    double stock = 0.0;
    for (int year = 0; year < 30; ++year) stock = kept * stock + inflow;
    return stock;
  };
  const double of_inflow = of.at("S1").at("I"), of_kept = of.at("S1").at("r");
  check_indices(stock, {of_inflow, of_kept}, {1.0 - of_kept, 1.0 - of_inflow}, of.at("variance"));
}

TEST_CASE("95 of 100 intervals hold the index") {
  int held = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const auto index = indices_of(ishigami, alone(3), 400, seed).index(0, 0);
    REQUIRE(index);
    if (std::abs(index->total.value - 0.5575888552099592) < 1.96 * index->total.error) ++held;
  }
  CHECK(held == doctest::Approx(380).epsilon(0.04));
}

TEST_CASE("a constant that is added changes nothing but rounding") {
  const auto shifted = [](const std::vector<double>& u) { return ishigami(u) + 1e6; };
  const auto plain = indices_of(ishigami, alone(3), 500).index(0, 1);
  const auto far = indices_of(shifted, alone(3), 500).index(0, 1);
  CHECK(far->first.value == doctest::Approx(plain->first.value).epsilon(1e-7));
  CHECK(far->total.error == doctest::Approx(plain->total.error).epsilon(1e-7));
}

TEST_CASE("inputs of a group have one index together") {
  const Inputs inputs{{"a", "b", "c"}, {0, 1, 0}};
  const auto sum = [](const std::vector<double>& u) { return u[0] + u[1] + u[2]; };
  const VarianceIndices found = indices_of(sum, inputs, 4000);
  check_within_errors(found.index(0, 0)->first, 2.0 / 3.0);
  check_within_errors(found.index(0, 1)->total, 1.0 / 3.0);
}

TEST_CASE("two parts merged are the whole") {
  const critflow::VarianceDesign design(Sampling::plain, 1, 1000, alone(3).names, {0, 1, 2});
  VarianceIndices whole(1, 3), before(1, 3), after(1, 3);
  for (std::int64_t i = 0; i < 1000; ++i) {
    const Eigen::ArrayXXd runs = outcomes(design, i, 3, ishigami);
    whole.add(runs);
    (i < 300 ? before : after).add(runs);
  }
  before.merge(VarianceIndices(1, 3));
  before.merge(after);
  CHECK(before.count(0) == 1000);
  for (int i = 0; i < 3; ++i) {
    const auto merged = before.index(0, i), one = whole.index(0, i);
    CHECK(merged->first.value == doctest::Approx(one->first.value).epsilon(1e-12));
    CHECK(merged->first.error == doctest::Approx(one->first.error).epsilon(1e-12));
    CHECK(merged->total.error == doctest::Approx(one->total.error).epsilon(1e-12));
  }
}

TEST_CASE("an output that is missing in one run of a sample does not count there") {
  VarianceIndices indices(2, 1);
  Eigen::ArrayXXd runs(3, 2);
  runs << 1, 1, 2, 2, 1, std::numeric_limits<double>::quiet_NaN();
  indices.add(runs);
  CHECK(indices.count(0) == 1);
  CHECK(indices.count(1) == 0);
  CHECK_FALSE(indices.index(1, 0));
}

TEST_CASE("an output that does not vary has no index") {
  CHECK_FALSE(indices_of([](const std::vector<double>&) { return 5.0; }, alone(2), 10).index(0, 0));
}
