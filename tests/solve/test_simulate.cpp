#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "critflow/solve/simulate.hpp"
#include "solve/series.hpp"
#include "solve/sorting.hpp"

using namespace critflow;

namespace {

using Values = std::vector<double>;

}  // namespace

TEST_CASE("a system is run year by year") {
  CHECK(simulate(sorting()).flow("sorting", "end").values == Values{5.0, 0.5, 10.0, 0.5});
}

TEST_CASE("a plan compiled for a constant does not serve a series") {
  const System constant = sorting();
  const System rising =
      constant.replace("amount", place("region", "BE"), {{2000, 1.0}, {2001, 4.0}})
          .replace("share", {}, {{2000, 0.5}, {2001, 0.5}});
  const Plan plan(constant);
  CHECK(simulate(plan, constant.replace("share", {}, 0.5)).flow("sorting", "end").values ==
        simulate(constant).flow("sorting", "end").values);
  CHECK_THROWS_AS((void)simulate(plan, rising), InvalidValue);
}
