#include <doctest/doctest.h>

#include "critflow/solve/modelled.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/crm4.hpp"
#include "solve/observed.hpp"

using namespace critflow;

TEST_CASE("the model says what it has where a figure was published") {
  const System system = ObservedPhones(0.4).build({{2010, 120.0}});
  const Run run = simulate(system);
  CHECK(modelled(run, system.observations().front()) ==
        run.flow("waste", "collection").at({{{"year", "2010"}, {"layer", "copper"}}}));
}

TEST_CASE("dimensions that an observation does not select are summed") {
  const Run run = simulate(crm4::system());
  const Figures stock = run.stock("use").select("layer", "cobalt").select("year", "2030");
  Observation in_use{.name = "in use",
                     .quantity = Observation::Quantity::stock,
                     .process = "use",
                     .layer = "cobalt",
                     .year = 2030};
  double all = 0.0;
  for (const double value : stock.values) all += value;
  CHECK(modelled(run, in_use) == doctest::Approx(all).epsilon(1e-14));
  const Dimension& region = stock.dimensions.front();
  in_use.place.at.push_back({region.name, region.items.front()});
  const Figures there = stock.select(region.name, region.items.front());
  double part = 0.0;
  for (const double value : there.values) part += value;
  CHECK(modelled(run, in_use) == doctest::Approx(part).epsilon(1e-14));
  in_use.quantity = Observation::Quantity::outflow;
  CHECK(modelled(run, in_use) > 0.0);
}

TEST_CASE("an observation of what the run does not have is told") {
  const Run run = simulate(ObservedPhones(0.4).build({}));
  CHECK_THROWS_WITH_AS((void)modelled(run, {.name = "x", .process = "drawer", .layer = "copper"}),
                       "stock: unknown stock: drawer, must be one of the system; did you mean "
                       "'drawers'?",
                       InvalidValue);
}
