#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/legal_recycled_content.hpp"

using namespace critflow;

namespace {

double ceiling(double growth, double recovery) {
  return 100.0 * recycled_content_ceiling(
                     {.collection = 0.9, .recovery = recovery, .growth = growth, .life = 14.0});
}

}  // namespace

TEST_CASE("waste of battery factories counts beside that of consumers") {
  const ActiveMaterial cobalt{
      .from_manufacturing_waste = 10.0, .from_post_consumer_waste = 6.0, .total = 100.0};
  CHECK(*recycled_content_of_active_material(cobalt).value == doctest::Approx(0.16));
  CHECK_FALSE(recycled_content_of_active_material({}).value.has_value());
}

TEST_CASE("what is needed is summed over the batteries in scope that hold the metal") {
  CHECK(recycled_content_needed({{0.16, 1000.0}, {0.26, 500.0}, {0.26, 0.0}}) ==
        doctest::Approx(290.0));
}

TEST_CASE("old batteries fill a small part of a market that grows fast") {
  const struct {
    double growth, lithium, cobalt;
  } wanted[] = {{0.10, 19.0, 22.5}, {0.15, 10.2, 12.1}, {0.20, 5.6, 6.7}};
  for (const auto& one : wanted) {
    CAPTURE(one.growth);
    CHECK(ceiling(one.growth, 0.80) == doctest::Approx(one.lithium).epsilon(0.01));
    CHECK(ceiling(one.growth, 0.95) == doctest::Approx(one.cobalt).epsilon(0.01));
  }
}

TEST_CASE("scrap of the factories lifts the content above what consumers give back") {
  CHECK(recycled_content_with_scrap(0.0, 0.95, 0.1) == 0.1);
  CHECK(recycled_content_with_scrap(0.2, 0.95, 0.1) == doctest::Approx(0.27));
}

TEST_CASE("a market that is gone has no ceiling") {
  CHECK_THROWS_AS((void)recycled_content_ceiling({.growth = -1.5}), InvalidValue);
}
