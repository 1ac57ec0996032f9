#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

#include "critflow/indicator/service.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"

using namespace critflow;

namespace {

using Driver = StockProcess::Driver;

/// Two products; what was used before and is used again of each saves new ones.
std::vector<double> service(Driver driver, double displacement) {
  const bool inflow = driver == Driver::inflow;
  const Place large{{{"product", "large"}}}, small{{{"product", "small"}}};
  const StockProcess use{.driver = driver,
                         .driver_parameter = "wanted",
                         .lead = "units",
                         .content = {{"cobalt", {"0.1"}}},
                         .lifetime = "life",
                         .saved = {.by = "again", .displacement = "displacement"}};
  SystemBuilder builder("again");
  builder.years(2000, 2012)
      .layer({.name = "units", .unit = "units", .conserved = false})
      .layer({.name = "cobalt", .unit = "t", .material = true})
      .dimension("product", {"large", "small"})
      .lifetime({.name = "life", .first = "mean", .second = "2"})
      .parameter("mean", "a", large, 8.0)
      .parameter("mean", "a", small, 4.0)
      .parameter("wanted", inflow ? "units/a" : "units", large, {{2000, 10.0}, {2012, 70.0}})
      .parameter("wanted", inflow ? "units/a" : "units", small, {{2000, 20.0}, {2012, 50.0}})
      .parameter("displacement", inflow ? "1/a" : "1", displacement)
      .parameter("arriving", "units/a", large, 3.0)
      .parameter("arriving", "units/a", small, 1.0)
      .process("makers", Outside{})
      .process("use", use, {"product"})
      .process("old", Source{.amount = "arriving"}, {"product"}, {"units"})
      .process("again", StockProcess{.lifetime = "life"}, {"product"}, {"units"})
      .process("waste", Outside{})
      .flow({.from = "makers", .to = "use", .rule = FlowRule::request, .sum = {"product"}})
      .flow({.from = "use", .to = "waste", .sum = {"product"}})
      .flow({.from = "old", .to = "again"})
      .flow({.from = "again", .to = "waste", .sum = {"product"}});
  return service_in_use(simulate(builder.build()), "use");
}

void check_as_without(Driver driver, double displacement) {
  const std::vector<double> with = service(driver, displacement), without = service(driver, 0.0);
  REQUIRE(with.size() == without.size());
  for (std::size_t year = 0; year < with.size(); ++year)
    CHECK(with[year] == doctest::Approx(without[year]).epsilon(1e-12));
}

}  // namespace

TEST_CASE("a prescribed stock serves as prescribed, whatever of it is saved") {
  check_as_without(Driver::stock, 0.6);
  CHECK(service(Driver::stock, 0.6).back() == doctest::Approx(120.0));
}

TEST_CASE("a prescribed inflow serves as if all were bought, whatever of it is saved") {
  check_as_without(Driver::inflow, 0.1);
}
