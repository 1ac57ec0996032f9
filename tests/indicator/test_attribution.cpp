#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/attribution.hpp"

using namespace critflow;

namespace {

bool holds(Coalition coalition, std::size_t cause) { return ((coalition >> cause) & 1U) != 0; }

/// A figure as a sum of what each cause adds, and one as a product of what each multiplies it by.
std::vector<std::vector<double>> sum_and_product(const std::vector<double>& by,
                                                 const std::vector<Coalition>& coalitions) {
  std::vector<std::vector<double>> figures;
  for (const Coalition one : coalitions) {
    double sum = 100.0, product = 100.0;
    for (std::size_t cause = 0; cause < by.size(); ++cause)
      if (holds(one, cause)) {
        sum += by[cause];
        product *= by[cause];
      }
    figures.push_back({sum, product});
  }
  return figures;
}

FiguresOf toy(std::vector<double> by) {
  return [by = std::move(by)](const std::vector<Coalition>& coalitions) {
    return sum_and_product(by, coalitions);
  };
}

std::vector<double> factors(std::size_t causes) {
  std::vector<double> by;
  for (std::size_t i = 0; i < causes; ++i) by.push_back(0.6 + 0.05 * static_cast<double>(i % 7));
  return by;
}

}  // namespace

TEST_CASE("where causes add up, each adds the same alone, last and on average") {
  const auto table = attribute(3, toy({1.0, 2.0, 4.0}));
  for (std::size_t cause = 0; cause < 3; ++cause) {
    const Contribution& one = table[cause][0];
    const double adds = std::vector{1.0, 2.0, 4.0}[cause];
    CHECK(one.alone == doctest::Approx(adds).epsilon(1e-12));
    CHECK(one.last == doctest::Approx(adds).epsilon(1e-12));
    CHECK(one.share == doctest::Approx(adds).epsilon(1e-12));
  }
}

TEST_CASE("where causes multiply, the share is the closed form of the product") {
  const double a = 0.5, b = 0.8, c = 1.1;
  const auto table = attribute(3, toy({a, b, c}));
  const auto closed = [](double own, double other, double third) {
    return 100.0 * (own - 1.0) * (1.0 / 3.0 + (other + third) / 6.0 + other * third / 3.0);
  };
  CHECK(table[0][1].share == doctest::Approx(closed(a, b, c)).epsilon(1e-12));
  CHECK(table[1][1].share == doctest::Approx(closed(b, c, a)).epsilon(1e-12));
  CHECK(table[2][1].share == doctest::Approx(closed(c, a, b)).epsilon(1e-12));
  CHECK(table[0][1].alone == doctest::Approx(100.0 * (a - 1.0)));
  CHECK(table[0][1].last == doctest::Approx(100.0 * (a - 1.0) * b * c));
  CHECK(table[0][1].standard_error == 0.0);
}

TEST_CASE("shares add up to the whole change, exact or sampled") {
  for (const std::size_t causes : {10U, 14U}) {
    const FiguresOf figures = toy(factors(causes));
    const auto table = attribute(static_cast<int>(causes), figures);
    const auto ends = figures({0, (Coalition{1} << causes) - 1});
    for (std::size_t figure = 0; figure < 2; ++figure) {
      double sum = 0.0;
      for (const auto& cause : table) sum += cause[figure].share;
      const double total = ends[1][figure] - ends[0][figure];
      CHECK(std::fabs(sum - total) <= 1e-9 * std::fabs(total));
    }
  }
}

TEST_CASE("sampled shares lie within four standard errors of the exact ones") {
  const FiguresOf figures = toy(factors(12));
  const auto exact = attribute(12, figures, {.exact_up_to = 12});
  const auto sampled = attribute(12, figures, {.orders = 200, .seed = 7});
  for (std::size_t cause = 0; cause < 12; ++cause) {
    const Contribution& one = sampled[cause][1];
    CHECK(one.standard_error > 0.0);
    CHECK(std::fabs(one.share - exact[cause][1].share) < 4.0 * one.standard_error);
    CHECK(one.last == exact[cause][1].last);
  }
}

TEST_CASE("the seed decides which orders are sampled") {
  const auto share = [](std::uint64_t seed) {
    return attribute(12, toy(factors(12)), {.orders = 8, .seed = seed})[3][1].share;
  };
  CHECK(share(1) == share(1));
  CHECK(share(1) != share(2));
}

TEST_CASE("each coalition is asked once") {
  int asked = 0;
  const auto counted = [&](const std::vector<Coalition>& coalitions) {
    asked += static_cast<int>(coalitions.size());
    return sum_and_product({0.5, 0.6, 0.7}, coalitions);
  };
  static_cast<void>(attribute(3, counted));
  CHECK(asked == 8);
  CHECK(attribute(0, counted).empty());
}

TEST_CASE("too many causes and too few orders are refused") {
  CHECK_THROWS_WITH((void)attribute(64, toy({})),
                    "attribute.causes: too many or too few: 64, must lie in [0, 63]");
  CHECK_THROWS_WITH((void)attribute(12, toy(factors(12)), {.orders = 2}),
                    "attribute.orders: too few: 2, must be 4 or more");
}
