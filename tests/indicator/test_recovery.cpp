#include <doctest/doctest.h>

#include "critflow/indicator/recovery.hpp"
#include "critflow/solve/simulate.hpp"
#include "phones.hpp"

using namespace critflow;

TEST_CASE("the recycling rate counts what was exported among what left use") {
  const Run run = simulate(phones().build());
  CHECK(number(recovered(run), 2005, "cobalt") == doctest::Approx(12.0 * 0.9 * 0.5 * 0.8));
  CHECK(number(end_of_life_recycling_rate(run), 2005, "cobalt") ==
        doctest::Approx(0.9 * 0.5 * 0.8));
}

TEST_CASE("without flows of its roles an indicator has no figures") {
  CHECK(recovery(simulate(phones().build())).dimensions.empty());
}

TEST_CASE("old scrap is all scrap where factories give none") {
  const Run run = simulate(phones().build());
  CHECK(number(old_scrap_ratio(run), 2005, "cobalt") == doctest::Approx(1.0));
  CHECK(number(recycling_input_rate(run), 2005, "cobalt") ==
        doctest::Approx(number(end_of_life_input_rate(run), 2005, "cobalt")));
  CHECK(number(recycling_input_rate(run), 2005, "cobalt") == doctest::Approx(4.32 / 12.0));
  CHECK(non_functional_recycling_rate(run).dimensions.empty());
}
