#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"
#include "reference.hpp"

using namespace critflow;

namespace {

std::vector<std::string> metals_of(const nlohmann::json& flow) {
  std::vector<std::string> names;
  for (const nlohmann::json& one : flow["dims"][1]["items"]) names.push_back(one);
  return names;
}

Series table(const nlohmann::json& years, const nlohmann::json& values) {
  std::vector<YearValue> points;
  for (std::size_t i = 0; i < years.size(); ++i) {
    const nlohmann::json& value = values[i].is_array() ? values[i][0] : values[i];
    points.push_back({years[i].get<int>(), value.get<double>()});
  }
  return Series(points, Interpolation::table);
}

/// Largest difference, as a share of the largest value expected.
double distance(const Figures& got, const nlohmann::json& expected) {
  double largest = 0.0, difference = 0.0;
  std::size_t next = 0;
  for (const nlohmann::json& year : expected["values"])
    for (const double value : year) {
      largest = std::max(largest, std::abs(value));
      difference = std::max(difference, std::abs(got.values[next++] - value));
    }
  REQUIRE(next == got.values.size());
  return difference / largest;
}

/// What enters process 1 and returns from process 2, growing faster than it leaves.
System closed_loop(const nlohmann::json& model) {
  const nlohmann::json& demand = model["parameters"]["D"];
  const nlohmann::json& years = demand["dims"][0]["items"];
  return SystemBuilder("closed loop")
      .years(years.front(), years.back())
      .layer({.name = "mass", .unit = "t"})
      .parameter("demand", "t/a", table(years, demand["values"]))
      .parameter("returned", "1", table(years, model["parameters"]["alpha"]["values"]))
      .process("input", Source{.amount = "demand"})
      .process("process 1", Treatment{})
      .process("process 2", Treatment{})
      .process("sysenv", Outside{})
      .flow({.from = "input", .to = "process 1"})
      .flow({.from = "process 1", .to = "process 2"})
      .flow({.from = "process 2", .to = "process 1", .factors = {"returned"}})
      .flow({.from = "process 2", .to = "sysenv", .rule = FlowRule::rest})
      .build();
}

void add_numbers(SystemBuilder& builder, const nlohmann::json& model,
                 const std::vector<std::string>& metals) {
  const nlohmann::json& numbers = model["parameters"];
  for (const char* scrap : {"eol machines", "eol buildings"})
    builder.parameter(scrap, "t/a",
                      table(numbers[scrap]["dims"][0]["items"], numbers[scrap]["values"]));
  for (const char* share : {"composition eol machines", "composition eol buildings",
                            "shredder yield", "demolition yield", "remelting yield"})
    for (std::size_t metal = 0; metal < metals.size(); ++metal)
      builder.parameter(share, "1", {{{"material", metals[metal]}}},
                        numbers[share]["values"][metal].get<double>());
}

System alloying_elements(const nlohmann::json& model, const std::vector<std::string>& metals) {
  const nlohmann::json& years = model["parameters"]["eol machines"]["dims"][0]["items"];
  SystemBuilder builder("alloying elements");
  builder.years(years.front(), years.back());
  for (const std::string& metal : metals)
    builder.layer({.name = metal, .unit = "t", .material = true});
  add_numbers(builder, model, metals);
  for (const char* scrap : {"machines", "buildings"})
    builder
        .derived(
            {.name = scrap,
             .factors = {std::string("eol ") + scrap, std::string("composition eol ") + scrap}})
        .process(scrap, Source{.amount = scrap});
  for (const char* plant : {"shredder", "demolition", "remelting"})
    builder.process(plant, Treatment{});
  for (const char* end : {"sysenv", "landfills", "slag piles"}) builder.process(end, Outside{});
  return builder.flow({.from = "machines", .to = "shredder"})
      .flow({.from = "buildings", .to = "demolition"})
      .flow({.from = "shredder", .to = "remelting", .factors = {"shredder yield"}})
      .flow({.from = "shredder", .to = "sysenv", .rule = FlowRule::rest})
      .flow({.from = "demolition", .to = "remelting", .factors = {"demolition yield"}})
      .flow({.from = "demolition", .to = "landfills", .rule = FlowRule::rest})
      .flow({.from = "remelting", .to = "sysenv", .factors = {"remelting yield"}})
      .flow({.from = "remelting", .to = "slag piles", .rule = FlowRule::rest})
      .build();
}

}  // namespace

TEST_CASE("the closed loop of the flodym examples has the published flows") {
  const auto oracle = outside_oracle("flodym_example1.json");
  if (!oracle) return;
  const nlohmann::json& model = (*oracle)["data"]["mfa_example"];
  const Run run = simulate(closed_loop(model));
  const nlohmann::json& flows = model["flows"];
  CHECK(distance(run.flow("input", "process 1"), flows["sysenv => process 1"]) <= 1e-9);
  CHECK(distance(run.flow("process 1", "process 2"), flows["process 1 => process 2"]) <= 1e-9);
  CHECK(distance(run.flow("process 2", "process 1"), flows["process 2 => process 1"]) <= 1e-9);
  CHECK(distance(run.flow("process 2", "sysenv"), flows["process 2 => sysenv"]) <= 1e-9);
  CHECK(run.plan().loops() == std::vector<std::string>{"process 1 mass > process 2 mass"});
}

TEST_CASE("the alloying elements of the flodym examples have the published flows, three times") {
  const auto oracle = outside_oracle("flodym_example2.json");
  if (!oracle) return;
  for (const nlohmann::json& model : (*oracle)["data"]) {
    const nlohmann::json& flows = model["flows"];
    const Run run = simulate(alloying_elements(model, metals_of(flows.begin().value())));
    CHECK(distance(run.flow("machines", "shredder"), flows["sysenv => shredder"]) <= 1e-9);
    CHECK(distance(run.flow("buildings", "demolition"), flows["sysenv => demolition"]) <= 1e-9);
    for (const auto& [ends, flow] : model["flow_ends"].items())
      if (flow[0] != "sysenv") CHECK(distance(run.flow(flow[0], flow[1]), flows[ends]) <= 1e-9);
  }
}
