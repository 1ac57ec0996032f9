#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "critflow/study/variance_indices.hpp"

namespace critflow {

/// What an output does when an input goes through its whole range, in the unit of the output. The
/// range is that of its draws: from the smallest to the largest, each part as wide as it is likely.
struct ElementaryEffect {
  Estimate size{};    ///< mean of the absolute effects, mu*: how much the input matters
  double mean = 0.0;  ///< up or down, mu
  double sd = 0.0;    ///< of the effects, sigma: whether it acts in curves or with others
};

/// Elementary effects of many outputs from the samples of a `ScreeningDesign`, in one pass and
/// without keeping them:
///
///     effect = (moved - point) / step
class ElementaryEffects {
 public:
  ElementaryEffects(int outputs, int groups);

  /// Adds a sample; an output that is not a number in one of its runs is left out.
  /// @param steps  of the groups
  void add(const Outcomes& runs, std::span<const double> steps);
  /// Adds the samples of another.
  void merge(const ElementaryEffects& after);

  /// Samples that count for an output.
  [[nodiscard]] std::int64_t count(int output) const;
  /// Nothing where there are fewer than two samples.
  [[nodiscard]] std::optional<ElementaryEffect> effect(int output, int group) const;

 private:
  struct Part {
    double size = 0.0;  ///< means
    double mean = 0.0;
    double size_squares = 0.0;  ///< sums of squares of deviations
    double squares = 0.0;
  };
  struct Output {
    std::int64_t count = 0;
    std::vector<Part> parts{};  ///< by group
  };
  std::vector<Output> outputs_;
};

}  // namespace critflow
