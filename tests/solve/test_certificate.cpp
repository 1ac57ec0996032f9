#include <doctest/doctest.h>

#include <Eigen/LU>
#include <vector>

#include "critflow/solve/certificate.hpp"
#include "solve/chance.hpp"

using critflow::Certificate;
using critflow::certify;

namespace {

Eigen::MatrixXd drawn_gains(Chance& chance, int clamps, double size) {
  Eigen::MatrixXd gains(clamps, clamps);
  for (Eigen::Index i = 0; i < clamps; ++i)
    for (Eigen::Index j = 0; j < clamps; ++j)
      gains(i, j) = chance.happens(0.6) ? size * chance.between(-1.0, 1.0) : 0.0;
  return gains;
}

bool every_minor_is_positive(const Eigen::MatrixXd& gains) {
  const auto clamps = static_cast<int>(gains.rows());
  const Eigen::MatrixXd matrix = Eigen::MatrixXd::Identity(clamps, clamps) - gains;
  for (int chosen = 1; chosen < 1 << clamps; ++chosen) {
    std::vector<int> rows;
    for (int i = 0; i < clamps; ++i)
      if ((chosen >> i & 1) != 0) rows.push_back(i);
    if (!(Eigen::MatrixXd(matrix(rows, rows)).determinant() > 0.0)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("clamps that do not need each other are certified by pivots") {
  CHECK(certify(Eigen::MatrixXd::Zero(3, 3)) == Certificate::pivots);
}

TEST_CASE("a ring of two gains is certified below one and not above") {
  CHECK(certify(Eigen::MatrixXd{{0.0, 0.9}, {0.9, 0.0}}) == Certificate::pivots);
  CHECK(certify(Eigen::MatrixXd{{0.0, 1.1}, {1.0, 0.0}}) == Certificate::none);
}

TEST_CASE("gains that work against each other are certified by minors, however large") {
  CHECK(certify(Eigen::MatrixXd{{0.0, 5.0}, {-5.0, 0.0}}) == Certificate::minors);
  CHECK(certify(Eigen::MatrixXd{{-9.0, 2.0}, {2.0, -9.0}}) == Certificate::pivots);
}

TEST_CASE("thirty pairs of gains that work against each other are certified all at once") {
  Eigen::MatrixXd gains = Eigen::MatrixXd::Zero(60, 60);
  for (Eigen::Index pair = 0; pair < 60; pair += 2) {
    gains(pair, pair + 1) = 1.5;
    gains(pair + 1, pair) = -1.5;
  }
  CHECK(certify(gains) == Certificate::minors);
}

TEST_CASE("a gain of one on itself is not certified") {
  CHECK(certify(Eigen::MatrixXd{{1.0}}) == Certificate::none);
}

TEST_CASE("a block is certified exactly where every minor is positive") {
  Chance chance(7);
  int certified = 0, refused = 0;
  for (int draw = 0; draw < 4000; ++draw) {
    const Eigen::MatrixXd gains = drawn_gains(chance, 2 + draw % 6, draw % 3 == 0 ? 0.4 : 1.2);
    const bool found = certify(gains) != Certificate::none;
    CHECK(found == every_minor_is_positive(gains));
    (found ? certified : refused) += 1;
  }
  CHECK(certified > 500);
  CHECK(refused > 500);
}
