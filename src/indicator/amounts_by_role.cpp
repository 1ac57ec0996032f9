#include "amounts_by_role.hpp"

#include <cstddef>

#include "critflow/base/dimension.hpp"
#include "yearly.hpp"

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

void add(const std::vector<double>& part, std::vector<double>& sum) {
  for (std::size_t step = 0; step < sum.size(); ++step) sum[step] += part[step];
}

YearlyAmounts unknown(const std::string& role, const std::string& layer) {
  return {.reason = "no flow with the role '" + role + "' carries " + layer};
}

}  // namespace

const std::vector<Figures>& AmountsByRole::flows_in(const std::string& role,
                                                    const std::string& layer) {
  const auto known = in_layer_.find({role, layer});
  if (known != in_layer_.end()) return known->second;
  if (by_role_.count(role) == 0) by_role_.emplace(role, run_.flows_by_role(role));
  std::vector<Figures> flows;
  for (const Figures& flow : by_role_.at(role))
    if (has_item(flow.dimensions, "layer", layer)) flows.push_back(flow.select("layer", layer));
  return in_layer_.emplace(std::pair(role, layer), std::move(flows)).first->second;
}

YearlyAmounts AmountsByRole::none() const {
  return {.by_year = std::vector<double>(
              static_cast<std::size_t>(run_.system().description().years.size()), 0.0)};
}

YearlyAmounts AmountsByRole::of(const std::string& role, const std::string& layer,
                                const std::string& category) {
  const std::vector<Figures>& flows = flows_in(role, layer);
  if (flows.empty()) return unknown(role, layer);
  YearlyAmounts sum = none();
  for (const Figures& flow : flows) {
    if (category.empty())
      add(yearly(flow), sum.by_year);
    else if (find_dimension(flow.dimensions, "category") == nullptr)
      return {.reason = "the flow " + flow.name + " does not tell categories apart"};
    else if (has_item(flow.dimensions, "category", category))
      add(yearly(flow, "category", category), sum.by_year);
  }
  return sum;
}

YearlyAmounts AmountsByRole::of_items(const std::string& role, const std::string& layer,
                                      const std::vector<std::string>& items) {
  const std::vector<Figures>& flows = flows_in(role, layer);
  if (flows.empty()) return unknown(role, layer);
  YearlyAmounts sum = none();
  for (const Figures& flow : flows) {
    const std::string of = dimension_with(flow.dimensions, items);
    for (const std::string& item : items)
      if (!of.empty() && has_item(flow.dimensions, of, item))
        add(yearly(flow, of, item), sum.by_year);
  }
  return sum;
}

}  // namespace critflow
