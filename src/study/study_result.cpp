#include "critflow/study/study_result.hpp"

#include <algorithm>
#include <utility>

#include "critflow/base/fault.hpp"

namespace critflow {

StudyResult::StudyResult(StudyShape shape, StudyPart part)
    : shape_(std::move(shape)), part_(std::move(part)) {
  const BlockSet missing = part_.blocks.missing({0, blocks_of(shape_.samples)});
  if (missing.size() > 0 || shape_.samples < 1)
    throw InvalidValue(
        {"study", "not whole", "blocks " + missing.text() + " are missing", "be run to its end"});
  moments_ = *part_.moments.total();
  const auto others = moments_.begin() + static_cast<std::ptrdiff_t>(shape_.columns());
  differences_.assign(others, moments_.end());
  moments_.erase(others, moments_.end());
}

void StudyResult::require_column(std::size_t column) const {
  if (column >= shape_.columns())
    throw InvalidValue({"study.column", "not of the study", std::to_string(column),
                        "be below options times cells, " + std::to_string(shape_.columns())});
}

std::vector<double> StudyResult::quantiles(std::size_t column,
                                           std::span<const double> probabilities) const {
  require_column(column);
  if (shape_.keeps_rows()) return exact_quantiles(row_values(column), probabilities);
  std::vector<double> told = part_.sketches[column].quantiles(probabilities);
  for (double& one : told) one = std::clamp(one, moments_[column].least, moments_[column].most);
  return told;
}

std::vector<double> StudyResult::row_values(std::size_t column) const {
  require_column(column);
  if (!shape_.keeps_rows())
    throw InvalidValue({"study.rows", "not kept", std::to_string(shape_.samples) + " samples",
                        "be asked for before the study is run"});
  std::vector<double> values;
  values.reserve(static_cast<std::size_t>(shape_.samples));
  for (const auto& [block, all] : part_.rows) {
    const std::size_t samples = all.size() / shape_.columns();
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(column * samples);
    values.insert(values.end(), first, first + static_cast<std::ptrdiff_t>(samples));
  }
  return values;
}

}  // namespace critflow
