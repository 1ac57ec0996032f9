#pragma once

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

#include "critflow/solve/simulate.hpp"

/// Every flow and stock of each sample in lanes has the bits of a run of its own.
inline void check_lanes(const critflow::System& system, const std::vector<critflow::Draw>& draws) {
  const int samples = static_cast<int>(draws.front().values.size());
  int seen = 0;
  critflow::simulate_samples(
      critflow::Plan(system), system, draws, samples,
      [&](int sample, const critflow::Run& run) {
        critflow::System own = system;
        for (const critflow::Draw& draw : draws)
          own = own.replace(draw.parameter, draw.place,
                            draw.values[static_cast<std::size_t>(sample)]);
        const critflow::Run alone = critflow::simulate(own);
        for (const auto& [from, to] : run.flow_names())
          CHECK(run.flow(from, to).values == alone.flow(from, to).values);
        for (const std::string& stock : run.stock_names())
          CHECK(run.stock(stock).values == alone.stock(stock).values);
        ++seen;
      },
      [](int, const critflow::ModelFaults& faults) { FAIL_CHECK(faults.what()); });
  CHECK(seen == samples);
}
