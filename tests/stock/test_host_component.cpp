#include <doctest/doctest.h>

#include <string>

#include "comparison.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/lifetime/fixed.hpp"
#include "critflow/lifetime/normal.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "critflow/stock/host_component.hpp"
#include "critflow/stock/inflow_driven.hpp"
#include "critflow/stock/stock_driven.hpp"
#include "lifetimes.hpp"
#include "reference.hpp"

using namespace critflow;

namespace {

const Years thirty_years(2001, 2030);
const Eigen::ArrayXd growing_stock = Eigen::ArrayXd::LinSpaced(30, 40.0, 900.0);

/// Lives under which some fail in their year of entry.
SurvivalTable cars(const Years& years = thirty_years) { return {years, Normal(10.0, 5.0)}; }
SurvivalTable batteries(const Years& years = thirty_years) { return {years, Normal(6.0, 4.0)}; }
SurvivalTable lasting(const Years& years = thirty_years) { return {years, Fixed(1000.0)}; }

HostComponentRules replace_and_reuse(double replaced, double reused) {
  HostComponentRules rules;
  rules.replaced = replaced;
  rules.reused = reused;
  return rules;
}

/// Worst of both balances, and of both kinds of cohorts against the stock, as a share of it.
double imbalance(const HostComponentHistory& history, const Years& years) {
  double worst = 0.0;
  double before = 0.0;
  for (int step = 0; step < years.size(); ++step) {
    const double change = (history.stock(step) - before) / years.length(step);
    const double hosts = history.new_hosts(step) - history.hosts_left(step);
    const double components = history.new_components(step) - history.failed_components(step) -
                              history.working_components(step);
    for (const double difference :
         {hosts - change, components - change, history.hosts.row(step).sum() - history.stock(step),
          history.components.row(step).sum() - history.stock(step)})
      worst = std::max(worst, std::abs(difference));
    before = history.stock(step);
  }
  return worst / history.stock.maxCoeff();
}

}  // namespace

TEST_CASE("hosts with components agree with the published model") {
  const auto reference = reference_case("product-component/case.json");
  const double tolerance = reference.at("tolerance");
  for (const auto& given : reference.at("cases")) {
    const std::string name = given.at("case");
    CAPTURE(name);
    const Eigen::ArrayXd stock =
        series_of(reference.at("stock").at(given.at("stock").get<std::string>()));
    const Years years(1, static_cast<int>(stock.size()));
    const SurvivalTable hosts(years, lifetimes_of(reference.at("product"), 1).front());
    const SurvivalTable components(years, lifetimes_of(reference.at("component"), 1).front());
    const auto use =
        stock_driven(stock, hosts, name.starts_with("case_1") ? lasting(years) : components,
                     replace_and_reuse(given.at("replaced"), given.at("reused")));
    CHECK(distance(use.new_hosts, series_of(given.at("i_pr"))) <= tolerance);
    CHECK(distance(use.hosts_left, series_of(given.at("o_pr"))) <= tolerance);
    CHECK(distance(use.new_components, series_of(given.at("i_cm"))) <= tolerance);
    CHECK(distance(use.failed_components + use.working_components, series_of(given.at("o_cm"))) <=
          tolerance);
    const Eigen::Index last = stock.size() - 1;
    CHECK(distance(use.hosts.row(last).transpose(), series_of(given.at("sc_pr_last"))) <=
          tolerance);
    CHECK(distance(use.components.row(last).transpose(), series_of(given.at("sc_cm_last"))) <=
          tolerance);
  }
}

