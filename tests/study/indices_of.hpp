#pragma once

#include <Eigen/Core>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "critflow/study/elementary_effects.hpp"
#include "critflow/study/sensitivity_design.hpp"
#include "critflow/study/variance_indices.hpp"

/// Functions of a point in the unit cube, and what a design says of them.

using OfPoint = std::function<double(const std::vector<double>& u)>;

struct Inputs {
  std::vector<std::string> names{};
  std::vector<int> groups{};
};

/// So many inputs, each a group of its own.
inline Inputs alone(int count) {
  Inputs inputs;
  for (int i = 0; i < count; ++i) {
    inputs.names.push_back("x" + std::to_string(i));
    inputs.groups.push_back(i);
  }
  return inputs;
}

/// The outcomes of one sample of a design.
template <class Design>
Eigen::ArrayXXd outcomes(const Design& design, std::int64_t sample, std::size_t inputs,
                         const OfPoint& function) {
  Eigen::ArrayXXd runs(design.runs_per_sample(), 1);
  std::vector<double> u(inputs);
  for (int run = 0; run < design.runs_per_sample(); ++run) {
    design.point(sample, run, u);
    runs(run, 0) = function(u);
  }
  return runs;
}

inline critflow::VarianceIndices indices_of(
    const OfPoint& function, const Inputs& inputs, std::int64_t samples, std::uint64_t seed = 1,
    critflow::Sampling sampling = critflow::Sampling::plain) {
  const critflow::VarianceDesign design(sampling, seed, samples, inputs.names, inputs.groups);
  critflow::VarianceIndices indices(1, design.groups());
  for (std::int64_t i = 0; i < samples; ++i)
    indices.add(outcomes(design, i, inputs.names.size(), function));
  return indices;
}

/// x1, x2, x3 within -pi and pi.
inline double ishigami(const std::vector<double>& u) {
  const double pi = std::acos(-1.0);
  const double x1 = pi * (2 * u[0] - 1), x2 = pi * (2 * u[1] - 1), x3 = pi * (2 * u[2] - 1);
  return std::sin(x1) + 7.0 * std::pow(std::sin(x2), 2) + 0.1 * std::pow(x3, 4) * std::sin(x1);
}
