#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/scenario/uncertainty.hpp"

using critflow::require_uncertainty_numbers;
using critflow::uncertainty_numbers;
using critflow::uncertainty_shape_named;

namespace {

std::string refusal(const std::string& shape, const std::vector<double>& numbers,
                    const std::vector<double>& weights = {}) {
  try {
    require_uncertainty_numbers(uncertainty_shape_named(shape), numbers, weights);
  } catch (const critflow::InvalidValue& refused) {
    return refused.fault().what + ": " + refused.fault().rule;
  }
  return "accepted";
}

}  // namespace

TEST_CASE("each shape has its own numbers") {
  CHECK(uncertainty_numbers(uncertainty_shape_named("uniform")).size() == 2);
  CHECK(uncertainty_numbers(uncertainty_shape_named("pert")).at(1) == "mode");
  CHECK(uncertainty_numbers(uncertainty_shape_named("beta")).at(1) == "sd");
  CHECK(uncertainty_numbers(uncertainty_shape_named("dirichlet")).at(0) == "concentration");
  CHECK(uncertainty_numbers(uncertainty_shape_named("empirical")).empty());
  CHECK_THROWS_AS(static_cast<void>(uncertainty_shape_named("gaussian")), critflow::InvalidValue);
}

TEST_CASE("numbers that make sense are accepted") {
  CHECK(refusal("uniform", {0.5, 1.5}) == "accepted");
  CHECK(refusal("triangular", {1, 1, 2}) == "accepted");
  CHECK(refusal("normal", {-1, 2}) == "accepted");
  CHECK(refusal("beta", {0.5, 0.2}) == "accepted");
  CHECK(refusal("empirical", {3, 1, 3}) == "accepted");
  CHECK(refusal("discrete", {3, 1}, {2, 0.5}) == "accepted");
  CHECK(refusal("dirichlet", {1}) == "accepted");
}

TEST_CASE("numbers that make none are refused with the rule") {
  CHECK(refusal("uniform", {2, 1}) == "high: be above low, which is 2");
  CHECK(refusal("pert", {1, 4, 3}) == "mode: lie within low and high");
  CHECK(refusal("normal", {1, 0}) == "sd: be > 0");
  CHECK(refusal("lognormal", {-1, 1}) == "mean: be > 0");
  CHECK(refusal("truncated_normal", {0, 1}) == "mean: be > 0");
  CHECK(refusal("beta", {1.5, 0.1}) == "mean: be > 0 and < 1");
  CHECK(refusal("beta", {0.5, 0.6}) == "sd: be below 0.5 for this mean");
  CHECK(refusal("empirical", {}) == "number of values: be at least 1");
  CHECK(refusal("discrete", {3, 1}, {1}) == "number of weights: be the number of values, 2");
  CHECK(refusal("discrete", {3, 1}, {1, -1}) == "weight: be > 0");
  CHECK(refusal("dirichlet", {0.5}) == "concentration: be >= 1");
}

TEST_CASE("a row is called after its parameter and the items it names") {
  CHECK(critflow::Uncertainty{.parameter = "life"}.name() == "life");
  CHECK(critflow::Uncertainty{.parameter = "share",
                              .place = {{{"product", "van"}, {"chemistry", "LFP"}}}}
            .name() == "share[product=van,chemistry=LFP]");
}
