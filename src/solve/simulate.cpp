#include "critflow/solve/simulate.hpp"

#include <chrono>
#include <utility>

#include "march.hpp"

namespace critflow {

Run simulate(const System& system) { return simulate(Plan(system), system); }

Run simulate(const Plan& plan, const System& system) {
  const auto begin = std::chrono::steady_clock::now();
  March<double> march(plan, system);
  march.run(BoundDraws(plan), 0);
  if (const std::vector<Fault>& faults = march.faults().front(); !faults.empty())
    throw ModelFaults(faults);
  Run::Values values = march.take_values();
  values.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return {system, plan, std::move(values)};
}

}  // namespace critflow
