#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "critflow/study/counter_random.hpp"
#include "critflow/study/sobol_sequence.hpp"

namespace critflow {

/// How the samples of a study are spread over the unit cube.
enum class Sampling {
  plain,            ///< each by itself
  latin_hypercube,  ///< in each dimension one in each of as many equal parts as there are samples
  sobol             ///< evenly in many dimensions at once; best with a power of two of samples
};

/// The sampling of that name: `plain`, `latin hypercube` or `sobol`.
/// @throws InvalidValue with the nearest name
[[nodiscard]] Sampling sampling_named(const std::string& name);

/// The points of a study in the unit cube. Point i depends on the seed, on i and on the names of
/// its inputs alone (in a Latin hypercube also on the number of samples), never on what was made
/// before it: it is the same in every order, thread and machine.
///
///     const SamplingPlan plan(Sampling::sobol, seed, 1024, {"sales", "life.mean"});
///     plan.point(17, point);
///
/// With the same seed an input of the same name has the same numbers, whatever other inputs there
/// are; of `sobol` also the position decides.
class SamplingPlan {
 public:
  /// @param inputs  a name for each dimension
  /// @throws InvalidValue where there are no samples, or more samples or inputs than Sobol' has
  SamplingPlan(Sampling sampling, std::uint64_t seed, std::int64_t samples,
               const std::vector<std::string>& inputs);

  [[nodiscard]] std::int64_t samples() const { return samples_; }
  [[nodiscard]] int inputs() const { return static_cast<int>(streams_.size()); }

  /// One coordinate of one point, within zero and one and neither of them.
  [[nodiscard]] double at(std::int64_t sample, int input) const;

  /// The whole point, one number per input.
  void point(std::int64_t sample, std::span<double> numbers) const;

 private:
  struct Stream {
    std::uint64_t name = 0;
    std::array<std::uint32_t, 4> keys{};  ///< of its order or scrambling
  };
  Sampling sampling_;
  CounterRandom random_;
  std::int64_t samples_;
  std::vector<Stream> streams_{};
  std::optional<SobolSequence> sobol_{};
};

}  // namespace critflow
