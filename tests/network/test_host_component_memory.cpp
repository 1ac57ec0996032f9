#include <doctest/doctest.h>

#include <vector>

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

TEST_CASE("what is held counts with the year of the host or of the component that holds it") {
  HostComponentMemory<double> memory;
  memory.pairs.emplace_back(2);
  memory.contents.push_back({{1.0, 2.0}, {10.0, 20.0}});
  const std::vector<double> never{0.0, 0.0}, half{0.5, 0.0}, all{1.0, 1.0};
  memory.pairs[0].age(0, {never, never});
  memory.pairs[0].receive(100.0, {all, never});
  memory.pairs[0].age(1, {never, half});
  memory.pairs[0].receive(30.0, {all, never});
  CHECK(memory.held(0, 0, 0) == doctest::Approx(100.0 * 1.0 + 50.0 * 10.0));
  CHECK(memory.held(0, 0, 1) == doctest::Approx(30.0 * 2.0 + 80.0 * 20.0));
}
