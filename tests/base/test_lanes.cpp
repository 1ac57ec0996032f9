#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "critflow/base/lanes.hpp"

using critflow::each_lane;
using critflow::lane;
using critflow::Lanes;
using critflow::Real;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr int count = critflow::lane_count<Lanes>;

/// Another value in every lane: -3, -2, ..., 4 over `divisor`.
Lanes ramp(double divisor) {
  return each_lane<Lanes>([&](int i) { return (i - 3) / divisor; });
}

/// A kernel as the project writes them, once for both kinds of number.
template <Real R>
R kernel(const R& a, const R& b) {
  R sum = a * b + a / (b * b + R(1.0)) - b;
  sum += critflow::select(a, critflow::larger(a, b), critflow::smaller(a, b));
  sum -= critflow::clip(a, R(-0.2), R(0.3));
  sum *= critflow::ratio(critflow::magnitude(b), a);
  return -sum;
}

}  // namespace

static_assert(Real<double> && Real<Lanes>);
static_assert(!Real<int> && !Real<float>);
static_assert(critflow::lane_count<double> == 1);

TEST_CASE("a lane of a pack holds the same bits as a run over one number") {
  const Lanes a = ramp(7.0);
  const Lanes b = ramp(-3.0);
  const Lanes together = kernel(a, b);
  for (int i = 0; i < count; ++i) CHECK(lane(together, i) == kernel(lane(a, i), lane(b, i)));
}

TEST_CASE("a number is a pack of equal lanes") {
  const Lanes same(2.5);
  for (int i = 0; i < count; ++i) CHECK(lane(same, i) == 2.5);
}

TEST_CASE("setting one lane leaves the others") {
  Lanes pack(1.0);
  critflow::set_lane(pack, 2, 9.0);
  for (int i = 0; i < count; ++i) CHECK(lane(pack, i) == (i == 2 ? 9.0 : 1.0));
}

TEST_CASE("clip holds a value between its bounds") {
  CHECK(critflow::clip(-1.0, 0.0, 1.0) == 0.0);
  CHECK(critflow::clip(0.4, 0.0, 1.0) == 0.4);
  CHECK(critflow::clip(1.7, 0.0, 1.0) == 1.0);
}

TEST_CASE("what is not a number stays visible through a clip") {
  CHECK(std::isnan(critflow::clip(not_a_number, 0.0, 1.0)));
}

TEST_CASE("the smaller and the larger of two are told lane by lane") {
  const Lanes low = critflow::smaller(ramp(1.0), Lanes(0.5));
  const Lanes high = critflow::larger(ramp(1.0), Lanes(0.5));
  for (int i = 0; i < count; ++i) {
    CHECK(lane(low, i) == std::min(i - 3.0, 0.5));
    CHECK(lane(high, i) == std::max(i - 3.0, 0.5));
  }
}

TEST_CASE("a share of nothing is one, never a division by zero") {
  CHECK(critflow::ratio(1.0, 4.0) == 0.25);
  CHECK(critflow::ratio(0.0, 0.0) == 1.0);
  CHECK(critflow::ratio(3.0, -1.0) == 1.0);
}

TEST_CASE("select takes the first value only where the sign is above zero") {
  CHECK(critflow::select(1e-300, 1.0, 2.0) == 1.0);
  CHECK(critflow::select(0.0, 1.0, 2.0) == 2.0);
  CHECK(critflow::select(-0.0, 1.0, 2.0) == 2.0);
  CHECK(critflow::select(not_a_number, 1.0, 2.0) == 2.0);
}
