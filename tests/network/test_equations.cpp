#include <doctest/doctest.h>

#include "critflow/network/equations.hpp"

using critflow::Equations;
using critflow::Known;
using critflow::When;

TEST_CASE("the same number asked for twice is one number") {
  Equations equations;
  CHECK(equations.number(0.3) == equations.number(0.3));
  CHECK(equations.parameter(2, 1, false, "yield") == equations.parameter(2, 1, false, "yield"));
  const Known a = equations.number(0.3), b = equations.parameter(0, 0, true, "share");
  CHECK(equations.multiply(a, b) == equations.multiply(a, b));
  CHECK_FALSE(equations.subtract(a, b) == equations.subtract(b, a));
}

TEST_CASE("products with one and sums with zero are no new numbers") {
  Equations equations;
  const Known share = equations.parameter(0, 0, true, "share");
  CHECK(equations.multiply(equations.one(), share) == share);
  CHECK(equations.add(share, equations.zero()) == share);
  CHECK(equations.subtract(share, equations.zero()) == share);
  CHECK(equations.divide(share, equations.one()) == share);
  CHECK(equations.multiply(equations.minus_one(), equations.minus_one()) == equations.one());
}

TEST_CASE("a number is known when the last of its operands is") {
  Equations equations;
  const Known constant = equations.parameter(0, 0, false, "yield");
  const Known yearly = equations.parameter(1, 0, true, "share");
  const Known routed = equations.written("released");
  const auto when = [&](Known a, Known b) { return equations.at(equations.add(a, b)).when; };
  CHECK(when(constant, constant) == When::once);
  CHECK(when(constant, yearly) == When::yearly);
  CHECK(when(yearly, routed) == When::routed);
  const Known ratio = equations.ratio(equations.unknown("part"), equations.unknown("whole"));
  CHECK(when(routed, ratio) == When::balance);
}

TEST_CASE("a number made of a ratio remembers the unknowns behind it") {
  Equations equations;
  const critflow::Unknown part = equations.unknown("part"), whole = equations.unknown("whole");
  const Known rest = equations.subtract(equations.one(), equations.ratio(part, whole));
  CHECK(equations.at(rest).depends_on == std::vector<int>{part.id, whole.id});
}

TEST_CASE("numbers are named by what they are made of") {
  Equations equations;
  const Known share = equations.parameter(0, 0, true, "share");
  const Known yield = equations.parameter(1, 0, false, "yield");
  CHECK(equations.at(equations.multiply(share, yield)).name == "(share * yield)");
  CHECK(equations.at(equations.clip(share, {}, equations.one())).name == "(share within 1)");
}

TEST_CASE("terms and amounts of zero are left out of an equation") {
  Equations equations;
  const critflow::Unknown waste = equations.unknown("waste"), sorted = equations.unknown("sorted");
  equations.add_term(sorted, equations.zero(), waste);
  equations.add_known(sorted, equations.zero());
  equations.add_term(sorted, equations.one(), waste);
  CHECK(equations.at(sorted).terms.size() == 1);
  CHECK(equations.at(sorted).known.empty());
  CHECK_FALSE(equations.at(sorted).clamped);
  CHECK(equations.at(equations.clamp("passed", equations.zero())).clamped);
}
