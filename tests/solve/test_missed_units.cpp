#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"
#include "lanes_alone.hpp"
#include "solve/series.hpp"

using namespace critflow;

namespace {

constexpr double lithium_in_car = 0.5;
using Values = std::vector<double>;

const std::vector<double> stays{1.0, 0.9, 0.4, 0.0};
const std::vector<double> lithium{9, 9, 3, 0, 2, 5, 6, 20, 20, 1, 4, 30};  // mined at most [t/a]
const std::vector<double> sales{10, 12, 14, 16, 8, 8, 9, 9, 10, 12, 3, 2};
const std::vector<double> fleet{15, 20, 26, 30, 30, 32, 33, 34, 34, 30, 31, 33};

/// A fleet whose maker has only so much lithium.
System cars(StockProcess::Driver driver, StockProcess::Missed missed) {
  const bool inflow = driver == StockProcess::Driver::inflow;
  SystemBuilder builder("cars");
  builder.years(2000, 2011)
      .layer({.name = "units", .unit = "units", .conserved = false})
      .layer({.name = "lithium", .unit = "t", .material = true})
      .lifetime({.name = "life", .first = "", .survival_by_age = stays})
      .parameter("sales", "units/a", table(2000, sales))
      .parameter("fleet", "units", table(2000, fleet))
      .parameter("lithium", "t/a", table(2000, lithium))
      .parameter("pack", "t/unit", lithium_in_car)
      .process("ore", Outside{})
      .process("mine", Production{}, {}, {"lithium"})
      .process("metal", Market{.offers = {"mine"}}, {}, {"lithium"})
      .process("maker", Production{.shortage = Production::Shortage::deliver_less})
      .process("use", StockProcess{.driver = driver,
                                   .driver_parameter = inflow ? "sales" : "fleet",
                                   .lead = "units",
                                   .content = {{"lithium", {"pack"}}},
                                   .lifetime = "life",
                                   .missed = missed})
      .process("scrapyard", Outside{})
      .flow({.from = "ore", .to = "mine", .rule = FlowRule::request})
      .flow({.from = "mine", .to = "metal", .rule = FlowRule::request, .capacity = "lithium"})
      .flow({.from = "metal", .to = "maker", .rule = FlowRule::request})
      .flow({.from = "maker", .to = "use", .rule = FlowRule::request})
      .flow({.from = "use", .to = "scrapyard"});
  return builder.build();
}

/// Year by year by hand: `wanted` says what is asked, from what came and what was missed so far.
template <class Wanted>
std::vector<double> arrived(Wanted wanted) {
  std::vector<double> came, missed;
  for (std::size_t year = 0; year < lithium.size(); ++year) {
    const double asked = std::max(wanted(year, came, missed), 0.0);
    came.push_back(std::min(asked, lithium[year] / lithium_in_car));
    missed.push_back(asked - came.back());
  }
  return came;
}

double left_of(const std::vector<double>& entered, std::size_t year) {
  double left = 0.0;
  for (std::size_t cohort = 0; cohort < entered.size(); ++cohort)
    if (year - cohort < stays.size()) left += entered[cohort] * stays[year - cohort];
  return left;
}

void check_came(StockProcess::Driver driver, StockProcess::Missed missed,
                const std::vector<double>& expected) {
  const Run run = simulate(cars(driver, missed));
  std::vector<double> in_use, with_lithium;
  for (std::size_t year = 0; year < expected.size(); ++year) {
    in_use.push_back(
        left_of({expected.begin(), expected.begin() + static_cast<long>(year) + 1}, year));
    with_lithium.push_back(expected[year] * lithium_in_car);
  }
  CHECK(distance(run.inflow("use").select("layer", "units").values, expected) <= 1e-12);
  CHECK(distance(run.inflow("use").select("layer", "lithium").values, with_lithium) <= 1e-12);
  CHECK(distance(run.stock("use").select("layer", "units").values, in_use) <= 1e-12);
  CHECK(run.balance().worst <= 1e-14);
}

}  // namespace

TEST_CASE("a fleet that missed cars catches up, unless what it missed is lost") {
  const Values catching_up = arrived([](std::size_t year, const Values& came, const Values&) {
    return fleet[year] - left_of(came, year);
  });
  const Values lost = arrived([](std::size_t year, const Values& came, const Values& missed) {
    return fleet[year] - left_of(came, year) - left_of(missed, year);
  });
  const auto driver = StockProcess::Driver::stock;
  check_came(driver, StockProcess::Missed::as_driven, catching_up);
  check_came(driver, StockProcess::Missed::catch_up, catching_up);
  check_came(driver, StockProcess::Missed::lost, lost);
  CHECK(distance(catching_up, lost) > 1.0);
}

TEST_CASE("sales that were missed are lost, unless they are asked for again in the next year") {
  const Values lost =
      arrived([](std::size_t year, const Values&, const Values&) { return sales[year]; });
  const Values catching_up = arrived([](std::size_t year, const Values&, const Values& missed) {
    return sales[year] + (year == 0 ? 0.0 : missed[year - 1]);
  });
  const auto driver = StockProcess::Driver::inflow;
  check_came(driver, StockProcess::Missed::as_driven, lost);
  check_came(driver, StockProcess::Missed::lost, lost);
  check_came(driver, StockProcess::Missed::catch_up, catching_up);
  CHECK(distance(catching_up, lost) > 1.0);
}

TEST_CASE("what was missed in lanes is what a run on its own missed, to the bit") {
  std::vector<double> packs;  // one full pack of samples and a part of another
  for (int k = 0; k < 11; ++k) packs.push_back(0.3 + 0.05 * k);
  using enum StockProcess::Missed;
  check_lanes(cars(StockProcess::Driver::stock, lost), {{"pack", {}, packs}});
  check_lanes(cars(StockProcess::Driver::inflow, catch_up), {{"pack", {}, packs}});
}
