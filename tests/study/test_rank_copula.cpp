#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/study/rank_copula.hpp"
#include "critflow/study/sampling_plan.hpp"

using critflow::RankCopula;
using critflow::RankCorrelation;

namespace {

RankCorrelation pair(int first, int second, double value) {
  return {.first = first, .second = second, .value = value};
}

std::string refusal(const std::vector<RankCorrelation>& correlations) {
  try {
    static_cast<void>(RankCopula(correlations));
  } catch (const critflow::InvalidValue& refused) {
    return refused.fault().what;
  }
  return "accepted";
}

std::vector<std::vector<double>> correlated(const RankCopula& copula, int samples, int inputs) {
  const critflow::SamplingPlan plan(critflow::Sampling::latin_hypercube, 1, samples,
                                    {"a", "b", "c", "d"});
  std::vector<std::vector<double>> all(static_cast<std::size_t>(inputs));
  std::vector<double> point(4);
  for (int i = 0; i < samples; ++i) {
    plan.point(i, point);
    copula.correlate(point);
    for (std::size_t k = 0; k < all.size(); ++k) all[k].push_back(point[k]);
  }
  return all;
}

/// Spearman's, of numbers that are spread evenly over zero to one.
double rank_correlation(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - 0.5) * (b[i] - 0.5);
  return 12.0 * sum / static_cast<double>(a.size());
}

}  // namespace

TEST_CASE("draws have the rank correlations that are asked, and none besides") {
  const RankCopula copula({pair(2, 0, 0.7), pair(0, 3, -0.4)});
  const auto all = correlated(copula, 20000, 4);
  const double four_errors = 4.0 / std::sqrt(20000.0);
  CHECK(std::abs(rank_correlation(all[0], all[2]) - 0.7) < four_errors);
  CHECK(std::abs(rank_correlation(all[0], all[3]) + 0.4) < four_errors);
  CHECK(std::abs(rank_correlation(all[2], all[3])) < four_errors);
  CHECK(std::abs(rank_correlation(all[0], all[1])) < four_errors);
}

TEST_CASE("each draw alone stays spread evenly") {
  for (auto& one : correlated(RankCopula({pair(0, 1, 0.9)}), 20000, 2)) {
    std::ranges::sort(one);
    double worst = 0.0;
    for (std::size_t i = 0; i < one.size(); ++i)
      worst = std::max(worst, std::abs(one[i] - static_cast<double>(i) / 20000.0));
    CHECK(worst < 1.95 / std::sqrt(20000.0));  // Kolmogorov's test, one in a thousand
  }
}

TEST_CASE("the first input named keeps its own number") {
  std::vector<double> point{0.3, 0.8};
  RankCopula({pair(1, 0, 0.5)}).correlate(point);
  CHECK(point[1] == 0.8);
  CHECK(point[0] != 0.3);
}

TEST_CASE("without correlations a point stays as it is") {
  std::vector<double> point{0.3, 0.8};
  RankCopula({}).correlate(point);
  CHECK(point == std::vector<double>{0.3, 0.8});
}

TEST_CASE("what is no correlation matrix is refused") {
  CHECK(refusal({pair(0, 1, 0.9), pair(1, 2, 0.9), pair(0, 2, -0.9)}) ==
        "cannot hold together, smallest eigenvalue");
  CHECK(refusal({pair(0, 1, 1.0)}) == "out of range");
  CHECK(refusal({pair(0, 0, 0.5)}) == "of a row with itself");
  CHECK(refusal({pair(0, 1, 0.5), pair(1, 0, 0.5)}) == "pair given twice");
}
