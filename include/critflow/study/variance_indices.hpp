#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <optional>
#include <vector>

namespace critflow {

/// What the runs of one sample of a design came to: [run][output]. Not a number where a run failed
/// or has no such output.
using Outcomes = Eigen::Ref<const Eigen::ArrayXXd>;

/// A number found by sampling; it lies within 1.96 errors of the true one in 95 of 100 studies.
struct Estimate {
  double value = 0.0;
  double error = 0.0;  ///< standard error
};

/// How much of the variance of an output comes from a group of inputs.
struct VarianceIndex {
  Estimate first{};  ///< from the group by itself
  Estimate total{};  ///< from it by itself and together with others
};

/// Variance-based indices of many outputs from the samples of a `VarianceDesign`, in one pass and
/// without keeping them (M. J. W. Jansen, Computer Physics Communications 117, 1999):
///
///     variance V = mean of (A - B)^2 / 2
///     first      = (V - mean of (B - AB)^2 / 2) / V
///     total      = mean of (A - AB)^2 / 2 / V
///
/// None of them changes when a constant is added to the output. Errors are those of ratios of means
/// over independent samples; with an even sampling they are smaller than what is told. Of inputs
/// that are correlated the index is that of the independent draw behind each (`RankCopula`).
class VarianceIndices {
 public:
  VarianceIndices(int outputs, int groups);

  /// Adds a sample; an output that is not a number in one of its runs is left out.
  void add(const Outcomes& runs);
  /// Adds the samples of another.
  void merge(const VarianceIndices& after);

  /// Samples that count for an output.
  [[nodiscard]] std::int64_t count(int output) const;
  /// Variance of an output.
  [[nodiscard]] double variance(int output) const;
  /// Nothing where the output did not vary, or there are fewer than two samples.
  [[nodiscard]] std::optional<VarianceIndex> index(int output, int group) const;

 private:
  /// Mean, and sums of products of deviations: with itself and with the variance.
  struct Part {
    double mean = 0.0;
    double squares = 0.0;
    double products = 0.0;
  };
  struct Output {
    std::int64_t count = 0;
    Part variance{};
    std::vector<Part> first{};  ///< by group
    std::vector<Part> total{};
  };
  static void add(Part& part, double value, double variance_rest, double count);
  static void merge(Part& part, const Part& after, const Output& mine, const Output& other);
  [[nodiscard]] static Estimate estimate(const Part& part, const Output& of);

  std::vector<Output> outputs_;
};

}  // namespace critflow
