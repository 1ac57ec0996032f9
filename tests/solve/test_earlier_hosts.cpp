#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "critflow/solve/cohorts.hpp"
#include "solve/fleet.hpp"

namespace {

constexpr int cohorts = 12;
constexpr double growth = 0.08;

/// Cars that are sold, with a fleet before the first year.
Fleet sold(const EarlierCohorts& before) {
  Fleet fleet;
  fleet.kind.driver = HostAndComponent::Driver::inflow;
  fleet.kind.initial = before;
  return fleet;
}

/// The same as a stock alone that begins `cohorts` years earlier.
HostComponentHistory longer_history_of(const Fleet& fleet, double total) {
  const Years years(first_year - cohorts, last_year);
  const auto history = [&](double first_inflow) {
    Eigen::ArrayXd inflow(years.size());
    for (int step = 0; step < years.size(); ++step)
      inflow(step) = step < cohorts ? first_inflow * std::pow(1.0 + growth, step)
                                    : fleet.fleet.at(years[step]);
    return inflow_driven(inflow, cars_on(years), batteries_on(years), rules_of(fleet));
  };
  return history(total / history(1.0).stock(cohorts - 1));
}

Figures of_layer(const Figures& all, const std::string& layer) {
  return all.select("layer", layer);
}

/// A fleet of four cohorts whose cars last three years and whose batteries last for ever.
SystemBuilder four_cohorts(const std::vector<double>& cars, Fleet& fleet) {
  fleet = sold({.stock = "cars before"});
  fleet.fleet = Series(0.0);
  fleet.kind.host.lifetime = "three years";
  fleet.kind.component.lifetime = "for ever";
  SystemBuilder builder = builder_of(fleet);
  builder.lifetime({.name = "three years", .distribution = Distribution::fixed, .first = "3"})
      .lifetime({.name = "for ever", .distribution = Distribution::fixed, .first = "1000"});
  for (int c = 0; c < 4; ++c)
    builder.parameter("cars before", "units", {{{"cohort", std::to_string(1996 + c)}}},
                      cars[static_cast<std::size_t>(c)]);
  return builder;
}

}  // namespace

TEST_CASE("a fleet before the first year goes on as if it had been simulated until then") {
  const double total = 5000.0;
  const Fleet fleet = sold({.total = "5000", .growth = "0.08", .cohorts = cohorts});
  const Run run = simulate(system_of(fleet));
  const HostComponentHistory history = longer_history_of(fleet, total);
  const int steps = last_year - first_year + 1;
  CHECK(distance(of_layer(run.stock("use"), "cars"), history.stock.tail(steps)) <= 1e-12);
  CHECK(distance(of_layer(run.inflow("use"), "batteries"), history.new_components.tail(steps)) <=
        1e-12);
  CHECK(distance(of_layer(run.flow("use", "waste"), "batteries"),
                 history.failed_components.tail(steps)) <= 1e-12);
  CHECK(distance(of_layer(run.flow("use", "wrecks"), "cars"), history.hosts_left.tail(steps)) <=
        1e-12);
  CHECK(run.balance().worst <= 1e-13);
}

TEST_CASE("cars before the first year leave at their age, their batteries with them") {
  Fleet fleet;
  const Run run = simulate(four_cohorts({0.0, 20.0, 30.0, 40.0}, fleet).build());
  const std::vector<double> left = of_layer(run.flow("use", "wrecks"), "cars").values;
  CHECK(left[0] == doctest::Approx(20.0));
  CHECK(left[1] == doctest::Approx(30.0));
  CHECK(left[2] == doctest::Approx(40.0));
  CHECK(left[3] == 0.0);
  CHECK(of_layer(run.stock("use"), "batteries").values[0] == doctest::Approx(70.0));
  CHECK(of_layer(run.flow("use", "second life"), "batteries").values[1] == doctest::Approx(30.0));
  const double lithium_of_first_year = 0.002;
  CHECK(of_layer(run.flow("use", "second life"), "lithium").values[1] ==
        doctest::Approx(30.0 * lithium_of_first_year));
}

TEST_CASE("cars older than their lifetime allows are refused, as are other cohorts than the last") {
  Fleet fleet;
  CHECK(faults_of(four_cohorts({10.0, 20.0, 30.0, 40.0}, fleet))
            .find("process.use.initial.stock: older than its lifetime allows: 10") !=
        std::string::npos);
  Fleet odd = sold({.stock = "cars before"});
  SystemBuilder builder = builder_of(odd);
  builder.parameter("cars before", "units", {{{"cohort", "1997"}}}, 10.0);
  CHECK(faults_of(builder).find("initial.stock: cohorts are not every year before the first: "
                                "1997, must be 1999") != std::string::npos);
}

TEST_CASE("without renewal an earlier fleet lives by both lives, over uneven steps as well") {
  Fleet fleet = sold({.total = "5000", .growth = "0.08", .cohorts = cohorts});
  fleet.fleet = Series(0.0);
  fleet.replaced = fleet.reused = 0.0;
  const std::vector<int> steps{2000, 2003, 2004, 2010, 2020, 2030};
  const Run run = simulate(builder_of(fleet).years(Years(steps)).build());
  std::vector<int> all;
  for (int c = 0; c < cohorts; ++c) all.push_back(first_year - cohorts + c);
  all.insert(all.end(), steps.begin(), steps.end());
  const SurvivalTable cars = cars_on(Years(all)), batteries = batteries_on(Years(all));
  const auto in_use = [&](int step) {
    double sum = 0.0;
    for (int c = 0; c < cohorts; ++c)
      sum += std::pow(1.0 + growth, c) * cars.survival(step, c) * batteries.survival(step, c);
    return sum;
  };
  Eigen::ArrayXd expected(static_cast<Eigen::Index>(steps.size()));
  for (int step = 0; step < expected.size(); ++step)
    expected(step) = 5000.0 * in_use(cohorts + step) / in_use(cohorts - 1);
  CHECK(distance(of_layer(run.stock("use"), "batteries"), expected) <= 1e-13);
  CHECK(run.balance().worst <= 1e-13);
}

TEST_CASE("twice the fleet before and twice the sales are twice the flows") {
  const EarlierCohorts before{.total = "before", .growth = "0.08", .cohorts = cohorts};
  const auto failed = [&](double factor) {
    Fleet fleet = sold(before);
    fleet.fleet = fleet.fleet.times(factor);
    SystemBuilder builder = builder_of(fleet);
    builder.parameter("before", "units", 4096.0 * factor);
    return of_layer(simulate(builder.build()).flow("use", "waste"), "lithium").values;
  };
  const std::vector<double> once = failed(1.0), twice = failed(2.0);
  for (std::size_t i = 0; i < once.size(); ++i) CHECK(twice[i] == 2.0 * once[i]);
}

TEST_CASE("cohorts before the first year are shown with the others") {
  const Run run =
      simulate(system_of(sold({.total = "5000", .growth = "0.08", .cohorts = cohorts})));
  const Figures by_cohort = stock_by_cohort(run, "use");
  CHECK(by_cohort.dimensions[1].items.front() == "1988");
  const Figures sum = of_layer(by_cohort.sum("cohort"), "copper");
  const std::vector<double> stock = of_layer(run.stock("use"), "copper").values;
  CHECK(distance(sum, Eigen::Map<const Eigen::ArrayXd>(
                          stock.data(), static_cast<Eigen::Index>(stock.size()))) <= 1e-13);
}
