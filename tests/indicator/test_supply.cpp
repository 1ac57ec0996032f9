#include <doctest/doctest.h>

#include "critflow/indicator/supply.hpp"
#include "critflow/solve/simulate.hpp"
#include "metal_imports.hpp"
#include "phones.hpp"

using namespace critflow;

TEST_CASE("primary and secondary supply meet the demand, and mining takes out more") {
  const Run run = simulate(phones().build());
  CHECK(number(demand(run), 2005, "cobalt") == doctest::Approx(12.0));
  CHECK(number(secondary_supply(run), 2005, "cobalt") == doctest::Approx(4.32));
  CHECK(number(primary_supply(run), 2005, "cobalt") == doctest::Approx(12.0 - 4.32));
  CHECK(number(mined(run), 2005, "cobalt") == doctest::Approx((12.0 - 4.32) / 0.5));
}

TEST_CASE("recycled content is the share of demand that scrap meets, surplus left out") {
  CHECK(number(recycled_content(simulate(phones().build())), 2005, "cobalt") ==
        doctest::Approx(0.36));

  const System falling =
      phones(1.0).build().replace("sales", {{{"product", "smart"}}}, {{2003, 100.0}, {2004, 0.0}});
  CHECK(number(recycled_content(simulate(falling)), 2005, "cobalt") == doctest::Approx(1.0));
}

TEST_CASE("what nobody could deliver is asked of mines all the same") {
  const Run run = simulate(metal_imports(12.0, 10.0).build());
  CHECK(number(primary_supply(run), 2002, "cobalt") == doctest::Approx(10.0));
  CHECK(number(primary_demand(run), 2002, "cobalt") == doctest::Approx(12.0));
}

TEST_CASE("where nothing is missing, demand and supply of primary metal are one") {
  const Run run = simulate(phones().build());
  CHECK(primary_demand(run).values == primary_supply(run).values);
}
