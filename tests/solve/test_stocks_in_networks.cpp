#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "critflow/lifetime/weibull.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"
#include "critflow/stock/inflow_driven.hpp"
#include "critflow/stock/initial_stock.hpp"
#include "critflow/stock/stock_driven.hpp"
#include "solve/series.hpp"

using namespace critflow;

namespace {

const Weibull life(2.5, 9.0);
const StockProcess sold{.driver = StockProcess::Driver::inflow,
                        .driver_parameter = "sales",
                        .lead = "units",
                        .lifetime = "life"};
const StockProcess wanted{.driver = StockProcess::Driver::stock,
                          .driver_parameter = "fleet",
                          .lead = "units",
                          .lifetime = "life"};

SystemBuilder units_in_use(const StockProcess& use, const Entry& entry = Entry::end()) {
  return SystemBuilder("units")
      .years(2000, 2019)
      .layer({.name = "units", .unit = "units"})
      .lifetime(
          {.name = "life", .by_mean_and_sd = false, .first = "2.5", .second = "9", .entry = entry})
      .process("maker", Outside{})
      .process("use", use)
      .process("waste", Outside{})
      .flow({.from = "maker", .to = "use", .rule = FlowRule::request})
      .flow({.from = "use", .to = "waste"});
}

double relative_distance(const Figures& figures, const Eigen::ArrayXd& expected) {
  return distance(figures.values, std::vector<double>(expected.begin(), expected.end())) /
         expected.abs().maxCoeff();
}

void check_same(const Run& run, const StockHistory& alone) {
  CHECK(relative_distance(run.stock("use"), alone.stock) <= 1e-14);
  CHECK(relative_distance(run.inflow("use"), alone.inflow) <= 1e-14);
  CHECK(relative_distance(run.outflow("use"), alone.outflow) <= 1e-13);
  CHECK(run.balance().worst <= 1e-13);
}

const std::vector<double> rising_and_falling{10, 30, 50, 60, 70, 75, 75, 70, 50, 30,
                                             20, 18, 16, 30, 50, 55, 50, 45, 40, 5};

Eigen::ArrayXd as_array(const std::vector<double>& values) {
  return Eigen::Map<const Eigen::ArrayXd>(values.data(), static_cast<Eigen::Index>(values.size()));
}

}  // namespace

TEST_CASE("content that is said once or again for every year leads to the same stock") {
  const auto cobalt_in_use = [](bool by_year) {
    StockProcess use = wanted;
    use.shrinking = ShrinkingStock::retire_early;
    use.content = {{"cobalt", {"content"}}};
    use.initial = {.total = "60", .cohorts = 10};
    SystemBuilder builder = units_in_use(use);
    builder.layer({.name = "cobalt", .unit = "t", .material = true})
        .parameter("fleet", "units", table(2000, rising_and_falling));
    if (by_year)
      builder.parameter("content", "t/unit", table(2000, std::vector<double>(20, 0.03)));
    else
      builder.parameter("content", "t/unit", 0.03);
    return simulate(builder.build());
  };
  const Run once = cobalt_in_use(false), every_year = cobalt_in_use(true);
  CHECK(distance(once.stock("use").values, every_year.stock("use").values) <= 1e-13);
  CHECK(distance(once.outflow("use").values, every_year.outflow("use").values) <= 1e-13);
  CHECK(once.balance().worst <= 1e-13);
}

TEST_CASE("constant sales lead to a stock of sales times the sum of survival") {
  const Run run = simulate(units_in_use(sold).parameter("sales", "units/a", 7.0).build());
  double sum = 0.0;
  for (int age = 0; age < 20; ++age) sum += life.survival(age);
  CHECK(run.stock("use").values.back() == doctest::Approx(7.0 * sum).epsilon(1e-14));
}

TEST_CASE("a stock in a network is the stock alone, however cohorts enter") {
  for (const Entry& entry : {Entry::start(), Entry::middle(), Entry::end(), Entry::spread(4)}) {
    CAPTURE(entry.name());
    const Run run = simulate(units_in_use(sold, entry)
                                 .parameter("sales", "units/a", table(2000, rising_and_falling))
                                 .build());
    check_same(run, inflow_driven(as_array(rising_and_falling),
                                  SurvivalTable(Years(2000, 2019), life, entry)));
  }
}

TEST_CASE("a stock in a network is the stock alone on an uneven axis") {
  const Years years({2000, 2005, 2007, 2012, 2020, 2021, 2030});
  const std::vector<double> sales{5, 9, 12, 20, 10, 4, 30};
  Series by_year({{2000, 5}, {2005, 9}, {2007, 12}, {2012, 20}, {2020, 10}, {2021, 4}, {2030, 30}});
  const Run run = simulate(units_in_use(sold, Entry::middle())
                               .years(years)
                               .parameter("sales", "units/a", by_year)
                               .build());
  check_same(run, inflow_driven(as_array(sales), SurvivalTable(years, life, Entry::middle())));
}

