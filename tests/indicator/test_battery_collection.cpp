#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/battery_collection.hpp"
#include "critflow/lifetime/survival_table.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "reference.hpp"

using namespace critflow;

namespace {

const nlohmann::json& ceilings() {
  static const nlohmann::json wanted = reference_case("law/collection-ceiling.json");
  return wanted;
}

double weibull_ceiling(double growth, const Entry& entry) {
  const nlohmann::json& life = ceilings()["weibull"];
  const double shape = life["shape"];
  const double scale = life["mean"].get<double>() / std::tgamma(1.0 + 1.0 / shape);
  const SurvivalTable table(Years(2000, 2060), Weibull(shape, scale), entry);
  const auto leaving = table.leaving_of(0);
  return collection_ceiling(growth, {leaving.begin(), leaving.end()});
}

}  // namespace

TEST_CASE("the window is the three years before, without the year itself") {
  const std::vector<double> placed{100.0, 110.0, 121.0};
  const Ratio rate = collection_of_placed(70.0, placed);
  CHECK(100.0 * *rate.value == doctest::Approx(63.4).epsilon(0.001));
  CHECK(*rate.value >= 0.63);
  CHECK(rate.whole == doctest::Approx(331.0 / 3.0));
}

TEST_CASE("the rule of 2006 counts the year itself, and falls behind in a growing market") {
  const Ratio old = collection_by_the_rule_of_2006(70.0, {100.0, 110.0, 121.0, 130.0});
  CHECK(100.0 * *old.value == doctest::Approx(58.2).epsilon(0.001));
}

TEST_CASE("at steady growth the rate of 2023 is one plus growth times that of 2006") {
  const double growth = 0.07;
  std::vector<double> placed{50.0};
  while (placed.size() < 6) placed.push_back(placed.back() * (1.0 + growth));
  const std::vector<double> before(placed.begin(), placed.end() - 1);
  CHECK(*collection_of_placed(20.0, before).value ==
        doctest::Approx(*collection_by_the_rule_of_2006(20.0, placed).value * (1.0 + growth))
            .epsilon(1e-14));
}

TEST_CASE("fewer than three years, or none sold, give no rate: the window is never shortened") {
  CHECK(collection_of_placed(70.0, {100.0, 110.0}).reason == "fewer than three years of sales");
  CHECK_FALSE(collection_of_placed(70.0, {0.0, 0.0, 0.0}).value.has_value());
}

TEST_CASE("what is available for collection is what left use, without what left the country") {
  const AvailableForCollection waste{
      .left_use = 100.0, .exported_used = 10.0, .exported_in_appliances = 15.0, .imported_used = 5};
  CHECK(*collection_of_available(40.0, waste).value == doctest::Approx(0.5));
  CHECK_FALSE(collection_of_available(0.0, {}).value.has_value());
}

TEST_CASE(
    "in a growing market the legal rate has a ceiling far below one, in a shrinking one above") {
  for (const auto& by_growth : ceilings()["by_growth"].items())
    for (std::size_t i = 0; i < by_growth.value().size(); ++i) {
      const std::string& growth = by_growth.key();
      const auto& wanted = by_growth.value();
      CAPTURE(growth);
      std::vector<double> leaving(ceilings()["lives"][i].get<std::size_t>() + 1, 0.0);
      leaving.back() = 1.0;
      const double ceiling = 100.0 * collection_ceiling(std::stod(growth), leaving);
      CHECK(std::fabs(ceiling - wanted[i].get<double>()) <= ceilings()["tolerance"]);
    }
}

TEST_CASE("the ceiling of a spread life depends on when in the year units enter") {
  const nlohmann::json& wanted = ceilings()["weibull"];
  for (const double growth : {0.1, 0.2}) {
    const std::string key = growth < 0.15 ? "0.1" : "0.2";
    CHECK(std::fabs(100.0 * weibull_ceiling(growth, Entry::middle()) -
                    wanted["middle"][key].get<double>()) <= wanted["tolerance"]);
    CHECK(std::fabs(100.0 * weibull_ceiling(growth, Entry::end()) -
                    wanted["end"][key].get<double>()) <= wanted["tolerance"]);
  }
}

TEST_CASE("e-bikes that sell ten per cent more each year cannot reach 61 %, and hardly 51 %") {
  std::vector<double> nine_years(10, 0.0);
  nine_years.back() = 1.0;
  const double ceiling = collection_ceiling(0.10, nine_years);
  CHECK(0.51 / ceiling == doctest::Approx(1.0).epsilon(0.01));
  CHECK(0.61 / ceiling == doctest::Approx(1.19).epsilon(0.005));
}

TEST_CASE("a market that shrinks to nothing at once has no growth") {
  CHECK_THROWS_AS((void)collection_ceiling(-1.0, {1.0}), InvalidValue);
}
