#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/study/sobol_sequence.hpp"
#include "reference.hpp"

using critflow::SobolSequence;

TEST_CASE("the points are those of Joe and Kuo") {
  const auto oracle = outside_oracle("sensitivity_and_propagation.json");
  if (!oracle) return;
  const auto& points = oracle->at("sobol_sequence_joe_kuo").at("points");
  const SobolSequence sequence(12);
  for (std::uint32_t i = 0; i < points.size(); ++i)
    for (int d = 0; d < 12; ++d)
      CHECK(sequence.bits(i, d) * 0x1p-32 == points[i][static_cast<std::size_t>(d)].get<double>());
}

TEST_CASE("each dimension has one point in each of as many parts as there are points") {
  const SobolSequence sequence(300);
  for (int d = 0; d < 300; ++d) {
    std::vector<bool> taken(64);
    for (std::uint32_t i = 0; i < 64; ++i) taken[sequence.bits(i, d) >> 26] = true;
    CHECK(std::ranges::count(taken, true) == 64);
  }
}

TEST_CASE("more dimensions than there are direction numbers are refused") {
  CHECK_NOTHROW(static_cast<void>(SobolSequence(SobolSequence::most_dimensions)));
  CHECK_THROWS_AS(static_cast<void>(SobolSequence(SobolSequence::most_dimensions + 1)),
                  critflow::InvalidValue);
  CHECK_THROWS_AS(SobolSequence(0), critflow::InvalidValue);
}
