#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/cohorts.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/series.hpp"

using namespace critflow;

namespace {

constexpr double share_of_nmc = 0.75;  // in the first year
constexpr double cobalt_in_nmc = 0.008;

/// Ninety batteries of two chemistries that last five years each.
SystemBuilder batteries(const EarlierCohorts& initial) {
  SystemBuilder builder("batteries");
  builder.years(2000, 2003)
      .layer({.name = "units", .unit = "units", .conserved = false})
      .layer({.name = "cobalt", .unit = "t", .material = true})
      .dimension("chemistry", {"NMC", "LFP"})
      .parameter("fleet", "units", 90.0)
      .parameter("split", "1", place("chemistry", "NMC"), {{2000, share_of_nmc}, {2001, 0.5}})
      .parameter("split", "1", place("chemistry", "LFP"), {{2000, 1.0 - share_of_nmc}, {2001, 0.5}})
      .parameter("cobalt", "t/unit", place("chemistry", "NMC"), cobalt_in_nmc)
      .parameter("cobalt", "t/unit", place("chemistry", "LFP"), 0.0)
      .lifetime({.name = "life", .distribution = Distribution::fixed, .first = "5"})
      .process("use",
               StockProcess{.driver = StockProcess::Driver::stock,
                            .driver_parameter = "fleet",
                            .lead = "units",
                            .split = "split",
                            .content = {{"cobalt", {"cobalt"}}},
                            .lifetime = "life",
                            .initial = initial},
               {"chemistry"})
      .process("factory", Outside{})
      .process("scrap", Outside{})
      .flow({.from = "factory", .to = "use", .rule = FlowRule::request, .sum = {"chemistry"}})
      .flow({.from = "use", .to = "scrap", .sum = {"chemistry"}});
  return builder;
}

/// Eighteen of each year from 1995 to 1999, so many of them NMC. In 2000 those of 1995 are replaced
/// as its split says.
void check_first_year(const Run& run, double nmc_a_year) {
  const double nmc = 4.0 * nmc_a_year + 18.0 * share_of_nmc;
  const auto in_use = [&](const std::string& chemistry, const std::string& layer) {
    return run.stock("use").at({{{"year", "2000"}, {"chemistry", chemistry}, {"layer", layer}}});
  };
  CHECK(in_use("NMC", "units") == doctest::Approx(nmc));
  CHECK(in_use("LFP", "units") == doctest::Approx(90.0 - nmc));
  CHECK(in_use("NMC", "cobalt") == doctest::Approx(nmc * cobalt_in_nmc));
  CHECK(in_use("LFP", "cobalt") == 0.0);
  const Figures by_cohort = stock_by_cohort(run, "use");
  const auto of_1997 = [&](const std::string& chemistry) {
    return by_cohort.at(
        {{{"year", "2001"}, {"cohort", "1997"}, {"chemistry", chemistry}, {"layer", "units"}}});
  };
  CHECK(of_1997("NMC") == doctest::Approx(nmc_a_year));
  CHECK(of_1997("LFP") == doctest::Approx(18.0 - nmc_a_year));
  CHECK(distance(by_cohort.sum("cohort").values, run.stock("use").values) <= 1e-13);
}

}  // namespace

TEST_CASE("an initial stock of all variants together has the split of the first year") {
  check_first_year(
      simulate(
          batteries({.total = "before", .cohorts = 5}).parameter("before", "units", 90.0).build()),
      18.0 * share_of_nmc);
  SystemBuilder builder = batteries({.stock = "before"});
  for (const std::string cohort : {"1995", "1996", "1997", "1998", "1999"})
    builder.parameter("before", "units", place("cohort", cohort), 18.0);
  check_first_year(simulate(builder.build()), 18.0 * share_of_nmc);
}

TEST_CASE("an initial stock of each variant is what is given, whatever is split later") {
  check_first_year(simulate(batteries({.total = "before", .cohorts = 5})
                                .parameter("before", "units", place("chemistry", "NMC"), 20.0)
                                .parameter("before", "units", place("chemistry", "LFP"), 70.0)
                                .build()),
                   4.0);
  SystemBuilder builder = batteries({.stock = "before"});
  for (const std::string cohort : {"1995", "1996", "1997", "1998", "1999"})
    builder.parameter("before", "units", {{{"chemistry", "NMC"}, {"cohort", cohort}}}, 4.0)
        .parameter("before", "units", {{{"chemistry", "LFP"}, {"cohort", cohort}}}, 14.0);
  check_first_year(simulate(builder.build()), 4.0);
}