TEST_CASE("hosts and components are conserved under every rule, also over uneven steps") {
  const Years uneven({2000, 2001, 2003, 2006, 2010, 2015, 2020, 2030});
  const Eigen::ArrayXd stock = Eigen::ArrayXd::LinSpaced(8, 10.0, 50.0);
  for (const double replaced : {0.0, 0.3, 1.0})
    for (const double reused : {0.0, 0.8, 1.0})
      for (const double accepted : {0.0, 0.5, 1.0}) {
        HostComponentRules rules = replace_and_reuse(replaced, reused);
        rules.in_old_hosts = accepted;
        rules.in_new_hosts = 1.0 - 0.5 * accepted;
        rules.replaced_up_to_age = 12.0;
        rules.reused_up_to_age = 5.0;
        const auto even = stock_driven(growing_stock, cars(), batteries(), rules);
        CHECK(imbalance(even, thirty_years) <= 1e-14);
        CHECK(distance(even.stock, growing_stock) <= 1e-14);
        CHECK(even.new_hosts.minCoeff() >= 0.0);
        CHECK(even.new_components.minCoeff() >= 0.0);
        CHECK(even.working_components.minCoeff() >= 0.0);
        const auto inflow = inflow_driven(stock, cars(uneven), batteries(uneven), rules);
        CHECK(imbalance(inflow, uneven) <= 1e-14);
      }
}

TEST_CASE("twice the stock has twice the flows") {
  const auto rules = replace_and_reuse(0.7, 0.6);
  const auto once = stock_driven(growing_stock, cars(), batteries(), rules);
  const auto twice = stock_driven(2.0 * growing_stock, cars(), batteries(), rules);
  CHECK((twice.new_hosts == 2.0 * once.new_hosts).all());
  CHECK((twice.new_components == 2.0 * once.new_components).all());
  CHECK((twice.failed_components == 2.0 * once.failed_components).all());
}

TEST_CASE("a component that outlasts all leaves a stock with the lifetime of the host") {
  const auto one = stock_driven(growing_stock, cars());
  const auto two = stock_driven(growing_stock, cars(), lasting(), replace_and_reuse(0.7, 0.0));
  CHECK(distance(two.new_hosts, one.inflow) <= 1e-12);
  CHECK(distance(two.hosts_left, one.outflow) <= 1e-12);
  CHECK(two.failed_components.maxCoeff() == 0.0);
  CHECK(distance(two.working_components, one.outflow) <= 1e-12);

  const auto sold = inflow_driven(growing_stock, cars());
  const auto sold_with = inflow_driven(growing_stock, cars(), lasting(), {});
  CHECK(distance(sold_with.stock, sold.stock) <= 1e-12);
  CHECK(distance(sold_with.hosts_left, sold.outflow) <= 1e-12);
}

TEST_CASE("without replacement and reuse a pair lives as its two hazards together") {
  const SurvivalTable hosts = cars(), components = batteries();
  const auto together = SurvivalTable::from_hazards(thirty_years, [&](int step, int cohort) {
    return 1.0 - (1.0 - hosts.hazard(step, cohort)) * (1.0 - components.hazard(step, cohort));
  });
  const auto one = stock_driven(growing_stock, together);
  const auto two = stock_driven(growing_stock, hosts, components, {});
  CHECK(distance(two.new_hosts, one.inflow) <= 1e-12);
  CHECK(distance(two.new_components, one.inflow) <= 1e-12);
  CHECK(distance(two.hosts_left, one.outflow) <= 1e-12);
  CHECK(distance(two.hosts, stock_by_cohort(one, together)) <= 1e-12);
}

TEST_CASE("sales of one kind of run are the sales of the other") {
  const auto rules = replace_and_reuse(0.7, 0.6);
  const auto by_stock = stock_driven(growing_stock, cars(), batteries(), rules);
  const auto by_sales = inflow_driven(by_stock.new_hosts, cars(), batteries(), rules);
  CHECK(distance(by_sales.stock, growing_stock) <= 1e-12);
  CHECK(distance(by_sales.new_components, by_stock.new_components) <= 1e-12);
  CHECK(distance(by_sales.components, by_stock.components) <= 1e-12);
}

TEST_CASE("what is replaced saves hosts and costs components, what is reused saves components") {
  const auto sum = [](const HostComponentRules& rules) {
    const auto use = stock_driven(growing_stock, cars(), batteries(), rules);
    return std::pair(use.new_hosts.sum(), use.new_components.sum());
  };
  const auto [hosts, components] = sum({});
  const auto [hosts_replaced, components_replaced] = sum(replace_and_reuse(0.8, 0.0));
  const auto [hosts_both, components_both] = sum(replace_and_reuse(0.8, 0.8));
  CHECK(hosts_replaced < hosts);
  CHECK(components_replaced > hosts_replaced);
  CHECK(components_both < components_replaced);
  CHECK(components_both < components);
}

