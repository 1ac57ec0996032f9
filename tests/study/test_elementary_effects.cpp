#include <doctest/doctest.h>

#include "critflow/study/elementary_effects.hpp"
#include "indices_of.hpp"

using critflow::ElementaryEffects;
using critflow::Sampling;
using critflow::ScreeningDesign;

namespace {

ElementaryEffects effects_of(const OfPoint& function, int inputs, std::int64_t from,
                             std::int64_t to) {
  const ScreeningDesign design(Sampling::plain, 1, 4000, alone(inputs).names, alone(inputs).groups);
  ElementaryEffects effects(1, inputs);
  for (std::int64_t i = from; i < to; ++i)
    effects.add(outcomes(design, i, static_cast<std::size_t>(inputs), function), design.steps(i));
  return effects;
}

}  // namespace

TEST_CASE("of a line the effect is the slope, everywhere") {
  const auto line = [](const std::vector<double>& u) { return 3.0 * u[0] - 2.0 * u[1] + 7.0; };
  const ElementaryEffects found = effects_of(line, 3, 0, 20);
  const auto up = found.effect(0, 0), down = found.effect(0, 1), none = found.effect(0, 2);
  CHECK(up->mean == doctest::Approx(3.0));
  CHECK(up->sd < 1e-12);
  CHECK(down->size.value == doctest::Approx(2.0));
  CHECK(down->mean == doctest::Approx(-2.0));
  CHECK(none->size.value == 0.0);
}

TEST_CASE("of a product the effect is the other factor") {
  const auto product = [](const std::vector<double>& u) { return u[0] * (u[1] - 0.5); };
  const auto effect = effects_of(product, 2, 0, 4000).effect(0, 0);
  CHECK(std::abs(effect->mean) < 4.0 / std::sqrt(12.0 * 4000));
  CHECK(std::abs(effect->size.value - 0.25) < 4.0 * effect->size.error);
  CHECK(effect->size.error == doctest::Approx(1.0 / std::sqrt(48.0 * 4000)).epsilon(0.05));
  CHECK(effect->sd == doctest::Approx(1.0 / std::sqrt(12.0)).epsilon(0.05));
}

TEST_CASE("two parts merged are the whole") {
  ElementaryEffects before = effects_of(ishigami, 3, 0, 100);
  before.merge(effects_of(ishigami, 3, 0, 0));
  before.merge(effects_of(ishigami, 3, 100, 400));
  const ElementaryEffects whole = effects_of(ishigami, 3, 0, 400);
  CHECK(before.count(0) == 400);
  for (int i = 0; i < 3; ++i) {
    CHECK(before.effect(0, i)->size.value ==
          doctest::Approx(whole.effect(0, i)->size.value).epsilon(1e-12));
    CHECK(before.effect(0, i)->sd == doctest::Approx(whole.effect(0, i)->sd).epsilon(1e-12));
  }
  CHECK_FALSE(effects_of(ishigami, 3, 0, 1).effect(0, 0));
}
