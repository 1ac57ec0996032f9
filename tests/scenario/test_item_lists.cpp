#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "critflow/scenario/item_lists.hpp"

using critflow::parameter_dimension;
using critflow::SystemDescription;

namespace {

const SystemDescription description{.name = "phones",
                                    .layers = {{.name = "units", .unit = "units"},
                                               {.name = "cobalt", .unit = "t", .material = true}},
                                    .dimensions = {{"product", {"phone", "tablet"}}}};

using Items = std::vector<std::string>;

}  // namespace

TEST_CASE("a parameter may vary over the dimensions of the system, its layers and materials") {
  CHECK(parameter_dimension(description, "product").items == Items{"phone", "tablet"});
  CHECK(parameter_dimension(description, "layer").items == Items{"units", "cobalt"});
  CHECK(parameter_dimension(description, "material").items == Items{"cobalt"});
  CHECK(parameter_dimension(description, "region").items.empty());
}

TEST_CASE("all these have names") {
  const auto names = critflow::parameter_dimension_names(description);
  for (const char* name : {"product", "layer", "material", "cohort"})
    CHECK(std::count(names.begin(), names.end(), name) == 1);
}
