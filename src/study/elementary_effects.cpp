#include "critflow/study/elementary_effects.hpp"

#include <cmath>
#include <cstddef>

#include "base/index.hpp"

namespace critflow {

namespace {

void add(double& mean, double& squares, double value, double count) {
  const double before = value - mean;
  mean += before / count;
  squares += before * (value - mean);
}

/// Adds `there` values of which mean and squares are known to `here` others.
void merge(double& mean, double& squares, double here, double mean_after, double squares_after,
           double there) {
  const double apart = mean_after - mean;
  squares += squares_after + apart * apart * here * there / (here + there);
  mean += apart * there / (here + there);
}

}  // namespace

ElementaryEffects::ElementaryEffects(int outputs, int groups)
    : outputs_(at(outputs), Output{0, std::vector<Part>(at(groups))}) {}

void ElementaryEffects::add(const Outcomes& runs, std::span<const double> steps) {
  for (Eigen::Index k = 0; k < runs.cols(); ++k) {
    const auto of = runs.col(k);
    if (!of.allFinite()) continue;
    Output& output = outputs_[static_cast<std::size_t>(k)];
    const auto count = static_cast<double>(++output.count);
    for (std::size_t group = 0; group < output.parts.size(); ++group) {
      Part& part = output.parts[group];
      const double effect = (of[static_cast<Eigen::Index>(group) + 1] - of[0]) / steps[group];
      critflow::add(part.mean, part.squares, effect, count);
      critflow::add(part.size, part.size_squares, std::abs(effect), count);
    }
  }
}

void ElementaryEffects::merge(const ElementaryEffects& after) {
  for (std::size_t k = 0; k < outputs_.size(); ++k) {
    Output& mine = outputs_[k];
    const Output& other = after.outputs_[k];
    if (other.count == 0) continue;
    const auto here = static_cast<double>(mine.count), there = static_cast<double>(other.count);
    for (std::size_t group = 0; group < mine.parts.size(); ++group) {
      Part& part = mine.parts[group];
      const Part& more = other.parts[group];
      critflow::merge(part.mean, part.squares, here, more.mean, more.squares, there);
      critflow::merge(part.size, part.size_squares, here, more.size, more.size_squares, there);
    }
    mine.count += other.count;
  }
}

std::int64_t ElementaryEffects::count(int output) const { return outputs_[at(output)].count; }

std::optional<ElementaryEffect> ElementaryEffects::effect(int output, int group) const {
  const Output& of = outputs_[at(output)];
  if (of.count < 2) return {};
  const Part& part = of.parts[at(group)];
  const auto count = static_cast<double>(of.count);
  return ElementaryEffect{{part.size, std::sqrt(part.size_squares / (count * (count - 1.0)))},
                          part.mean,
                          std::sqrt(part.squares / (count - 1.0))};
}

}  // namespace critflow
