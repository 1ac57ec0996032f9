#include "critflow/study/rank_copula.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/index.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/study/quantile_function.hpp"
#include "lifetime/standard_normal.hpp"

namespace critflow {

namespace {

constexpr double smallest_share = 0x1p-53;

void require(bool holds, const RankCorrelation& one, const char* what, const char* rule) {
  if (!holds)
    throw InvalidValue({.where = "rank correlation",
                        .what = what,
                        .value = shown(one.value),
                        .rule = rule,
                        .file = one.file,
                        .row = one.row});
}

void require_correlation_matrix(const Eigen::MatrixXd& matrix) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(matrix, Eigen::EigenvaluesOnly);
  const double smallest = solver.eigenvalues().minCoeff();
  if (!(smallest > 1e-9))
    throw InvalidValue({.where = "rank correlations",
                        .what = "cannot hold together, smallest eigenvalue",
                        .value = shown(std::round(1e4 * smallest) / 1e4),
                        .rule = "be a correlation matrix: all eigenvalues > 0"});
}

}  // namespace

RankCopula::RankCopula(const std::vector<RankCorrelation>& correlations) {
  const auto place = [this](int input) {
    const auto found = std::ranges::find(inputs_, at(input));
    if (found == inputs_.end()) inputs_.push_back(at(input));
    return std::ranges::find(inputs_, at(input)) - inputs_.begin();
  };
  for (const RankCorrelation& one : correlations) {
    place(one.first);
    place(one.second);
  }
  if (inputs_.empty()) return;
  const auto size = static_cast<Eigen::Index>(inputs_.size());
  Eigen::MatrixXd matrix = Eigen::MatrixXd::Identity(size, size);
  for (const RankCorrelation& one : correlations) {
    const auto i = place(one.first), j = place(one.second);
    require(one.value > -1.0 && one.value < 1.0, one, "out of range", "be above -1 and below 1");
    require(i != j, one, "of a row with itself", "be between two rows");
    require(matrix(i, j) == 0.0, one, "pair given twice", "stand in one row");
    matrix(i, j) = matrix(j, i) = 2.0 * std::sin(std::numbers::pi / 6.0 * one.value);
  }
  require_correlation_matrix(matrix);
  lower_ = matrix.llt().matrixL();
}

void RankCopula::correlate(std::span<double> point) const {
  // From the last to the first: each needs those before it as they were.
  for (Eigen::Index k = lower_.rows() - 1; k > 0; --k) {
    double z = 0.0;
    for (Eigen::Index j = 0; j <= k; ++j)
      if (lower_(k, j) != 0.0)
        z += lower_(k, j) * normal_quantile(point[inputs_[static_cast<std::size_t>(j)]]);
    point[inputs_[static_cast<std::size_t>(k)]] =
        std::clamp(share_above(-z), smallest_share, 1.0 - smallest_share);
  }
}

}  // namespace critflow
