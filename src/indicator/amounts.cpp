#include "amounts.hpp"

#include <algorithm>
#include <cstddef>

#include "critflow/base/dimension.hpp"

namespace critflow {

namespace {

bool has_item(const Dimensions& dimensions, const std::string& dimension, const std::string& item) {
  const Dimension* found = find_dimension(dimensions, dimension);
  return found != nullptr && position(*found, item) >= 0;
}

/// The first dimension that has any of the items; empty where none has.
std::string dimension_with(const Dimensions& dimensions, const std::vector<std::string>& items) {
  for (const Dimension& dimension : dimensions)
    for (const std::string& item : items)
      if (dimension.name != "year" && position(dimension, item) >= 0) return dimension.name;
  return {};
}

void add(const Figures& figures, std::vector<double>& by_year) {
  Figures total = figures;
  while (total.dimensions.size() > 1) total = total.sum(total.dimensions.back().name);
  for (std::size_t step = 0; step < by_year.size(); ++step) by_year[step] += total.values[step];
}

/// The flows of a role that carry the layer, without that dimension.
std::vector<Figures> flows_in(const Run& run, const std::string& role, const std::string& layer) {
  std::vector<Figures> flows;
  for (const Figures& flow : run.flows_by_role(role))
    if (has_item(flow.dimensions, "layer", layer)) flows.push_back(flow.select("layer", layer));
  return flows;
}

YearlyAmounts none(const Run& run) {
  return {.by_year = std::vector<double>(
              static_cast<std::size_t>(run.system().description().years.size()), 0.0)};
}

YearlyAmounts unknown(const std::string& role, const std::string& layer) {
  return {.reason = "no flow with the role '" + role + "' carries " + layer};
}

}  // namespace

YearlyAmounts amounts(const Run& run, const std::string& role, const std::string& layer,
                      const std::string& category) {
  const std::vector<Figures> flows = flows_in(run, role, layer);
  if (flows.empty()) return unknown(role, layer);
  YearlyAmounts sum = none(run);
  for (const Figures& flow : flows) {
    if (category.empty()) {
      add(flow, sum.by_year);
      continue;
    }
    if (find_dimension(flow.dimensions, "category") == nullptr)
      return {.reason = "the flow " + flow.name + " does not tell categories apart"};
    if (has_item(flow.dimensions, "category", category))
      add(flow.select("category", category), sum.by_year);
  }
  return sum;
}

YearlyAmounts amounts_of_items(const Run& run, const std::string& role, const std::string& layer,
                               const std::vector<std::string>& items) {
  const std::vector<Figures> flows = flows_in(run, role, layer);
  if (flows.empty()) return unknown(role, layer);
  YearlyAmounts sum = none(run);
  for (const Figures& flow : flows) {
    const std::string of = dimension_with(flow.dimensions, items);
    for (const std::string& item : items)
      if (!of.empty() && has_item(flow.dimensions, of, item))
        add(flow.select(of, item), sum.by_year);
  }
  return sum;
}

}  // namespace critflow
