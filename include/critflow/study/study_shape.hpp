#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "critflow/policy/words_of_law.hpp"
#include "critflow/study/block_set.hpp"

namespace critflow {

/// A number of a run that is compared with a threshold in every sample.
struct StudyTest {
  int cell = -1;
  Comparison comparison = Comparison::at_least;
  double threshold = 0.0;
  std::vector<int> alternatives{};  ///< tests of which one suffices instead
};

/// What a study counts and keeps: the same for all its parts.
///
/// Every sample is run once under each option (a scenario with a policy), with the same numbers
/// drawn, so that options are compared in pairs. What a run is asked for are its cells.
struct StudyShape {
  std::int64_t samples = 0;
  int options = 1;  ///< the differences of the others to the first are kept
  int cells = 0;
  std::vector<StudyTest> tests{};
  std::int64_t paths = 0;  ///< samples of which all cells are kept
  bool all_rows = false;   ///< kept whatever memory they take

  /// Rows that take no more are kept, and quantiles are exact; more are counted in sketches
  /// [bytes].
  static constexpr std::size_t rows_memory = std::size_t{1} << 29;

  /// Whether every number of every sample is kept.
  [[nodiscard]] bool keeps_rows() const;
  [[nodiscard]] std::size_t columns() const;  ///< options times cells
  [[nodiscard]] std::size_t pairs() const;    ///< of options: (0, 1), (0, 2), ..., (1, 2), ...
  /// Position of the pair of options, of which `first < second`.
  [[nodiscard]] std::size_t pair(int first, int second) const;
  /// The samples of which all is kept, evenly spread.
  [[nodiscard]] std::vector<std::int64_t> path_samples() const;
};

/// What came of the samples of one block: by option, cell and sample. Not a number where a run has
/// no such value, or has faults.
class BlockValues {
 public:
  BlockValues(const StudyShape& shape, std::int64_t block);

  [[nodiscard]] std::int64_t block() const { return block_; }
  [[nodiscard]] std::int64_t first_sample() const { return block_ * block_size; }
  [[nodiscard]] std::size_t samples() const { return samples_; }

  /// Of one column, which is `option * cells + cell`; by sample.
  [[nodiscard]] std::span<double> column(std::size_t column);
  [[nodiscard]] std::span<const double> column(std::size_t column) const;
  [[nodiscard]] const std::vector<double>& all() const& { return values_; }
  [[nodiscard]] std::vector<double> all() && { return std::move(values_); }

 private:
  std::int64_t block_;
  std::size_t samples_;
  std::vector<double> values_;
};

}  // namespace critflow
