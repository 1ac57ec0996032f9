#include "critflow/solve/certificate.hpp"

#include <Eigen/LU>
#include <vector>

namespace critflow {

namespace {

constexpr double least = 1e-14;
constexpr int most_for_minors = 14;

bool all_pivots_positive(Eigen::MatrixXd matrix) {
  for (Eigen::Index i = 0; i < matrix.rows(); ++i) {
    if (!(matrix(i, i) > least)) return false;
    const Eigen::Index left = matrix.rows() - i - 1;
    const Eigen::VectorXd factor = matrix.col(i).tail(left) / matrix(i, i);
    matrix.bottomRightCorner(left, left) -= factor * matrix.row(i).tail(left);
  }
  return true;
}

bool all_minors_positive(const Eigen::MatrixXd& matrix) {
  const auto count = static_cast<unsigned>(matrix.rows());
  for (unsigned chosen = 1; chosen < (1U << count); ++chosen) {
    std::vector<int> rows;
    for (unsigned i = 0; i < count; ++i)
      if ((chosen >> i & 1U) != 0) rows.push_back(static_cast<int>(i));
    const Eigen::MatrixXd minor = matrix(rows, rows);
    if (!(minor.determinant() > least)) return false;
  }
  return true;
}

}  // namespace

Certificate certify(const Eigen::MatrixXd& gains) {
  const Eigen::MatrixXd identity = Eigen::MatrixXd::Identity(gains.rows(), gains.cols());
  if (all_pivots_positive(identity - gains.cwiseAbs())) return Certificate::pivots;
  if (gains.rows() <= most_for_minors && all_minors_positive(identity - gains))
    return Certificate::minors;
  return Certificate::none;
}

}  // namespace critflow
