#pragma once

#include <span>
#include <vector>

#include "critflow/study/study_part.hpp"

namespace critflow {

/// What a whole study says. Columns are options times cells: `option * cells + cell`.
class StudyResult {
 public:
  /// @throws InvalidValue where blocks are missing, which are named
  StudyResult(StudyShape shape, StudyPart part);

  /// By column; without count where no sample has a value.
  [[nodiscard]] const std::vector<Moments>& moments() const { return moments_; }
  /// Of the other options' differences to the first, sample by sample: [option - 1][cell].
  [[nodiscard]] const std::vector<Moments>& differences() const { return differences_; }
  /// Of one column; empty where no sample has a value. Exact where rows are kept, else within
  /// `QuantileSketch::relative_error`, and never beyond the least and the most.
  /// @throws InvalidValue where a probability is none, or there is no such column
  [[nodiscard]] std::vector<double> quantiles(std::size_t column,
                                              std::span<const double> probabilities) const;
  /// Every value of one column, by sample; not a number where there is none.
  /// @throws InvalidValue where rows are not kept, or there is no such column
  [[nodiscard]] std::vector<double> row_values(std::size_t column) const;

  [[nodiscard]] const StudyShape& shape() const { return shape_; }
  /// How often each test was met, and each pair of options compared: counts over all samples.
  [[nodiscard]] const StudyPart& part() const { return part_; }

 private:
  void require_column(std::size_t column) const;

  StudyShape shape_;
  StudyPart part_;
  std::vector<Moments> moments_;
  std::vector<Moments> differences_;
};

}  // namespace critflow