TEST_CASE("no host older than the limit is repaired, no older component reused") {
  HostComponentRules never = replace_and_reuse(0.8, 0.8);
  never.replaced_up_to_age = never.reused_up_to_age = 0.0;
  const auto nothing_done = stock_driven(growing_stock, cars(), batteries(), {});
  const auto limited = stock_driven(growing_stock, cars(), batteries(), never);
  CHECK((limited.new_components == nothing_done.new_components).all());

  HostComponentRules always = replace_and_reuse(0.8, 0.8);
  const auto unlimited = stock_driven(growing_stock, cars(), batteries(), always);
  always.replaced_up_to_age = always.reused_up_to_age = 29.0;
  const auto all_ages = stock_driven(growing_stock, cars(), batteries(), always);
  CHECK((all_ages.new_components == unlimited.new_components).all());
}

TEST_CASE("reuse where no host accepts a reused component is no reuse") {
  HostComponentRules refused = replace_and_reuse(0.7, 0.6);
  refused.in_old_hosts = refused.in_new_hosts = 0.0;
  const auto with = stock_driven(growing_stock, cars(), batteries(), refused);
  const auto without =
      stock_driven(growing_stock, cars(), batteries(), replace_and_reuse(0.7, 0.0));
  CHECK((with.new_components == without.new_components).all());
  CHECK((with.working_components == without.working_components).all());
}

TEST_CASE("a stock of hosts that falls too fast is refused, or retired early with its components") {
  Eigen::ArrayXd falling(4);
  falling << 100.0, 100.0, 40.0, 40.0;
  const SurvivalTable hosts(Years(2030, 2033), Weibull(3.0, 14.0));
  CHECK_THROWS_WITH_AS(static_cast<void>(stock_driven(falling, hosts, hosts, {})),
                       doctest::Contains("stock[2032]: falls by more than leaves: 40"),
                       InvalidValue);
  const auto use = stock_driven(falling, hosts, hosts, {}, ShrinkingStock::retire_early);
  CHECK(distance(use.stock, falling) <= 1e-14);
  CHECK(imbalance(use, hosts.years()) <= 1e-14);
  CHECK(use.working_components(2) > 50.0);
  CHECK_THROWS_WITH_AS(
      static_cast<void>(stock_driven(falling, hosts, hosts, {}, ShrinkingStock::allow_negative)),
      "shrinking: not for hosts with components: allow_negative, must be refuse or retire_early",
      InvalidValue);
}

TEST_CASE("rules that are no shares or ages, and lives that do not fit, are refused") {
  const auto run = [](const HostComponentRules& rules) {
    static_cast<void>(stock_driven(growing_stock, cars(), batteries(), rules));
  };
  CHECK_THROWS_WITH_AS(run(replace_and_reuse(1.1, 0.0)),
                       "rules.replaced: out of range: 1.1, must be in [0, 1]", InvalidValue);
  CHECK_THROWS_WITH_AS(run(replace_and_reuse(0.0, -0.1)), doctest::Contains("rules.reused"),
                       InvalidValue);
  HostComponentRules rules;
  rules.reused_up_to_age = -1.0;
  CHECK_THROWS_WITH_AS(run(rules), doctest::Contains("rules.reused_up_to_age"), InvalidValue);

  CHECK_THROWS_WITH_AS(
      static_cast<void>(stock_driven(growing_stock, cars(), batteries(Years(2001, 2040)), {})),
      "components: not on one time axis: 2001 to 2040, must have the years of the hosts",
      InvalidValue);
  CHECK_THROWS_WITH_AS(
      static_cast<void>(stock_driven(growing_stock, cars(), {thirty_years, Fixed(0.0)}, {})),
      doctest::Contains("stock[2001]: held by units that leave at once"), InvalidValue);
}
