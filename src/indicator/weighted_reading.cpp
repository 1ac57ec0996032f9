#include "weighted_reading.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/index.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/base/nearest_name.hpp"

namespace critflow {

namespace {

constexpr const char* missing = "shortage";

using SumOfRoles = std::pair<std::string, std::vector<std::string>>;

/// The roles of the flows that an indicator sums; `shortage` stands for what is missing at the
/// markets that primary metal comes to.
const std::vector<SumOfRoles>& sums_of_roles() {
  static const std::vector<SumOfRoles> all{
      {"demand", {"demand"}},           {"primary_demand", {"primary", missing}},
      {"primary_supply", {"primary"}},  {"secondary_supply", {"recovered", "new_scrap"}},
      {"recovered", {"recovered"}},     {"mined", {"mined"}},
      {"waste_generated", {"waste"}},   {"collected", {"collected"}},
      {"mixed_waste", {"mixed_waste"}}, {"used_exports", {"used_export"}}};
  return all;
}

const std::vector<std::string>& roles_of(const std::string& indicator) {
  const auto found = std::ranges::find(sums_of_roles(), indicator, &SumOfRoles::first);
  if (found == sums_of_roles().end())
    throw InvalidValue({.where = "contributions",
                        .what = "not a sum of flows",
                        .value = indicator,
                        .rule = "be an amount a year",
                        .nearest = nearest_name(indicator, indicators_of_levers())});
  return found->second;
}

void require_layer(const SystemDescription& system, const std::string& name) {
  if (system.layer(name) != nullptr) return;
  std::vector<std::string> known;
  for (const Layer& one : system.layers) known.push_back(one.name);
  throw InvalidValue({.where = "contributions.material",
                      .what = "unknown layer",
                      .value = name,
                      .rule = "be of the system",
                      .nearest = nearest_name(name, known)});
}

}  // namespace

const std::vector<std::string>& indicators_of_levers() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const SumOfRoles& one : sums_of_roles()) all.push_back(one.first);
    return all;
  }();
  return names;
}

WeightedReading::WeightedReading(const Plan& plan, const System& system,
                                 const std::vector<AskedOfLevers>& asked)
    : plan_(plan), system_(system), reading_(plan, system) {
  for (const AskedOfLevers& one : asked) add(one);
}

void WeightedReading::add(const AskedOfLevers& asked) {
  const std::vector<int>& years = system_.description().years.values();
  if (asked.weights.size() != years.size())
    throw InvalidValue({"contributions.weights", "another number than there are years",
                        std::to_string(asked.weights.size()),
                        "be " + std::to_string(years.size())});
  require_layer(system_.description(), asked.material);
  Wanted wanted{.layer = asked.material};
  std::vector<double> weights;
  for (std::size_t step = 0; step < years.size(); ++step)
    if (asked.weights[step] != 0.0) {
      wanted.years.push_back(years[step]);
      weights.push_back(asked.weights[step]);
    }
  sums_.emplace_back();
  if (weights.empty()) return;
  for (const std::string& role : roles_of(asked.indicator))
    for (const int first : read(role, wanted))
      for (std::size_t i = 0; i < weights.size(); ++i)
        sums_.back().push_back({first + static_cast<int>(i), weights[i]});
}

std::vector<int> WeightedReading::read(const std::string& role, const Wanted& wanted) {
  std::vector<int> first;
  bool carried = false;
  for (const ExpandedFlow& flow : plan_.compiled().network.flows) {
    if (!has_layer(flow, wanted.layer)) continue;
    carried = carried || flow.role == role;
    if (role == missing && flow.from == missing && primary_comes_to(flow.to))
      first.push_back(reading_.flow(flow.from, flow.to, wanted));
  }
  if (role != missing && carried) first.push_back(reading_.role(role, wanted));
  return first;
}

bool WeightedReading::has_layer(const ExpandedFlow& flow, const std::string& layer) const {
  return std::ranges::any_of(flow.layers, [&](int number) {
    return system_.description().layers[at(number)].name == layer;
  });
}

bool WeightedReading::primary_comes_to(const std::string& market) const {
  return std::ranges::any_of(system_.description().flows, [&](const FlowDescription& flow) {
    return flow.role == "primary" && flow.to == market;
  });
}

std::vector<double> WeightedReading::amounts(const SampleBlock& block, int sample) const {
  std::vector<double> amounts;
  for (const std::vector<Term>& sum : sums_) {
    amounts.push_back(0.0);
    for (const Term& term : sum) amounts.back() += term.weight * block.value(term.cell, sample);
  }
  return amounts;
}

}  // namespace critflow
