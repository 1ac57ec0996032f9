#pragma once

#include <doctest/doctest.h>

#include <vector>

#include "critflow/solve/samples.hpp"
#include "critflow/solve/simulate.hpp"

/// Every flow and every stock of every year, one cell each.
inline critflow::Reading everything(const critflow::Plan& plan, const critflow::System& system) {
  critflow::Reading reading(plan, system);
  for (int edge = 0; edge < static_cast<int>(plan.compiled().flow_slots.size()); ++edge)
    reading.sum({.edges = {edge}});
  for (int level = 0; level < static_cast<int>(plan.compiled().levels.size()); ++level)
    reading.sum({.levels = {level}});
  return reading;
}

/// Every flow and stock of each sample in lanes has the bits of a run of its own.
inline void check_lanes(const critflow::System& system, const std::vector<critflow::Draw>& draws) {
  const critflow::Plan plan(system);
  const critflow::Reading reading = everything(plan, system);
  const int samples = static_cast<int>(draws.front().values.size());
  int seen = 0;
  critflow::Samples(plan, system, reading)
      .run(draws, samples, [&](const critflow::SampleBlock& block) {
        for (int k = 0; k < block.samples; ++k) {
          CHECK(block.faults[static_cast<std::size_t>(k)] == std::vector<critflow::Fault>{});
          const critflow::System own = critflow::drawn(system, draws, samples, block.first + k);
          const std::vector<double> alone = reading.of(critflow::simulate(plan, own));
          int different = 0;
          for (int cell = 0; cell < reading.cells(); ++cell)
            different += block.value(cell, k) == alone[static_cast<std::size_t>(cell)] ? 0 : 1;
          CHECK(different == 0);
          ++seen;
        }
      });
  CHECK(seen == samples);
}
