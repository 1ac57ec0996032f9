#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "critflow/study/sampling_plan.hpp"

namespace critflow {

/// The runs from which variance-based indices of Sobol' are made. Each sample is a set of runs: A
/// and B, two independent points, then for every group A with that group taken from B. Any run is
/// made by itself.
///
/// Inputs that are drawn together (the items of a dirichlet) form a group, and its index is theirs.
class VarianceDesign {
 public:
  /// @param names   of the inputs, as of a `SamplingPlan`
  /// @param groups  of each input its group: 0, 1, ..., each with an input at least
  /// @throws InvalidValue as of a `SamplingPlan` with twice as many inputs, or for such groups
  VarianceDesign(Sampling sampling, std::uint64_t seed, std::int64_t samples,
                 const std::vector<std::string>& names, std::vector<int> groups);

  [[nodiscard]] int groups() const { return groups_; }
  [[nodiscard]] int runs_per_sample() const { return groups_ + 2; }

  /// One run of one sample: 0 is A, 1 is B, 2 + g is A with group g of B.
  void point(std::int64_t sample, int run, std::span<double> numbers) const;

 private:
  SamplingPlan plan_;  ///< inputs of A, then those of B
  std::vector<int> group_;
  int groups_;
};

/// The runs from which elementary effects are made (M. D. Morris 1991; radial, as by F. Campolongo,
/// A. Saltelli, J. Cariboni 2011). Each sample is a set of runs: a point, then for every group that
/// point with the group moved half the way through its range: u + 1/2, or u - 1/2 in the upper
/// half.
class ScreeningDesign {
 public:
  /// @throws InvalidValue as of a `SamplingPlan`, or for such groups
  ScreeningDesign(Sampling sampling, std::uint64_t seed, std::int64_t samples,
                  const std::vector<std::string>& names, std::vector<int> groups);

  [[nodiscard]] int groups() const { return groups_; }
  [[nodiscard]] int runs_per_sample() const { return groups_ + 1; }

  /// One run of one sample: 0 is the point, 1 + g the point with group g moved.
  void point(std::int64_t sample, int run, std::span<double> numbers) const;

  /// How far each group is moved in a sample: 1/2 or -1/2; of a group of several inputs, which may
  /// move in different directions, 1/2.
  [[nodiscard]] std::vector<double> steps(std::int64_t sample) const;

 private:
  SamplingPlan plan_;
  std::vector<int> group_;
  int groups_;
};

}  // namespace critflow
