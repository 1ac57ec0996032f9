#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/lifetime/exponential.hpp"
#include "critflow/lifetime/fixed.hpp"
#include "critflow/lifetime/normal.hpp"
#include "critflow/lifetime/survival_table.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "lifetimes.hpp"
#include "reference.hpp"

using critflow::Entry;
using critflow::InvalidValue;
using critflow::Lifetime;
using critflow::SurvivalTable;
using critflow::Weibull;
using critflow::Years;
using doctest::Approx;

namespace {

/// Largest difference of two tables below the diagonal.
double difference(const SurvivalTable& a, const SurvivalTable& b) {
  double largest = 0.0;
  for (int cohort = 0; cohort < a.size(); ++cohort)
    for (int step = cohort; step < a.size(); ++step)
      largest = std::max({largest, std::abs(a.survival(step, cohort) - b.survival(step, cohort)),
                          std::abs(a.leaving(step, cohort) - b.leaving(step, cohort))});
  return largest;
}

double cell(const nlohmann::json& triangle, int step, int cohort) {
  return triangle.at(static_cast<std::size_t>(step)).at(static_cast<std::size_t>(cohort));
}

/// A lifetime that nobody can have.
struct Rising {
  double survival(double age) const { return age < 3.0 ? 0.5 : 0.6; }
};
struct Undefined {
  double survival(double) const { return std::nan(""); }
};

}  // namespace

TEST_CASE("a cohort that entered at the end of its year has whole ages") {
  const Weibull lifetime(2.4, 11.0);
  const SurvivalTable table(Years(2000, 2030), lifetime);
  CHECK(table.survival(7, 7) == 1.0);
  CHECK(table.survival(12, 7) == lifetime.survival(5.0));
  CHECK(table.survival(6, 7) == 0.0);
  CHECK(table.leaving(6, 7) == 0.0);
}

TEST_CASE("an entry at the middle or the start of the year adds half a year or a whole") {
  const Weibull lifetime(2.4, 11.0);
  CHECK(SurvivalTable(Years(2000, 2030), lifetime, Entry::middle()).survival(12, 7) ==
        lifetime.survival(5.5));
  CHECK(SurvivalTable(Years(2000, 2030), lifetime, Entry::start()).survival(12, 7) ==
        lifetime.survival(6.0));
}

TEST_CASE("what is left of a cohort and what has left it add up to one") {
  for (const Entry& entry : {Entry::end(), Entry::middle(), Entry::spread(5)})
    for (const Lifetime& lifetime : {Lifetime(Weibull(0.8, 6.0)), Lifetime(critflow::Normal(5, 4)),
                                     Lifetime(critflow::Fixed(3.4))}) {
      const SurvivalTable table(Years({2000, 2001, 2003, 2010, 2020}), lifetime, entry);
      for (int cohort = 0; cohort < table.size(); ++cohort) {
        double left = 0.0;
        for (int step = cohort; step < table.size(); ++step) {
          left += table.leaving(step, cohort);
          CHECK(left + table.survival(step, cohort) == Approx(1.0).epsilon(1e-15));
        }
      }
    }
}

TEST_CASE("a spread entry has left as much as the mean over the year") {
  const SurvivalTable table(Years(2000, 2003), critflow::Exponential(0.8), Entry::spread(10));
  // Mean over the year of exp(-age / 0.8), age from 0 to 1.
  CHECK(table.survival(0, 0) == Approx(-0.8 * std::expm1(-1.0 / 0.8)).epsilon(1e-14));
}

TEST_CASE("the little that leaves early keeps its digits") {
  const SurvivalTable table(Years(1900, 2000), Weibull(4.0, 80.0));
  CHECK(table.leaving(1, 0) == Approx(2.4414062201976778e-8).epsilon(1e-14));
  CHECK(table.leaving(2, 0) == Approx(3.6621086150408784e-7).epsilon(1e-14));
}

TEST_CASE("one lifetime on an annual axis is kept by age") {
  const SurvivalTable by_age(Years(2000, 2040), Weibull(3.0, 14.0));
  const std::vector<Lifetime> same(41, Weibull(3.0, 14.0));
  const SurvivalTable by_cohort(Years(2000, 2040), same);
  CHECK(by_age.by_age());
  CHECK(!by_cohort.by_age());
  CHECK(difference(by_age, by_cohort) == 0.0);
  CHECK(!SurvivalTable(Years({2000, 2005, 2010}), Weibull(3.0, 14.0)).by_age());
}

TEST_CASE("a cohort's shares lie in a row from its own step on") {
  const std::vector<Lifetime> lifetimes{Weibull(3.0, 4.0), Weibull(3.0, 5.0), Weibull(3.0, 6.0)};
  const SurvivalTable table(Years(2000, 2002), lifetimes);
  for (int cohort = 0; cohort < 3; ++cohort) {
    REQUIRE(table.survival_of(cohort).size() == static_cast<std::size_t>(3 - cohort));
    for (int step = cohort; step < 3; ++step) {
      const auto age = static_cast<std::size_t>(step - cohort);
      CHECK(table.survival_of(cohort)[age] == table.survival(step, cohort));
      CHECK(table.leaving_of(cohort)[age] == table.leaving(step, cohort));
    }
  }
}

