#include <doctest/doctest.h>

#include <limits>
#include <span>
#include <vector>

#include "critflow/study/moments.hpp"
#include "study/chance.hpp"

using namespace critflow;

namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("mean, spread and ends of numbers by hand") {
  const Moments found = moments_of(std::vector<double>{2.0, 4.0, 4.0, 6.0}, 10);
  CHECK(found.count == 4);
  CHECK(found.mean == 4.0);
  CHECK(found.squares == 8.0);
  CHECK(found.sd() == doctest::Approx(1.632993161855452).epsilon(1e-15));
  CHECK(found.least == 2.0);
  CHECK(found.most_sample == 13);
}

TEST_CASE("of equal ends the first sample is told") {
  const Moments found =
      merged(moments_of(std::vector<double>{5.0, 5.0}, 0), moments_of(std::vector<double>{5.0}, 2));
  CHECK(found.least_sample == 0);
  CHECK(found.most_sample == 0);
}

TEST_CASE("what is not there is left out") {
  CHECK(moments_of(std::vector<double>{absent, 3.0, absent}, 0) ==
        Moments{1, 3.0, 0.0, 3.0, 3.0, 1, 1});
  CHECK(moments_of(std::vector<double>{absent}, 0) == Moments{});
  const Moments one = moments_of(std::vector<double>{3.0}, 4);
  CHECK(merged(one, Moments{}) == one);
  CHECK(merged(Moments{}, one) == one);
}

TEST_CASE("two groups put together are as one") {
  const std::vector<double> values = some_numbers(5000);
  const std::span<const double> all(values);
  const Moments whole = moments_of(all, 0);
  const Moments parts = merged(moments_of(all.first(777), 0), moments_of(all.subspan(777), 777));
  CHECK(parts.count == whole.count);
  CHECK(parts.mean == doctest::Approx(whole.mean).epsilon(1e-13));
  CHECK(parts.squares == doctest::Approx(whole.squares).epsilon(1e-12));
  CHECK(parts.least == whole.least);
  CHECK(parts.most_sample == whole.most_sample);
}

TEST_CASE("a small spread about a large mean is not lost") {
  const double large = 1e9;
  const Moments found = merged(moments_of(std::vector<double>{large, large + 1.0}, 0),
                               moments_of(std::vector<double>{large + 2.0, large + 3.0}, 2));
  CHECK(found.squares == 5.0);
}
