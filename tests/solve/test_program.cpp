#include <doctest/doctest.h>

#include <set>
#include <vector>

#include "critflow/solve/plan.hpp"
#include "critflow/solve/program.hpp"
#include "solve/random_network.hpp"

using namespace critflow;

namespace {

using Operation = Instruction::Operation;

bool writes(const Instruction& one) {
  return one.operation != Operation::arm && one.operation != Operation::check;
}

std::vector<int> reads(const Program& program, const Instruction& one) {
  if (one.operation == Operation::sum)
    return {program.list.begin() + one.a, program.list.begin() + one.b};
  return {one.a, one.b, one.c};
}

}  // namespace

TEST_CASE("every slot of a program is written once, and before it is read") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const Plan plan(RandomNetwork(seed).build());
    const Program& program = plan.compiled().program;
    std::set<int> made, written;
    for (const auto* part : {&program.once, &program.yearly, &program.balance})
      for (const Instruction& one : *part)
        if (writes(one)) CHECK(made.insert(one.to).second);
    for (const auto* part : {&program.once, &program.yearly, &program.balance})
      for (const Instruction& one : *part) {
        if (!writes(one)) continue;
        for (const int from : reads(program, one))
          if (made.count(from) > 0) CHECK(written.count(from) > 0);
        written.insert(one.to);
      }
  }
}

TEST_CASE("what stands between arm and check is one block's") {
  int blocks = 0;
  for (std::uint64_t seed = 1; seed <= 80; ++seed) {
    const Plan plan(RandomNetwork(seed).build());
    const Program& program = plan.compiled().program;
    int open = -1;
    for (std::size_t i = 0; i < program.balance.size(); ++i) {
      const Instruction& one = program.balance[i];
      if (one.operation == Operation::arm) {
        CHECK(open < 0);
        open = one.to;
      }
      if (one.operation != Operation::check) continue;
      CHECK(one.to == open);
      CHECK(program.balance[static_cast<std::size_t>(one.a) - 1].operation == Operation::arm);
      open = -1;
      ++blocks;
    }
    CHECK(open < 0);
  }
  CHECK(blocks > 10);
}
