#include <doctest/doctest.h>

#include <cmath>

#include "critflow/lifetime/lifetime_model.hpp"
#include "critflow/lifetime/tabulated.hpp"
#include "critflow/lifetime/weibull.hpp"

namespace {

/// A researcher's own: half is gone after each two years.
struct Halving {
  double survival(double age) const { return age < 0.0 ? 1.0 : std::exp2(-age / 2.0); }
};

struct Nothing {};

}  // namespace

static_assert(critflow::LifetimeModel<Halving> && !critflow::LeavingModel<Halving>);
static_assert(critflow::LifetimeModel<critflow::Weibull>);
static_assert(critflow::LeavingModel<critflow::Weibull>);
static_assert(critflow::LifetimeModel<critflow::Tabulated>);
static_assert(!critflow::LifetimeModel<Nothing>);

TEST_CASE("what leaves between two ages is what survived the first and not the second") {
  CHECK(critflow::leaving_between(Halving{}, 2.0, 4.0) == 0.25);
}

TEST_CASE("what leaves up to an age is all that has not survived it") {
  CHECK(critflow::leaving_between(Halving{}, critflow::before_entry, 4.0) == 0.75);
}

TEST_CASE("a model that says itself what leaves is asked") {
  const critflow::Weibull lifetime(4.0, 80.0);
  CHECK(critflow::leaving_between(lifetime, 0.0, 1.0) == lifetime.leaving(0.0, 1.0));
  CHECK(lifetime.leaving(0.0, 1.0) != 1.0 - lifetime.survival(1.0));
}
