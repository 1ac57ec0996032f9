#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/gather.hpp"

using namespace critflow;

namespace {

const Dimension one_year{"year", {"2030"}};

Figures by_product(std::vector<std::string> products, std::vector<double> values) {
  return {.name = "flow",
          .dimensions = {one_year, {"product", std::move(products)}, {"layer", {"cobalt"}}},
          .units = {"t/a"},
          .values = std::move(values)};
}

}  // namespace

TEST_CASE("figures of different products are laid over all products") {
  const Figures sum = gather(
      "sum", {by_product({"car", "bus"}, {1.0, 2.0}), by_product({"bus"}, {10.0})}, {"product"});
  CHECK(sum.dimensions[1].items == std::vector<std::string>{"car", "bus"});
  CHECK(sum.values == std::vector<double>{1.0, 12.0});
}

TEST_CASE("a dimension that is not kept is summed, a layer never") {
  const Figures sum = gather("sum", {by_product({"car", "bus"}, {1.0, 2.0})}, {});
  CHECK(sum.values == std::vector<double>{3.0});
  CHECK_THROWS_AS((void)sum.sum("layer"), InvalidValue);
}

TEST_CASE("a rate sums before it divides") {
  const Figures share = rate("share", {by_product({"car", "bus"}, {1.0, 0.0})},
                             {by_product({"car", "bus"}, {2.0, 0.0}), by_product({"car"}, {2.0})});
  CHECK(share.values[0] == doctest::Approx(0.25));
  CHECK_FALSE(share.given(1));
}

TEST_CASE("only dimensions that all figures have are shared") {
  const Figures total{.name = "total", .dimensions = {one_year, {"layer", {"cobalt"}}}};
  CHECK(shared_dimensions({by_product({"car"}, {1.0}), total}).empty());
  CHECK(shared_dimensions({by_product({"car"}, {1.0})}) == std::vector<std::string>{"product"});
}

TEST_CASE("figures of different shape have no quotient") {
  CHECK_THROWS_AS((void)quotient("q", by_product({"car"}, {1.0}), by_product({"bus"}, {1.0})),
                  InvalidValue);
}
