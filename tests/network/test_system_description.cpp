#include <doctest/doctest.h>

#include "critflow/network/system_description.hpp"
#include "critflow/network/treatment.hpp"

using namespace critflow;

TEST_CASE("a drawing finds its processes and layers by name") {
  SystemDescription drawing;
  drawing.layers = {{.name = "mass", .unit = "t"}, {.name = "cobalt", .unit = "t"}};
  drawing.processes = {{.name = "sorting", .kind = Treatment{}}};
  CHECK(drawing.layer("cobalt") == &drawing.layers[1]);
  CHECK(drawing.layer("nickel") == nullptr);
  CHECK(drawing.process("sorting") == &drawing.processes[0]);
  CHECK(drawing.process("mass") == nullptr);
}
