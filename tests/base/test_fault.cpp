#include <doctest/doctest.h>

#include <functional>
#include <limits>
#include <string>

#include "critflow/base/fault.hpp"

using critflow::Fault;
using critflow::InvalidValue;
using critflow::ModelFaults;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// What a refusal says; empty where nothing is refused.
std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const InvalidValue& error) {
    return error.what();
  }
  return {};
}

const Fault yield_above_one{
    .where = "recycling.yield[lithium]", .what = "above one", .value = "1.2", .rule = "be <= 1"};

}  // namespace

TEST_CASE("a fault reads as a sentence: where, what, value, rule") {
  CHECK(yield_above_one.text() == "recycling.yield[lithium]: above one: 1.2, must be <= 1");
}

TEST_CASE("a fault of a file begins with file, row and column") {
  Fault fault = yield_above_one;
  fault.file = "parameters/yield.csv";
  fault.row = 7;
  fault.column = 3;
  CHECK(fault.text() ==
        "parameters/yield.csv:7:3: recycling.yield[lithium]: above one: 1.2, must be <= 1");
}

TEST_CASE("a column without a row is not shown") {
  Fault fault = yield_above_one;
  fault.file = "yield.csv";
  fault.column = 3;
  CHECK(fault.text() == "yield.csv: recycling.yield[lithium]: above one: 1.2, must be <= 1");
}

TEST_CASE("a fault of a whole file needs no path inside it") {
  const Fault fault{.where = "", .what = "empty", .value = "", .rule = "", .file = "sources.csv"};
  CHECK(fault.text() == "sources.csv: empty");
}

TEST_CASE("a fault asks whether the nearest known name was meant") {
  const Fault fault{.where = "flow",
                    .what = "unknown process",
                    .value = "sortng",
                    .rule = "",
                    .nearest = "sorting"};
  CHECK(fault.text() == "flow: unknown process: sortng; did you mean 'sorting'?");
}

TEST_CASE("an invalid value keeps its fault, and says it") {
  const InvalidValue error(yield_above_one);
  CHECK(error.fault() == yield_above_one);
  CHECK(std::string(error.what()) == yield_above_one.text());
}

TEST_CASE("the faults of a model are kept in order and told a line each") {
  const Fault second{.where = "years", .what = "not rising", .value = "2", .rule = "rise"};
  const ModelFaults error({yield_above_one, second});
  CHECK(error.faults() == std::vector<Fault>{yield_above_one, second});
  CHECK(std::string(error.what()) == yield_above_one.text() + "\n" + second.text());
}

TEST_CASE("a number is shown as shortly as reads back to the same number") {
  CHECK(critflow::shown(0.1) == "0.1");
  CHECK(critflow::shown(3.0) == "3");
  CHECK(critflow::shown(-2.5e-300) == "-2.5e-300");
  CHECK(critflow::shown(not_a_number) == "nan");
  CHECK(std::stod(critflow::shown(1.0 / 3.0)) == 1.0 / 3.0);
}

TEST_CASE("what is asked of a value is named when it does not hold") {
  CHECK(refusal([] { critflow::require_positive(0.0, "sd"); }) ==
        "sd: not positive: 0, must be finite and > 0");
  CHECK(refusal([] { critflow::require_not_negative(-1.0, "inflow[3]"); }) ==
        "inflow[3]: negative or not finite: -1, must be finite and >= 0");
  CHECK(refusal([] { critflow::require_finite(not_a_number, "mean"); }) ==
        "mean: not finite: nan, must be finite");
}

TEST_CASE("no requirement lets infinity or a missing number through") {
  for (const double bad : {infinite, -infinite, not_a_number}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(critflow::require_positive(bad, "x"), InvalidValue);
    CHECK_THROWS_AS(critflow::require_not_negative(bad, "x"), InvalidValue);
    CHECK_THROWS_AS(critflow::require_finite(bad, "x"), InvalidValue);
  }
}

TEST_CASE("a value that is good comes back unchanged") {
  CHECK(critflow::require_positive(1e-300, "x") == 1e-300);
  CHECK(critflow::require_not_negative(0.0, "x") == 0.0);
  CHECK(critflow::require_finite(-4.0, "x") == -4.0);
}
