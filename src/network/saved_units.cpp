#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "assembly.hpp"
#include "base/index.hpp"

namespace critflow {

namespace {

/// Whether two places have the same item in every dimension of both, but for those that are shared.
bool match(const Place& own, const Place& other, const std::vector<std::string>& shared) {
  return std::ranges::all_of(own.at, [&](const Place::At& one) {
    const std::string item = other.item(one.dimension);
    return item.empty() || item == one.item || std::ranges::count(shared, one.dimension) > 0;
  });
}

}  // namespace

void Assembly::subtract_saved_units() {
  Equations& equations = network.equations;
  for (ProcessPlan& own : plans_) {
    if (!own.saved) continue;
    const ProcessPlan* other = saving_process(own);
    if (other == nullptr) continue;
    const SavedUnits& saved = *own.saved;
    const auto layers = own.layers.size();
    for (std::size_t i = 0; i < own.places.size(); ++i) {
      const int instance = static_cast<int>(i);
      const Known less =
          equations.multiply(saved.each.at(instance, 0), saved_at(own, own.places[i], *other));
      const Known units = equations.clip(equations.subtract(saved.units.at(instance, 0), less),
                                         equations.zero(), {});
      for (std::size_t l = 0; l < layers; ++l)
        own.asks[i * layers + l] =
            equations.multiply(saved.content.at(instance, static_cast<int>(l)), units);
    }
  }
}

/// The process that holds what saves units of another one; none, and a fault, where it cannot.
const Assembly::ProcessPlan* Assembly::saving_process(const ProcessPlan& own) {
  const SavedUnits& saved = *own.saved;
  const std::string& name = own.description->name;
  const std::string where = "process." + name + ".saved";
  const auto refuse = [&](const std::string& what, const std::string& rule,
                          const std::vector<std::string>& known = {}) {
    fault(where, what, saved.by, rule, known);
    return nullptr;
  };
  std::vector<std::string> stocks;
  for (const ExpandedStock& stock : network.stocks)
    if (stock.process != static_cast<int>(&own - plans_.data()))
      stocks.push_back(plan(stock.process).description->name);
  if (std::ranges::count(stocks, saved.by) == 0)
    return refuse("is no other stock", "be a process that holds a stock", stocks);
  const ProcessPlan& other = *std::ranges::find_if(
      plans_, [&](const ProcessPlan& one) { return one.description->name == saved.by; });
  const bool counted = std::ranges::any_of(
      other.layers, [&](int layer) { return description.layers[at(layer)].name == saved.lead; });
  if (!counted) return refuse("lacks the layer " + saved.lead, "hold what '" + name + "' counts");
  for (const Dimension& dimension : own.description->dimensions)
    if (dimension.items.size() > 1 && !varies_within_driver(saved, dimension.name) &&
        find_dimension(other.description->dimensions, dimension.name) == nullptr)
      return refuse("lacks the dimension " + dimension.name,
                    "have it, so that it is known what it saves");
  return &other;
}

/// What is saved at a place of a process, by the instances of another one that belong to it.
Known Assembly::saved_at(const ProcessPlan& own, const Place& place, const ProcessPlan& other) {
  const SavedUnits& saved = *own.saved;
  const std::string where = "process." + own.description->name + ".saved.displacement";
  std::vector<std::string> shared;
  for (const Dimension& dimension : own.description->dimensions)
    if (varies_within_driver(saved, dimension.name)) shared.push_back(dimension.name);
  Known sum = network.equations.zero();
  for (const ExpandedStock& stock : network.stocks) {
    if (stock.process != static_cast<int>(&other - plans_.data())) continue;
    for (const int id : stock.vertices) {
      const Vertex& vertex = network.vertices[at(id)];
      if (description.layers[at(vertex.layer)].name != saved.lead) continue;
      if (!match(place, vertex.place, shared)) continue;
      const Known displacement = known_of(saved.displacement, vertex.place, saved.lead, where);
      sum = network.equations.add(sum, network.equations.multiply(displacement, vertex.level));
    }
  }
  return sum;
}

/// Whether instances along a dimension have one driver together.
bool Assembly::varies_within_driver(const SavedUnits& saved, const std::string& dimension) const {
  return varies(saved.split, dimension) && !varies(saved.driver, dimension);
}

}  // namespace critflow