TEST_CASE("a prescribed stock that shrinks retires units early as the stock alone does") {
  StockProcess use = wanted;
  use.shrinking = ShrinkingStock::retire_early;
  const Run run = simulate(units_in_use(use, Entry::middle())
                               .parameter("fleet", "units", table(2000, rising_and_falling))
                               .build());
  check_same(run, stock_driven(as_array(rising_and_falling),
                               SurvivalTable(Years(2000, 2019), life, Entry::middle()),
                               ShrinkingStock::retire_early));
}

TEST_CASE("a prescribed stock that shrinks too fast is refused, with the year and the way out") {
  const System system = units_in_use(wanted)
                            .parameter("fleet", "units", {{2000, 10}, {2010, 100}, {2011, 20}})
                            .build();
  try {
    (void)simulate(system);
    FAIL("was not refused");
  } catch (const ModelFaults& found) {
    const Fault& fault = found.faults().front();
    CHECK(fault.where == "process.use.driver");
    CHECK(fault.what == "stock shrinks faster than its cohorts retire in 2011");
    CHECK(fault.rule == "be at most the prescribed 20; or choose shrinking = \"retire_early\"");
  }
}

TEST_CASE("an initial stock by cohort is in use before the first year and leaves by its ages") {
  StockProcess use = sold;
  use.initial.stock = "before";
  SystemBuilder builder = units_in_use(use);
  const std::vector<double> cohorts{3, 8, 0, 20};
  for (int c = 0; c < 4; ++c)
    builder.parameter("before", "units", place("cohort", std::to_string(1996 + c)),
                      cohorts[static_cast<std::size_t>(c)]);
  const Run run =
      simulate(builder.parameter("sales", "units/a", table(2000, rising_and_falling)).build());
  const SurvivalTable table(Years(1996, 2019), life);
  Eigen::ArrayXd inflow(24);
  inflow << inflow_behind(as_array(cohorts), table), as_array(rising_and_falling);
  const StockHistory alone = inflow_driven(inflow, table);
  CHECK(relative_distance(run.stock("use"), alone.stock.tail(20)) <= 1e-13);
  CHECK(relative_distance(run.outflow("use"), alone.outflow.tail(20)) <= 1e-13);
  CHECK(run.balance().worst <= 1e-13);
}

TEST_CASE("an initial stock known in total has the ages that its growth implies") {
  StockProcess use = sold;
  use.initial = {.total = "120", .growth = "0.07", .cohorts = 15};
  const Run run = simulate(
      units_in_use(use).parameter("sales", "units/a", table(2000, rising_and_falling)).build());
  const SurvivalTable table(Years(1985, 2019), life);
  Eigen::ArrayXd inflow(35);
  inflow << inflow_behind(cohorts_from_growth(120.0, 0.07, 15, table), table),
      as_array(rising_and_falling);
  CHECK(relative_distance(run.stock("use"), inflow_driven(inflow, table).stock.tail(20)) <= 1e-13);
}

TEST_CASE("what leaves in its year of entry goes round a loop in that year") {
  const StockProcess pushed{.lifetime = "life"};
  const Run run = simulate(SystemBuilder("loop")
                               .years(2000, 2010)
                               .layer({.name = "mass", .unit = "t"})
                               .lifetime({.name = "life",
                                          .distribution = Distribution::exponential,
                                          .first = "5",
                                          .second = "5",
                                          .entry = Entry::start()})
                               .process("new", Source{.amount = "100"})
                               .process("factory", Treatment{})
                               .process("use", pushed)
                               .process("collection", Treatment{})
                               .process("losses", Outside{})
                               .flow({.from = "new", .to = "factory"})
                               .flow({.from = "factory", .to = "use"})
                               .flow({.from = "use", .to = "collection"})
                               .flow({.from = "collection", .to = "factory", .factors = {"0.5"}})
                               .flow({.from = "collection", .to = "losses", .rule = FlowRule::rest})
                               .build());
  const double first_year = 1.0 - std::exp(-1.0 / 5.0);
  const std::vector<double> inflow = run.inflow("use").values, stock = run.stock("use").values;
  CHECK(inflow[0] == doctest::Approx(100.0 / (1.0 - 0.5 * first_year)).epsilon(1e-14));
  const double released = stock[0] * first_year;
  CHECK(inflow[1] ==
        doctest::Approx((100.0 + 0.5 * released) / (1.0 - 0.5 * first_year)).epsilon(1e-14));
  CHECK(run.plan().loops().size() == 1);
}
