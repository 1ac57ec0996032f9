#include <doctest/doctest.h>

#include "critflow/base/dimension.hpp"

using namespace critflow;

namespace {

const Dimensions region_and_product{{"region", {"NL", "DE"}}, {"product", {"car", "bus", "phone"}}};
const Place german_bus{{{"product", "bus"}, {"region", "DE"}}};

}  // namespace

TEST_CASE("the last dimension runs fastest") {
  CHECK(cell_at(region_and_product, german_bus) == 4);
  const auto places = every_place(region_and_product);
  REQUIRE(places.size() == 6);
  CHECK(places[1].text() == "[NL,bus]");
  for (int cell = 0; cell < 6; ++cell)
    CHECK(cell_at(region_and_product, places[static_cast<std::size_t>(cell)]) == cell);
}

TEST_CASE("a place without an item of each dimension is no cell") {
  CHECK(cell_at(region_and_product, {{{"region", "DE"}}}) == -1);
  CHECK(cell_at(region_and_product, {{{"region", "FR"}, {"product", "bus"}}}) == -1);
}

TEST_CASE("without dimensions there is one cell, called nothing") {
  CHECK(cell_count({}) == 1);
  CHECK(cell_at({}, {}) == 0);
  CHECK(every_place({}) == std::vector<Place>{Place{}});
  CHECK(Place{}.text().empty());
}

TEST_CASE("a dimension and its items are found by name") {
  REQUIRE(find_dimension(region_and_product, "product") != nullptr);
  CHECK(position(*find_dimension(region_and_product, "product"), "phone") == 2);
  CHECK(position(region_and_product.front(), "FR") == -1);
  CHECK(find_dimension(region_and_product, "chemistry") == nullptr);
  CHECK(german_bus.item("region") == "DE");
  CHECK(german_bus.item("chemistry").empty());
  CHECK(cell_count(region_and_product) == 6);
}
