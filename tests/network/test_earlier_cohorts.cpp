#include <doctest/doctest.h>

#include "critflow/network/earlier_cohorts.hpp"
#include "network/one_process.hpp"

using critflow::EarlierCohorts;

TEST_CASE("cohorts before the first year are as many as are given, or share a total, or none") {
  OneProcess process;
  process.port({1.0, 2.0, 3.0, 4.0, 5.0, 6.0}, 3);
  process.no_port();
  CHECK(EarlierCohorts{.stock = "before"}.count(process.view(), 0) == 3);

  OneProcess in_total;
  in_total.no_port();
  in_total.port({100.0, 200.0});
  CHECK(EarlierCohorts{.total = "before", .growth = "0", .cohorts = 20}.count(in_total.view(), 0) ==
        20);
  CHECK(EarlierCohorts{}.count(in_total.view(), 5) == 0);
}
