#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "critflow/network/network.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_with_second_life.hpp"
#include "network/faults_of.hpp"

using namespace critflow;

namespace {

SystemDescription storage(bool conserved = false) {
  SystemDescription system{.name = "storage", .years = Years(2000, 2010)};
  system.layers = {{.name = "usable", .unit = "kWh", .conserved = conserved},
                   {.name = "mass", .unit = "t"}};
  system.lifetimes = {{.name = "life", .first = "10", .second = "3"}};
  const StockWithSecondLife use{.driver_parameter = "100",
                                .lead = "usable",
                                .fresh = {.lifetime = "life", .content = {{"mass", {"0.006"}}}},
                                .repurposed = {.lifetime = "life", .displacement = "0.8"}};
  system.processes = {{.name = "makers", .kind = Outside{}},
                      {.name = "used", .kind = Source{.amount = "5"}},
                      {.name = "storage", .kind = use},
                      {.name = "waste", .kind = Outside{}}};
  system.flows = {{.from = "makers", .to = "storage", .rule = FlowRule::request},
                  {.from = "used", .to = "storage"}};
  for (const char* door : {"new", "repurposed", "not needed"})
    system.flows.push_back({.from = "storage", .to = "waste", .door = door});
  return system;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("what is new is asked for, what was used before is pushed in") {
  CHECK(faults_of(storage()).empty());
}

TEST_CASE("a stock with second life needs a flow out of each door") {
  SystemDescription system = storage();
  system.flows.pop_back();
  CHECK(faults_of(system) ==
        Texts{"process.storage: leads nowhere: storage.not needed mass, must have a flow out of "
              "it, or not have this layer"});
}

TEST_CASE("used units that do not carry the service displace nothing, and that is told") {
  SystemDescription system = storage();
  system.processes[1].layers = {"mass"};
  CHECK(faults_of(system) ==
        Texts{"process.storage: nothing drives it: storage.arriving usable, must have a flow into "
              "it"});
}

TEST_CASE("a service that would be conserved, and a layer without content, are refused") {
  CHECK(faults_of(storage(true)).front() ==
        "process.storage.lead: conserved, and a service is not: usable, must be a service layer: "
        "conserved = false");
  SystemDescription system = storage();
  auto use = *system.processes[2].kind.as<StockWithSecondLife>();
  use.fresh.content.clear();
  system.processes[2].kind = use;
  CHECK(faults_of(system) ==
        Texts{"process.storage.new.content: no content for layer: mass, must be given for every "
              "layer of the process"});
}
