#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/lanes_alone.hpp"
#include "solve/series.hpp"

using namespace critflow;

namespace {

using Values = std::vector<double>;

const Values wanted{20, 30, 45, 60, 70, 80, 80, 85, 90, 90};  // in use at the end of the year
const Values stays_new{1.0, 1.0, 0.8, 0.5, 0.1, 0.0};
const Values stays_used{1.0, 0.7, 0.3, 0.0};
constexpr double arriving = 10.0, displacement = 0.65;

/// Storage in two chemistries, and as much in a second life beside it as old cars leave.
struct Storage {
  StockProcess kind{.driver = StockProcess::Driver::stock,
                    .driver_parameter = "wanted",
                    .lead = "kWh",
                    .split = "chemistry.share",
                    .content = {{"cobalt", {"content"}}},
                    .lifetime = "new",
                    .saved = {.by = "second life", .displacement = "displacement"}};
  double arriving = ::arriving;
  double displacement = ::displacement;
};

SystemBuilder builder_of(const Storage& storage) {
  const bool inflow = storage.kind.driver == StockProcess::Driver::inflow;
  SystemBuilder builder("storage");
  builder.years(2000, 2009)
      .layer({.name = "kWh", .unit = "kWh", .conserved = false})
      .layer({.name = "cobalt", .unit = "t", .material = true})
      .dimension("chemistry", {"NMC", "LFP"})
      .dimension("use", {"storage", "vehicles"})
      .lifetime({.name = "new", .first = "", .survival_by_age = stays_new})
      .lifetime({.name = "used", .first = "", .survival_by_age = stays_used})
      .parameter("wanted", inflow ? "kWh/a" : "kWh", table(2000, wanted))
      .parameter("chemistry.share", "1", {{{"chemistry", "NMC"}}}, 0.25)
      .parameter("chemistry.share", "1", {{{"chemistry", "LFP"}}}, 0.75)
      .parameter("content", "t/kWh", {{{"chemistry", "NMC"}}}, 0.01)
      .parameter("content", "t/kWh", {{{"chemistry", "LFP"}}}, 0.0)
      .parameter("arriving", "kWh/a", {{{"use", "storage"}}}, storage.arriving)
      .parameter("arriving", "kWh/a", {{{"use", "vehicles"}}}, 1000.0)
      .parameter("displacement", inflow ? "1/a" : "1", {{{"use", "storage"}}}, storage.displacement)
      .parameter("displacement", inflow ? "1/a" : "1", {{{"use", "vehicles"}}}, 0.0)
      .process("makers", Outside{})
      .process("storage", storage.kind, {"chemistry"})
      .process("old cars", Source{.amount = "arriving"}, {"use"}, {"kWh"})
      .process("second life", StockProcess{.lifetime = "used"}, {"use"}, {"kWh"})
      .process("waste", Outside{})
      .flow({.from = "makers", .to = "storage", .rule = FlowRule::request, .sum = {"chemistry"}})
      .flow({.from = "storage", .to = "waste", .sum = {"chemistry"}})
      .flow({.from = "old cars", .to = "second life"})
      .flow({.from = "second life", .to = "waste", .sum = {"use"}});
  return builder;
}

Values yearly(const Figures& figures, const std::string& layer) {
  return figures.sum("chemistry").select("layer", layer).values;
}

Values new_units(const Storage& storage) {
  return yearly(simulate(builder_of(storage).build()).inflow("storage"), "kWh");
}

double left_of(const Values& entered, const Values& stays, std::size_t year) {
  double left = 0.0;
  for (std::size_t cohort = 0; cohort < std::min(entered.size(), year + 1); ++cohort)
    if (year - cohort < stays.size()) left += entered[cohort] * stays[year - cohort];
  return left;
}

/// What a year's second life saves, by what is in it at the end of the year before.
double saved_by_hand(const Storage& storage, std::size_t year) {
  if (year == 0) return 0.0;
  return storage.displacement *
         left_of(Values(wanted.size(), storage.arriving), stays_used, year - 1);
}

void check_near(const Values& got, const Values& expected) {
  REQUIRE(got.size() == expected.size());
  for (std::size_t i = 0; i < got.size(); ++i)
    CHECK(got[i] == doctest::Approx(expected[i]).epsilon(1e-12));
}

}  // namespace

