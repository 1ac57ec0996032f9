#include "critflow/solve/certificate.hpp"

#include <Eigen/LU>
#include <cmath>
#include <vector>

namespace critflow {

namespace {

constexpr double least = 1e-14;

/// Of the matrix with its diagonal as it is and all else made negative.
bool all_pivots_positive(Eigen::MatrixXd matrix) {
  for (Eigen::Index i = 0; i < matrix.rows(); ++i)
    for (Eigen::Index j = 0; j < matrix.cols(); ++j)
      if (i != j) matrix(i, j) = -std::abs(matrix(i, j));
  for (Eigen::Index i = 0; i < matrix.rows(); ++i) {
    if (!(matrix(i, i) > least)) return false;
    const Eigen::Index left = matrix.rows() - i - 1;
    const Eigen::VectorXd factor = matrix.col(i).tail(left) / matrix(i, i);
    matrix.bottomRightCorner(left, left) -= factor * matrix.row(i).tail(left);
  }
  return true;
}

/// Whether I - L C is regular for every diagonal L between zero and one, C = I - matrix, because
/// what can be added to its middle is small beside it:
///
///     I - L C = (I - D K) (I - C/2),   K = C/2 (I - C/2)^-1,   L = (I + D)/2,   |D| <= 1
///
/// Here gains that cancel one another do so; in the pivots of I - |C| they add up.
bool regular_about_the_middle(const Eigen::MatrixXd& matrix) {
  const auto one = Eigen::MatrixXd::Identity(matrix.rows(), matrix.cols());
  const Eigen::MatrixXd half = 0.5 * (one - matrix);
  const Eigen::PartialPivLU<Eigen::MatrixXd> middle(one - half);
  return all_pivots_positive(one - middle.solve(half).cwiseAbs());
}

/// The row and column through which most pairs of others are tied.
Eigen::Index most_tied(const Eigen::MatrixXd& matrix) {
  Eigen::Index best = 0;
  Eigen::Index most = -1;
  for (Eigen::Index i = 0; i < matrix.rows(); ++i) {
    const auto ties =
        (matrix.row(i).array() != 0.0).count() * (matrix.col(i).array() != 0.0).count();
    if (ties > most) {
      most = ties;
      best = i;
    }
  }
  return best;
}

/// All minors are positive where those without one row and column are, and those of what is left
/// after eliminating it. (Tsatsomeros and Li, 2000.)
bool all_minors_positive(const Eigen::MatrixXd& matrix, int& to_look_at) {
  if (--to_look_at < 0 || !(matrix.diagonal().minCoeff() > least)) return false;
  if (all_pivots_positive(matrix) || regular_about_the_middle(matrix)) return true;
  const Eigen::Index chosen = most_tied(matrix);
  std::vector<Eigen::Index> others;
  for (Eigen::Index i = 0; i < matrix.rows(); ++i)
    if (i != chosen) others.push_back(i);
  const Eigen::MatrixXd without = matrix(others, others);
  const Eigen::MatrixXd eliminated =
      without - matrix(others, chosen) * matrix(chosen, others) / matrix(chosen, chosen);
  return all_minors_positive(without, to_look_at) && all_minors_positive(eliminated, to_look_at);
}

}  // namespace

Certificate certify(const Eigen::MatrixXd& gains) {
  const Eigen::MatrixXd matrix = Eigen::MatrixXd::Identity(gains.rows(), gains.cols()) - gains;
  if (all_pivots_positive(matrix)) return Certificate::pivots;
  int to_look_at = most_matrices;
  return all_minors_positive(matrix, to_look_at) ? Certificate::minors : Certificate::none;
}

}  // namespace critflow
