#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "critflow/network/host_and_component.hpp"
#include "critflow/network/network.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "network/faults_of.hpp"

using namespace critflow;

namespace {

/// Cars and their batteries, with flows out of the doors named.
SystemDescription cars(const std::vector<std::string>& doors) {
  SystemDescription system{.name = "cars", .years = Years(2000, 2010)};
  system.layers = {{.name = "cars", .unit = "units"}, {.name = "batteries", .unit = "units"}};
  system.lifetimes = {{.name = "car", .first = "10", .second = "3"},
                      {.name = "battery", .first = "8", .second = "3"}};
  HostAndComponent use{.driver_parameter = "100",
                       .lead = "cars",
                       .host = {.lifetime = "car"},
                       .component = {.lifetime = "battery", .content = {{"batteries", {"2"}}}}};
  system.processes = {{.name = "makers", .kind = Outside{}},
                      {.name = "use", .kind = use},
                      {.name = "scrap", .kind = Outside{}}};
  system.flows = {{.from = "makers", .to = "use", .rule = FlowRule::request}};
  for (const std::string& door : doors)
    system.flows.push_back({.from = "use", .to = "scrap", .door = door});
  return system;
}

using Texts = std::vector<std::string>;

const Texts all_doors{"hosts", "failed components", "working components"};

}  // namespace

TEST_CASE("hosts with components need a flow out of each door, in the layers that pass it") {
  CHECK(faults_of(cars(all_doors)).empty());
  CHECK(faults_of(cars({"hosts", "failed components"})) ==
        Texts{"process.use: leads nowhere: use.working components batteries, must have a flow out "
              "of it, or not have this layer"});
}

TEST_CASE("a door that is misspelt is named with the nearest one") {
  Texts doors = all_doors;
  doors[1] = "failed component";
  CHECK(faults_of(cars(doors)).front() ==
        "flow use -> scrap.door: no such door of 'use': failed component, must be one of failed "
        "components, hosts, working components; did you mean 'failed components'?");
}

TEST_CASE("a flow that names no door of several is refused") {
  Texts doors = all_doors;
  doors.push_back("");
  CHECK(faults_of(cars(doors)) ==
        Texts{"flow use -> scrap.door: no such door of 'use', must be one of failed components, "
              "hosts, working components"});
}

TEST_CASE("a process without named doors has none") {
  SystemDescription system = cars(all_doors);
  system.processes[1].kind = StockProcess{.driver = StockProcess::Driver::stock,
                                          .driver_parameter = "100",
                                          .lead = "cars",
                                          .content = {{"batteries", {"2"}}},
                                          .lifetime = "car"};
  CHECK(faults_of(system).front() ==
        "flow use -> scrap.door: no such door of 'use': hosts, must be left out: it has none");
}
