#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/study/sampling_plan.hpp"

using critflow::Sampling;
using critflow::SamplingPlan;

namespace {

constexpr Sampling every_sampling[] = {Sampling::plain, Sampling::latin_hypercube, Sampling::sobol};

/// Whether an input has one number in each of as many equal parts as there are samples.
bool one_in_each_part(const SamplingPlan& plan, int input) {
  const auto count = static_cast<double>(plan.samples());
  std::vector<int> found(static_cast<std::size_t>(plan.samples()));
  for (std::int64_t i = 0; i < plan.samples(); ++i)
    ++found[static_cast<std::size_t>(plan.at(i, input) * count)];
  return std::ranges::all_of(found, [](int times) { return times == 1; });
}

/// The mean of a smooth function with mean one, x e^x y e^y.
double mean_of_product(const SamplingPlan& plan) {
  double sum = 0.0;
  std::vector<double> x(2);
  for (std::int64_t i = 0; i < plan.samples(); ++i) {
    plan.point(i, x);
    sum += x[0] * std::exp(x[0]) * x[1] * std::exp(x[1]);
  }
  return sum / static_cast<double>(plan.samples());
}

/// Root of the mean square of `error` over 40 seeds.
template <class Error>
double over_seeds(Error error) {
  double sum = 0.0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) sum += std::pow(error(seed), 2);
  return std::sqrt(sum / 40.0);
}

}  // namespace

TEST_CASE("a point is the same whatever was made before it") {
  for (const Sampling sampling : every_sampling) {
    const SamplingPlan plan(sampling, 1, 1000, {"a", "b"});
    const double b = plan.at(500, 1);
    for (std::int64_t i = 0; i < 10; ++i) CHECK(plan.at(i, 0) != plan.at(i + 1, 0));
    CHECK(plan.at(500, 1) == b);
    CHECK(SamplingPlan(sampling, 2, 1000, {"a", "b"}).at(500, 1) != b);
  }
}

TEST_CASE("an input keeps its numbers when others come or go") {
  for (const Sampling sampling : {Sampling::plain, Sampling::latin_hypercube})
    CHECK(SamplingPlan(sampling, 1, 100, {"a", "b"}).at(7, 1) ==
          SamplingPlan(sampling, 1, 100, {"b"}).at(7, 0));
}

TEST_CASE("a Latin hypercube of any size has one number in each part") {
  for (const std::int64_t samples : {1, 2, 3, 10, 100, 1000, 4097}) {
    const SamplingPlan plan(Sampling::latin_hypercube, 5, samples, {"a", "b", "c"});
    for (int input = 0; input < 3; ++input) CHECK(one_in_each_part(plan, input));
  }
}

TEST_CASE("the sum over a Latin hypercube varies as little as it must") {
  constexpr int inputs = 3, samples = 10;
  const double error = over_seeds([](std::uint64_t seed) {
    const SamplingPlan plan(Sampling::latin_hypercube, seed, samples, {"a", "b", "c"});
    double sum = 0.0;
    for (int i = 0; i < samples; ++i)
      for (int d = 0; d < inputs; ++d) sum += plan.at(i, d);
    return sum / samples - 0.5 * inputs;
  });
  CHECK(error * error == doctest::Approx(inputs / (12.0 * std::pow(samples, 3))).epsilon(0.5));
}

TEST_CASE("the orders of two inputs of a Latin hypercube have nothing to do with each other") {
  constexpr int samples = 1000;
  const double correlation = over_seeds([](std::uint64_t seed) {
    const SamplingPlan plan(Sampling::latin_hypercube, seed, samples, {"a", "b"});
    double sum = 0.0;
    for (int i = 0; i < samples; ++i) sum += (plan.at(i, 0) - 0.5) * (plan.at(i, 1) - 0.5);
    return 12.0 * sum / samples;
  });
  CHECK(correlation == doctest::Approx(1.0 / std::sqrt(samples)).epsilon(0.3));
}

TEST_CASE("scrambled points of Sobol' stay even") {
  const SamplingPlan plan(Sampling::sobol, 3, 256, std::vector<std::string>(50, "a"));
  for (int input = 0; input < 50; ++input) CHECK(one_in_each_part(plan, input));
}

TEST_CASE("each scrambled point alone lies anywhere") {
  double sum = 0.0, squares = 0.0;
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    const double u = SamplingPlan(Sampling::sobol, seed, 4, {"a"}).at(0, 0);
    sum += u / 4000;
    squares += u * u / 4000;
  }
  CHECK(sum == doctest::Approx(0.5).epsilon(0.04));
  CHECK(squares == doctest::Approx(1.0 / 3.0).epsilon(0.04));
}

TEST_CASE("the error of a mean falls as the sampling promises") {
  const auto slope = [](Sampling sampling) {
    const auto error = [&](std::int64_t samples) {
      return over_seeds([&](std::uint64_t seed) {
        return mean_of_product(SamplingPlan(sampling, seed, samples, {"a", "b"})) - 1.0;
      });
    };
    return std::log2(error(4096) / error(64)) / 6.0;
  };
  CHECK(slope(Sampling::plain) == doctest::Approx(-0.5).epsilon(0.2));
  CHECK(slope(Sampling::sobol) < -0.9);
}

TEST_CASE("what cannot be sampled is refused") {
  CHECK(critflow::sampling_named("latin hypercube") == Sampling::latin_hypercube);
  CHECK_THROWS_AS(static_cast<void>(critflow::sampling_named("halton")), critflow::InvalidValue);
  CHECK_THROWS_AS(SamplingPlan(Sampling::plain, 1, 0, {"a"}), critflow::InvalidValue);
  CHECK_THROWS_AS(SamplingPlan(Sampling::sobol, 1, (std::int64_t{1} << 32) + 1, {"a"}),
                  critflow::InvalidValue);
}