TEST_CASE("each cohort lives by its own lifetime") {
  std::vector<Lifetime> lifetimes(10, Weibull(3.0, 8.0));
  lifetimes[4] = Weibull(3.0, 16.0);
  const SurvivalTable table(Years(2000, 2009), lifetimes);
  CHECK(table.survival(9, 4) == Weibull(3.0, 16.0).survival(5.0));
  CHECK(table.survival(8, 3) == Weibull(3.0, 8.0).survival(5.0));
}

TEST_CASE("hazards give back the lifetime they came from") {
  const SurvivalTable table(Years(2000, 2040), critflow::Normal(5.0, 4.0));
  const auto again = SurvivalTable::from_hazards(
      Years(2000, 2040), [&](int step, int cohort) { return table.hazard(step, cohort); });
  CHECK(difference(table, again) < 1e-15);
}

TEST_CASE("half the hazard from a year on spares all cohorts alike, and no year before") {
  const SurvivalTable table(Years(2000, 2020), Weibull(3.0, 8.0));
  std::vector<double> factor(21, 1.0);
  std::fill(factor.begin() + 10, factor.end(), 0.5);
  const auto spared = table.with_hazard_factors(factor);
  for (int cohort = 0; cohort < 10; ++cohort) {
    CHECK(spared.survival(9, cohort) == Approx(table.survival(9, cohort)).epsilon(1e-14));
    CHECK(spared.hazard(10, cohort) == Approx(0.5 * table.hazard(10, cohort)).epsilon(1e-14));
    CHECK(spared.survival(20, cohort) > table.survival(20, cohort));
  }
}

TEST_CASE("no more leaves than is there, however high the hazard") {
  const SurvivalTable table(Years(2000, 2020), Weibull(3.0, 8.0));
  const auto hurried = table.with_hazard_factors(std::vector<double>(21, 1e6));
  CHECK(hurried.survival(1, 0) == 0.0);
  CHECK(hurried.leaving(1, 0) == 1.0);
  CHECK(hurried.leaving(2, 0) == 0.0);
}

TEST_CASE("half of what a fixed lifetime would take stays for another year") {
  const SurvivalTable table(Years(2000, 2010), critflow::Fixed(3.0));
  const auto spared = table.with_hazard_factors(std::vector<double>(11, 0.5));
  CHECK(spared.survival(2, 0) == 1.0);
  CHECK(spared.survival(3, 0) == 0.5);
  CHECK(spared.survival(4, 0) == 0.25);
}

TEST_CASE("effects of cohort and calendar year are those of the published hazard model") {
  const auto reference = reference_case("dynamic-lifetime/case.json");
  const Years years(1, 40);
  for (const auto& given : reference.at("cases")) {
    CAPTURE(given.at("name").get<std::string>());
    const auto table = SurvivalTable::from_lifetimes(years, [&](int step, int cohort) {
      return Weibull(given.at("shape"), cell(given.at("scale"), step, cohort));
    });
    for (int step = 0; step < years.size(); ++step)
      for (int cohort = 0; cohort <= step; ++cohort)
        CHECK(std::abs(table.hazard(step, cohort) - cell(given.at("hazard"), step, cohort)) <=
              reference.at("tolerance").get<double>());
  }
}

TEST_CASE("a survival that is no share, rises or is not a number is refused with its age") {
  CHECK_THROWS_WITH_AS(SurvivalTable(Years(2000, 2005), Rising{}),
                       "lifetime.survival(3): rises with age: 0.6, must be at most what it was "
                       "before",
                       InvalidValue);
  CHECK_THROWS_WITH_AS(SurvivalTable(Years(2000, 2005), Undefined{}),
                       "lifetime.survival(0): not a share: nan, must be in [0, 1]", InvalidValue);
}

TEST_CASE("hazards, factors and lifetimes that do not fit the axis are refused") {
  const Years years(2000, 2002);
  const SurvivalTable table(years, Weibull(3.0, 8.0));
  CHECK_THROWS_WITH_AS(
      static_cast<void>(SurvivalTable::from_hazards(years, [](int, int) { return 1.5; })),
      "hazard[2000, cohort 2000]: not a share: 1.5, must be in [0, 1]", InvalidValue);
  CHECK_THROWS_WITH_AS(
      static_cast<void>(table.with_hazard_factors(std::vector<double>{1.0, -1.0, 1.0})),
      "hazard factor[2001]: negative or not finite: -1, must be finite and >= 0", InvalidValue);
  CHECK_THROWS_WITH_AS(static_cast<void>(table.with_hazard_factors(std::vector<double>{1.0})),
                       "hazard factor: wrong length: 1, must have one entry per step (3)",
                       InvalidValue);
  CHECK_THROWS_AS(SurvivalTable(years, std::vector<Lifetime>(2, Weibull(3.0, 8.0))), InvalidValue);
}
