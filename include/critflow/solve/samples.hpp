#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/solve/draw.hpp"
#include "critflow/solve/plan.hpp"
#include "critflow/solve/reading.hpp"

namespace critflow {

/// What the samples that were run side by side gave.
struct SampleBlock {
  int first = 0;                   ///< number of the first sample among all
  int samples = 0;                 ///< at most the lanes of a block
  std::span<const Lanes> cells{};  ///< of the reading; a sample in each lane
  std::span<const std::vector<Fault>>
      faults{};  ///< [sample]: why it could not be run; empty = it was

  /// @param sample  from the first of the block
  [[nodiscard]] double value(int cell, int sample) const {
    return lane(cells[static_cast<std::size_t>(cell)], sample);
  }
};

/// Runs many samples of one system, a block of lanes at a time, each as a run of its own would be:
/// to the bit. Of each only what `reading` asks is kept, whatever the number of samples. A sample
/// that cannot be run is told with its faults, and the others stand.
///
///     Samples samples(plan, system, reading);
///     samples.run(std::vector<Draw>{{.parameter = "sales", .values = {90, 100, 110}}}, 3,
///                 [&](const SampleBlock& block) {
///                   for (int i = 0; i < block.samples; ++i) use(block.value(cobalt, i));
///                 });
///
/// Keeps its memory from call to call; each thread needs one of its own.
class Samples {
 public:
  /// Samples in a block; the last one may have fewer.
  static constexpr int in_block = lane_count<Lanes>;

  /// @throws InvalidValue where the plan is of another drawing
  Samples(Plan plan, System system, const Reading& reading);
  Samples(Samples&&) noexcept;
  Samples& operator=(Samples&&) noexcept;
  ~Samples();

  /// @param take  called once for each block, in order; what it throws ends the call
  /// @throws InvalidValue where a draw names nothing, has not one value for each sample (or sample
  ///         and year), has one that is not a number, or is by year where its parameter is constant
  void run(std::span<const Draw> draws, int samples,
           const std::function<void(const SampleBlock&)>& take);

 private:
  struct Marching;
  std::unique_ptr<Marching> marching_;
};

}  // namespace critflow
