#include "critflow/study/sensitivity_design.hpp"

#include <algorithm>
#include <utility>

#include "base/index.hpp"
#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

int require_groups(const std::vector<int>& groups, std::size_t inputs) {
  const int count = groups.empty() ? 0 : std::ranges::max(groups) + 1;
  bool good = groups.size() == inputs && count > 0;
  for (int group = 0; good && group < count; ++group)
    good = std::ranges::find(groups, group) != groups.end();
  if (!good)
    throw InvalidValue({.where = "sensitivity",
                        .what = "groups of inputs",
                        .value = std::to_string(count) + " of " + std::to_string(inputs),
                        .rule = "be 0, 1, ..., one for each input, none empty"});
  return count;
}

std::vector<std::string> twice(const std::vector<std::string>& names) {
  std::vector<std::string> both = names;
  for (const std::string& name : names) both.push_back(name + ", again");
  return both;
}

}  // namespace

VarianceDesign::VarianceDesign(Sampling sampling, std::uint64_t seed, std::int64_t samples,
                               const std::vector<std::string>& names, std::vector<int> groups)
    : plan_(sampling, seed, samples, twice(names)),
      group_(std::move(groups)),
      groups_(require_groups(group_, names.size())) {}

void VarianceDesign::point(std::int64_t sample, int run, std::span<double> numbers) const {
  const int inputs = static_cast<int>(group_.size());
  for (int input = 0; input < inputs; ++input) {
    const bool from_b = run == 1 || group_[at(input)] == run - 2;
    numbers[at(input)] = plan_.at(sample, from_b ? input + inputs : input);
  }
}

ScreeningDesign::ScreeningDesign(Sampling sampling, std::uint64_t seed, std::int64_t samples,
                                 const std::vector<std::string>& names, std::vector<int> groups)
    : plan_(sampling, seed, samples, names),
      group_(std::move(groups)),
      groups_(require_groups(group_, names.size())) {}

void ScreeningDesign::point(std::int64_t sample, int run, std::span<double> numbers) const {
  plan_.point(sample, numbers);
  for (std::size_t input = 0; input < group_.size(); ++input)
    if (group_[input] == run - 1) numbers[input] += numbers[input] < 0.5 ? 0.5 : -0.5;
}

std::vector<double> ScreeningDesign::steps(std::int64_t sample) const {
  std::vector<double> steps(at(groups_), 0.5);
  for (std::size_t input = 0; input < group_.size(); ++input)
    if (std::ranges::count(group_, group_[input]) == 1 &&
        !(plan_.at(sample, static_cast<int>(input)) < 0.5))
      steps[at(group_[input])] = -0.5;
  return steps;
}

}  // namespace critflow
