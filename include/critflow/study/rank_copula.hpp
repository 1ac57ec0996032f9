#pragma once

#include <Eigen/Core>
#include <span>
#include <vector>

#include "critflow/scenario/uncertainty.hpp"

namespace critflow {

/// Draws that go together: a Gaussian copula whose rank correlations (Spearman's) are those given,
/// and zero between all other pairs. Independent numbers within zero and one become dependent ones
/// that are each still spread evenly:
///
///     point[k] = Phi(sum over j of L[k, j] Phi^-1(point[j])),  L L' = (2 sin(pi/6 rank
///     correlation))
///
/// L is a lower triangle: the first input named keeps its own number, so that an even sampling
/// stays even in it.
class RankCopula {
 public:
  /// @param correlations  between inputs, by their numbers
  /// @throws InvalidValue unless each lies within -1 and 1, no pair stands twice or is one input
  ///         with itself, and they go together: the matrix is positive definite
  explicit RankCopula(const std::vector<RankCorrelation>& correlations);

  /// Makes the numbers of a point dependent.
  void correlate(std::span<double> point) const;

 private:
  std::vector<std::size_t> inputs_;  ///< those that go with another one
  Eigen::MatrixXd lower_;
};

}  // namespace critflow
