#include "critflow/solve/samples.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/index.hpp"
#include "bound_draws.hpp"
#include "march.hpp"

namespace critflow {

struct Samples::Marching {
  Marching(Plan given_plan, System given_system, const Reading& reading)
      : plan(std::move(given_plan)),
        system(std::move(given_system)),
        levers(system),
        march(plan, system, &reading) {}

  Plan plan;
  System system;
  Composition levers;
  March<Lanes> march;
};

Samples::Samples(Plan plan, System system, const Reading& reading)
    : marching_(std::make_unique<Marching>(std::move(plan), std::move(system), reading)) {}
Samples::Samples(Samples&&) noexcept = default;
Samples& Samples::operator=(Samples&&) noexcept = default;
Samples::~Samples() = default;

void Samples::run(std::span<const Draw> draws, int samples,
                  const std::function<void(const SampleBlock&)>& take) {
  March<Lanes>& march = marching_->march;
  const BoundDraws bound(marching_->plan, marching_->system, marching_->levers, draws, samples);
  for (int first = 0; first < samples; first += in_block) {
    march.run(bound, first);
    const int count = std::min(in_block, samples - first);
    take({first, count, march.cells(), std::span(march.faults()).first(at(count))});
  }
}

}  // namespace critflow
