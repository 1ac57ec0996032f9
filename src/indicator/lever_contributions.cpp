#include "critflow/indicator/lever_contributions.hpp"

#include <algorithm>
#include <cstddef>
#include <future>
#include <span>
#include <thread>

#include "base/index.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/policy/composition.hpp"
#include "critflow/policy/with_levers.hpp"
#include "weighted_reading.hpp"

namespace critflow {

namespace {

/// Coalitions of the levers of one system as samples: each number that a lever touches is drawn as
/// the coalition leaves it.
class Coalitions {
 public:
  Coalitions(const System& system, const std::vector<AskedOfLevers>& asked)
      : system_(with_levers(system, {})),
        plan_(system),
        composition_(system),
        reading_(plan_, system, asked) {}

  /// [coalition][amount]
  [[nodiscard]] std::vector<std::vector<double>> run(const std::vector<Coalition>& all) const {
    std::vector<std::vector<double>> amounts(all.size());
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t each = (all.size() + cores - 1) / cores;
    std::vector<std::future<void>> parts;
    for (std::size_t first = 0; first < all.size(); first += each) {
      const std::size_t count = std::min(each, all.size() - first);
      parts.push_back(std::async(std::launch::async, [this, &all, &amounts, first, count] {
        run_part(std::span(all).subspan(first, count), std::span(amounts).subspan(first, count));
      }));
    }
    for (std::future<void>& part : parts) part.get();
    return amounts;
  }

 private:
  void run_part(std::span<const Coalition> part, std::span<std::vector<double>> amounts) const {
    Samples samples(plan_, system_, reading_.reading());
    samples.run(draws(part), static_cast<int>(part.size()), [&](const SampleBlock& block) {
      for (int i = 0; i < block.samples; ++i) {
        if (!block.faults[at(i)].empty()) throw ModelFaults(block.faults[at(i)]);
        amounts[at(block.first + i)] = reading_.amounts(block, i);
      }
    });
  }

  [[nodiscard]] std::vector<Draw> draws(std::span<const Coalition> part) const {
    std::vector<Draw> draws;
    for (const Composition::Cell& cell : composition_.cells()) {
      const Parameter& parameter = system_.parts().parameters[at(cell.parameter)];
      draws.push_back({.parameter = parameter.name(), .place = parameter.place(cell.cell)});
    }
    for (const Coalition coalition : part) {
      const std::vector<std::vector<double>> values = composition_.values(active(coalition));
      for (std::size_t i = 0; i < draws.size(); ++i) {
        const auto years =
            yearly(composition_.cells()[i]) ? values[i].end() : values[i].begin() + 1;
        draws[i].values.insert(draws[i].values.end(), values[i].begin(), years);
      }
    }
    return draws;
  }

  [[nodiscard]] bool yearly(const Composition::Cell& cell) const {
    return system_.parts().parameters[at(cell.parameter)].shape.yearly;
  }

  [[nodiscard]] std::vector<bool> active(Coalition coalition) const {
    std::vector<bool> active(composition_.levers().size());
    for (std::size_t lever = 0; lever < active.size(); ++lever)
      active[lever] = ((coalition >> lever) & 1U) != 0;
    return active;
  }

  System system_;  ///< without levers: a draw stands below those of a system
  Plan plan_;
  Composition composition_;
  WeightedReading reading_;
};

}  // namespace

std::vector<std::vector<Contribution>> lever_contributions(const System& system,
                                                           const std::vector<AskedOfLevers>& asked,
                                                           const Attributing& how) {
  const Coalitions coalitions(system, asked);
  return attribute(
      static_cast<int>(system.levers().size()),
      [&](const std::vector<Coalition>& all) { return coalitions.run(all); }, how);
}

}  // namespace critflow
