#include <doctest/doctest.h>

#include <cmath>

#include "critflow/lifetime/lifetime.hpp"
#include "critflow/lifetime/weibull.hpp"

using critflow::Lifetime;

namespace {

struct Halving {
  double survival(double age) const { return age < 0.0 ? 1.0 : std::exp2(-age / 2.0); }
};

}  // namespace

static_assert(critflow::LeavingModel<Lifetime>);

TEST_CASE("a lifetime holds a type of one's own") {
  const Lifetime lifetime = Halving{};
  CHECK(lifetime.survival(4.0) == 0.25);
  CHECK(lifetime.leaving(2.0, 4.0) == 0.25);
  CHECK(lifetime.leaving(critflow::before_entry, 2.0) == 0.5);
}

TEST_CASE("a lifetime passes on what its model says") {
  const critflow::Weibull model(4.0, 80.0);
  const Lifetime lifetime = model;
  CHECK(lifetime.survival(70.0) == model.survival(70.0));
  CHECK(lifetime.leaving(0.0, 1.0) == model.leaving(0.0, 1.0));
}

TEST_CASE("a copy of a lifetime outlives the first") {
  const Lifetime copy = [] {
    const Lifetime first = critflow::Weibull(2.0, 9.0);
    return Lifetime(first);
  }();
  CHECK(copy.survival(9.0) == doctest::Approx(std::exp(-1.0)));
}

TEST_CASE("a lifetime tells whether it is of a model") {
  const Lifetime lifetime = critflow::Weibull(4.0, 80.0);
  REQUIRE(lifetime.as<critflow::Weibull>() != nullptr);
  CHECK(lifetime.as<critflow::Weibull>()->scale() == 80.0);
  CHECK(Lifetime(Halving{}).as<critflow::Weibull>() == nullptr);
}