TEST_CASE("of a prescribed stock, what a second life saves need not be in use here") {
  const Storage storage;
  Values entered;
  for (std::size_t year = 0; year < wanted.size(); ++year)
    entered.push_back(std::max(
        wanted[year] - saved_by_hand(storage, year) - left_of(entered, stays_new, year), 0.0));
  check_near(new_units(storage), entered);
  const Values in_use = yearly(simulate(builder_of(storage).build()).stock("storage"), "kWh");
  CHECK(in_use[4] == doctest::Approx(wanted[4] - displacement * arriving * 2.0));
}

TEST_CASE("of a prescribed inflow, what a second life saves in a year is not asked") {
  Storage storage;
  storage.kind.driver = StockProcess::Driver::inflow;
  storage.displacement = 0.05;  // for each in use: two thirds of a new one that lasts 13 years
  Values entered;
  for (std::size_t year = 0; year < wanted.size(); ++year)
    entered.push_back(wanted[year] - saved_by_hand(storage, year));
  check_near(new_units(storage), entered);
}

TEST_CASE("all variants are asked less alike, in every layer") {
  const Run run = simulate(builder_of({}).build());
  const Figures entered = run.inflow("storage");
  const Values nmc = entered.select("chemistry", "NMC").select("layer", "kWh").values;
  const Values lfp = entered.select("chemistry", "LFP").select("layer", "kWh").values;
  const Values cobalt = yearly(run.flow("makers", "storage"), "cobalt");
  for (std::size_t year = 0; year < nmc.size(); ++year) {
    CHECK(3.0 * nmc[year] == doctest::Approx(lfp[year]));
    CHECK(cobalt[year] == doctest::Approx(0.01 * nmc[year]));
  }
}

TEST_CASE("where more is in a second life than is asked, nothing new is, and nothing is negative") {
  const Values entered = new_units({.arriving = 500.0});
  CHECK(entered.front() == 20.0);
  CHECK(std::count(entered.begin(), entered.end(), 0.0) == 9);
}

TEST_CASE("a displacement of zero is as if there were no second life") {
  Storage alone;
  alone.kind.saved = {};
  CHECK(new_units({.displacement = 0.0}) == new_units(alone));
}

TEST_CASE("samples side by side have the bits of single runs, whatever is saved") {
  check_lanes(builder_of({}).build(), {{.parameter = "displacement",
                                        .place = {{{"use", "storage"}}},
                                        .values = {0.0, 0.3, 0.65, 0.9, 1.0}}});
}

TEST_CASE("what saves must be another stock, counted in the same layer, and known by place") {
  const auto fault_of = [](const Storage& storage) {
    try {
      static_cast<void>(builder_of(storage).build());
    } catch (const ModelFaults& faults) {
      return std::string(faults.what());
    }
    return std::string();
  };
  Storage storage;
  storage.kind.saved.by = "secondlife";
  CHECK(fault_of(storage) ==
        "process.storage.saved: is no other stock: secondlife, must be a process that holds a "
        "stock; did you mean 'second life'?");
  storage.kind.saved.by = "storage";
  CHECK(fault_of(storage) ==
        "process.storage.saved: is no other stock: storage, must be a process that holds a stock");
  storage = {};
  storage.kind.lead = "cobalt";
  storage.kind.content = {{"kWh", {"content"}}};
  CHECK(fault_of(storage).find("process.storage.saved: lacks the layer cobalt: second life, must "
                               "hold what 'storage' counts") != std::string::npos);
  storage = {};
  storage.kind.split = "";
  CHECK(fault_of(storage).find("process.storage.saved: lacks the dimension chemistry: second life, "
                               "must have it, so that it is known what it saves") !=
        std::string::npos);
  storage = {};
  storage.kind.driver = StockProcess::Driver::pushed;
  CHECK(fault_of(storage).find("process.storage.saved: nothing is asked, must stand with a "
                               "driver") != std::string::npos);
  storage = {};
  storage.kind.missed = StockProcess::Missed::lost;
  CHECK(fault_of(storage) ==
        "process.storage.saved: what is missed would be counted as saved: second life, must stand "
        "without missed");
}
