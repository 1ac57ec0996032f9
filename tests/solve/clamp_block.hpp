#pragma once

#include <Eigen/LU>
#include <algorithm>
#include <cmath>
#include <vector>

/// y = clip(start + gains * y, low, high)
struct Block {
  Eigen::MatrixXd gains;
  Eigen::VectorXd start, low, high;

  [[nodiscard]] int clamps() const { return static_cast<int>(start.size()); }
  [[nodiscard]] Eigen::VectorXd again(const Eigen::VectorXd& y) const {
    return (start + gains * y).cwiseMax(low).cwiseMin(high);
  }
};

/// Every way in which each clamp is held low, free or held high, that agrees with itself.
inline std::vector<Eigen::VectorXd> by_enumeration(const Block& block) {
  std::vector<Eigen::VectorXd> found;
  const int count = block.clamps();
  for (int code = 0; code < std::pow(3, count); ++code) {
    Eigen::MatrixXd matrix = Eigen::MatrixXd::Identity(count, count) - block.gains;
    Eigen::VectorXd right = block.start;
    int rest = code;
    for (Eigen::Index i = 0; i < count; ++i, rest /= 3) {
      if (rest % 3 == 1) continue;
      matrix.row(i) = Eigen::RowVectorXd::Unit(count, i);
      right(i) = rest % 3 == 0 ? block.low(i) : block.high(i);
    }
    const Eigen::VectorXd y = matrix.fullPivLu().solve(right);
    const bool agrees = (block.again(y) - y).cwiseAbs().maxCoeff() < 1e-9;
    const bool known = std::any_of(found.begin(), found.end(), [&](const Eigen::VectorXd& other) {
      return (other - y).cwiseAbs().maxCoeff() < 1e-8;
    });
    if (agrees && !known) found.push_back(y);
  }
  return found;
}
