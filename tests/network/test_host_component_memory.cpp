#include <doctest/doctest.h>

#include "critflow/network/host_component_memory.hpp"

using critflow::HostComponentMemory;

TEST_CASE("each instance remembers what its cohorts hold of each layer") {
  HostComponentMemory<double> memory;
  memory.layers = 3;
  memory.contents.resize(6);
  memory.content(1, 2).of_hosts = {7.0};
  CHECK(memory.contents.back().of_hosts.front() == 7.0);
  CHECK(memory.content(0, 2).of_hosts.empty());
}
