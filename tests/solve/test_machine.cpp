#include <doctest/doctest.h>

#include <Eigen/LU>
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "critflow/network/builder.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/certificate.hpp"
#include "critflow/solve/machine.hpp"
#include "critflow/solve/plan.hpp"
#include "solve/chance.hpp"
#include "solve/clamp_block.hpp"

using namespace critflow;

namespace {

/// The block as a process of a network.
struct BlockProcess {
  Block block;

  void describe(Builder& builder) const {
    builder.outside();
    Equations& equations = builder.equations();
    std::vector<Unknown> y;
    for (Eigen::Index i = 0; i < block.clamps(); ++i) {
      y.push_back(equations.clamp("clamp " + std::to_string(i), equations.number(block.low(i)),
                                  equations.number(block.high(i))));
      equations.add_known(y.back(), equations.number(block.start(i)));
    }
    for (Eigen::Index i = 0; i < block.clamps(); ++i)
      for (Eigen::Index j = 0; j < block.clamps(); ++j)
        equations.add_term(y[static_cast<std::size_t>(i)], equations.number(block.gains(i, j)),
                           y[static_cast<std::size_t>(j)]);
  }
};

Block drawn_block(Chance& chance, int clamps, double size) {
  Block block{Eigen::MatrixXd(clamps, clamps), Eigen::VectorXd(clamps), Eigen::VectorXd(clamps),
              Eigen::VectorXd(clamps)};
  for (Eigen::Index i = 0; i < clamps; ++i) {
    block.start(i) = chance.between(-2.0, 2.0);
    block.low(i) = chance.between(-1.1, -0.1);
    block.high(i) = chance.between(0.1, 1.1);
    for (Eigen::Index j = 0; j < clamps; ++j) block.gains(i, j) = size * chance.between(-1.0, 1.0);
  }
  return block;
}

/// Gains that work against each other, however large, leave one solution.
Block opposed_block(Chance& chance, int clamps, double size) {
  Block block = drawn_block(chance, clamps, size);
  block.gains = (block.gains - block.gains.transpose()).eval();
  return block;
}

struct Found {
  Eigen::VectorXd y;
  long rounds = 0;
  bool gave_up = false;
};

Found by_machine(const Block& block) {
  const Plan plan(SystemBuilder("block")
                      .layer({.name = "metal", .unit = "t"})
                      .process("block", BlockProcess{block})
                      .build());
  const Program& program = plan.compiled().program;
  Machine<double> machine(program);
  machine.run_once();
  machine.run_yearly();
  machine.run_balance();
  Found found{Eigen::VectorXd(block.clamps()), machine.rounds(), machine.gave_up(0) > 0.0};
  const auto& equations = plan.compiled().network.equations.equations();
  for (std::size_t i = 0; i < equations.size(); ++i)
    if (equations[i].clamped)
      found.y(std::stoi(equations[i].name.substr(6))) =
          machine.at(program.slot(Unknown{static_cast<int>(i)}));
  return found;
}

}  // namespace

TEST_CASE("the branch search finds the one solution of every certified block") {
  Chance chance(9);
  int certified = 0;
  long most_rounds = 0;
  for (int draw = 0; draw < 1500; ++draw) {
    const int clamps = 2 + draw % 4;
    const Block block = drawn_block(chance, clamps, draw % 3 == 0 ? 1.0 / clamps : 1.0);
    if (certify(block.gains) == Certificate::none) continue;
    ++certified;
    const auto solutions = by_enumeration(block);
    REQUIRE(solutions.size() == 1);
    const Found found = by_machine(block);
    CHECK_FALSE(found.gave_up);
    CHECK((found.y - solutions.front()).cwiseAbs().maxCoeff() < 1e-12);
    most_rounds = std::max(most_rounds, found.rounds);
  }
  CHECK(certified > 500);
  CHECK(most_rounds < 30);
}

TEST_CASE("the branch search ends in five thousand certified blocks, in a few rounds each") {
  Chance chance(12);
  int certified = 0;
  long rounds = 0;
  while (certified < 5000) {
    const int clamps = 2 + chance.below(8);
    const double size = chance.between(0.2, 4.0);
    const Block block = certified % 2 == 0 ? drawn_block(chance, clamps, size)
                                           : opposed_block(chance, clamps, size);
    if (certify(block.gains) == Certificate::none) continue;
    ++certified;
    const Found found = by_machine(block);
    CHECK_FALSE(found.gave_up);
    CHECK((block.again(found.y) - found.y).cwiseAbs().maxCoeff() < 1e-11);
    rounds += found.rounds;
  }
  CHECK(rounds < 8 * certified);
}

TEST_CASE("a block with several solutions is never certified") {
  Chance chance(10);
  int several = 0;
  for (int draw = 0; draw < 600; ++draw) {
    const Block block = drawn_block(chance, 3, 2.0);
    if (by_enumeration(block).size() < 2) continue;
    ++several;
    CHECK(certify(block.gains) == Certificate::none);
  }
  CHECK(several > 20);
}

TEST_CASE("forty clamps in one loop find their branch") {
  Chance chance(11);
  for (int draw = 0; draw < 20; ++draw) {
    const Block block = drawn_block(chance, 40, 0.024);
    REQUIRE(certify(block.gains) == Certificate::pivots);
    const Found found = by_machine(block);
    CHECK_FALSE(found.gave_up);
    CHECK((block.again(found.y) - found.y).cwiseAbs().maxCoeff() < 1e-14);
  }
}

TEST_CASE("a clamp at its bound is exactly there") {
  const Block block{Eigen::MatrixXd{{0.0, 0.3}, {0.3, 0.0}}, Eigen::VectorXd{{9.0, 0.1}},
                    Eigen::VectorXd{{0.0, 0.0}}, Eigen::VectorXd{{0.7, 5.0}}};
  const Found found = by_machine(block);
  CHECK(found.y(0) == 0.7);
  CHECK(found.y(1) == doctest::Approx(0.31).epsilon(1e-15));
}
