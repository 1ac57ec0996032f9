#include "critflow/study/variance_indices.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "base/index.hpp"

namespace critflow {

namespace {

double half_square(double difference) { return 0.5 * difference * difference; }

}  // namespace

VarianceIndices::VarianceIndices(int outputs, int groups) {
  Output none;
  none.first.resize(at(groups));
  none.total.resize(at(groups));
  outputs_.assign(at(outputs), none);
}

void VarianceIndices::add(const Outcomes& runs) {
  for (Eigen::Index k = 0; k < runs.cols(); ++k) {
    const auto of = runs.col(k);
    if (!of.allFinite()) continue;
    Output& output = outputs_[static_cast<std::size_t>(k)];
    const double variance = half_square(of[0] - of[1]);
    const auto count = static_cast<double>(++output.count);
    add(output.variance, variance, 0.0, count);
    const double rest = variance - output.variance.mean;
    for (std::size_t group = 0; group < output.first.size(); ++group) {
      const double mixed = of[static_cast<Eigen::Index>(group) + 2];
      add(output.first[group], variance - half_square(of[1] - mixed), rest, count);
      add(output.total[group], half_square(of[0] - mixed), rest, count);
    }
  }
}

void VarianceIndices::add(Part& part, double value, double variance_rest, double count) {
  const double before = value - part.mean;
  part.mean += before / count;
  part.squares += before * (value - part.mean);
  part.products += before * variance_rest;
}

void VarianceIndices::merge(const VarianceIndices& after) {
  for (std::size_t k = 0; k < outputs_.size(); ++k) {
    Output& mine = outputs_[k];
    const Output& other = after.outputs_[k];
    if (other.count == 0) continue;
    for (std::size_t group = 0; group < mine.first.size(); ++group) {
      merge(mine.first[group], other.first[group], mine, other);
      merge(mine.total[group], other.total[group], mine, other);
    }
    merge(mine.variance, other.variance, mine, other);
    mine.count += other.count;
  }
}

void VarianceIndices::merge(Part& part, const Part& after, const Output& mine,
                            const Output& other) {
  const auto here = static_cast<double>(mine.count), there = static_cast<double>(other.count);
  const double apart = after.mean - part.mean;
  const double variance_apart = other.variance.mean - mine.variance.mean;
  const double weight = here * there / (here + there);
  part.squares += after.squares + apart * apart * weight;
  part.products += after.products + apart * variance_apart * weight;
  part.mean += apart * there / (here + there);
}

std::int64_t VarianceIndices::count(int output) const { return outputs_[at(output)].count; }

double VarianceIndices::variance(int output) const { return outputs_[at(output)].variance.mean; }

Estimate VarianceIndices::estimate(const Part& part, const Output& of) {
  const double ratio = part.mean / of.variance.mean;
  const double spread =
      part.squares - 2.0 * ratio * part.products + ratio * ratio * of.variance.squares;
  const auto count = static_cast<double>(of.count);
  return {ratio, std::sqrt(std::max(spread, 0.0) / (count * (count - 1.0))) / of.variance.mean};
}

std::optional<VarianceIndex> VarianceIndices::index(int output, int group) const {
  const Output& of = outputs_[at(output)];
  if (of.count < 2 || !(of.variance.mean > 0.0)) return {};
  return VarianceIndex{estimate(of.first[at(group)], of), estimate(of.total[at(group)], of)};
}

}  // namespace critflow
