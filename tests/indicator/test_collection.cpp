#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/collection.hpp"
#include "critflow/solve/simulate.hpp"
#include "phones.hpp"

using namespace critflow;

TEST_CASE("the true collection rate is the share of waste that is collected") {
  const Run run = simulate(phones(0.37).build());
  CHECK(number(collection_rate(run), 2006, "battery mass", "plain") == doctest::Approx(0.37));
  CHECK(number(collected(run), 2006, "battery mass", "smart") ==
        doctest::Approx(0.37 * number(waste_generated(run), 2006, "battery mass", "smart")));
}

TEST_CASE("where no waste arises there is no collection rate") {
  const Run run = simulate(phones().build());
  CHECK_THROWS_AS((void)number(collection_rate(run), 2001, "battery mass", "smart"), InvalidValue);
}

TEST_CASE("the legal rate compares with the mean of three years of sales before") {
  const System growing =
      phones(0.7).build().replace("sales", {{{"product", "smart"}}},
                                  {{2000, 100.0}, {2001, 110.0}, {2002, 121.0}, {2003, 130.0}});
  const Run run = simulate(growing);
  CHECK(number(legal_collection_rate(run), 2003, "battery mass", "smart") ==
        doctest::Approx(3.0 * number(collected(run), 2003, "battery mass", "smart") /
                        (100.0 + 110.0 + 121.0)));
}

TEST_CASE("the legal rate needs three years of sales before it") {
  const Figures rate = legal_collection_rate(simulate(phones().build()));
  CHECK_THROWS_AS((void)number(rate, 2002, "battery mass", "smart"), InvalidValue);
  CHECK(number(rate, 2003, "battery mass", "smart") == doctest::Approx(0.9 * 0.5));
}
