#include "critflow/study/study_shape.hpp"

#include <algorithm>
#include <limits>

#include "base/index.hpp"

namespace critflow {

bool StudyShape::keeps_rows() const {
  const auto bytes = static_cast<double>(columns() * sizeof(double)) * static_cast<double>(samples);
  return all_rows || bytes <= static_cast<double>(rows_memory);
}

std::size_t StudyShape::columns() const { return at(options) * at(cells); }

std::size_t StudyShape::pairs() const { return at(options) * (at(options) - 1) / 2; }

std::size_t StudyShape::pair(int first, int second) const {
  return at(first * (2 * options - first - 1) / 2 + second - first - 1);
}

std::vector<std::int64_t> StudyShape::path_samples() const {
  std::vector<std::int64_t> chosen;
  const std::int64_t count = std::min(paths, samples);
  for (std::int64_t i = 0; i < count; ++i) chosen.push_back(i * samples / count);
  return chosen;
}

BlockValues::BlockValues(const StudyShape& shape, std::int64_t block)
    : block_(block),
      samples_(static_cast<std::size_t>(std::min(block_size, shape.samples - block * block_size))),
      values_(shape.columns() * samples_, std::numeric_limits<double>::quiet_NaN()) {}

std::span<double> BlockValues::column(std::size_t column) {
  return std::span(values_).subspan(column * samples_, samples_);
}

std::span<const double> BlockValues::column(std::size_t column) const {
  return std::span(values_).subspan(column * samples_, samples_);
}

}  // namespace critflow
