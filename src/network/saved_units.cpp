#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "assembly.hpp"
#include "base/index.hpp"

namespace critflow {

void Assembly::subtract_saved_units() {
  Equations& equations = network.equations;
  for (ProcessPlan& own : plans_) {
    const ExpandedStock* other = own.saved ? saving_stock(own) : nullptr;
    if (other == nullptr) continue;
    const SavedUnits& saved = *own.saved;
    const auto layers = static_cast<int>(own.layers.size());
    for (int i = 0; i < static_cast<int>(own.places.size()); ++i) {
      const Known less = equations.multiply(saved.each.at(i, 0), saved_at(own, i, *other));
      const Known units =
          equations.clip(equations.subtract(saved.units.at(i, 0), less), equations.zero(), {});
      for (int l = 0; l < layers; ++l)
        own.asks[at(i * layers + l)] = equations.multiply(saved.content.at(i, l), units);
    }
  }
}

/// The stock that saves units of a process; none, and a fault, where it cannot.
const ExpandedStock* Assembly::saving_stock(const ProcessPlan& own) {
  const SavedUnits& saved = *own.saved;
  const auto refuse = [&](const std::string& what, const std::string& rule,
                          const std::vector<std::string>& known = {}) {
    fault("process." + own.description->name + ".saved", what, saved.by, rule, known);
    return nullptr;
  };
  std::vector<std::string> names;
  const ExpandedStock* other = nullptr;
  for (const ExpandedStock& stock : network.stocks) {
    const ProcessPlan& plan_of_stock = plan(stock.process);
    if (&plan_of_stock == &own) continue;
    names.push_back(plan_of_stock.description->name);
    if (names.back() == saved.by) other = &stock;
  }
  if (other == nullptr)
    return refuse("is no other stock", "be a process that holds a stock", names);
  if (!std::ranges::any_of(other->vertices, [&](int id) { return counts(saved, id); }))
    return refuse("lacks the layer " + saved.lead,
                  "hold what '" + own.description->name + "' counts");
  const Dimensions& dimensions = plan(other->process).description->dimensions;
  for (const Dimension& dimension : own.description->dimensions)
    if (dimension.items.size() > 1 && !shares_driver(saved, dimension.name) &&
        find_dimension(dimensions, dimension.name) == nullptr)
      return refuse("lacks the dimension " + dimension.name,
                    "have it, so that it is known what it saves");
  return other;
}

/// What is saved at an instance, by all of another stock that is there.
Known Assembly::saved_at(const ProcessPlan& own, int instance, const ExpandedStock& other) {
  const SavedUnits& saved = *own.saved;
  const auto is_there = [&](const Place& place) {
    return std::ranges::all_of(own.places[at(instance)].at, [&](const Place::At& one) {
      const std::string item = place.item(one.dimension);
      return item.empty() || item == one.item || shares_driver(saved, one.dimension);
    });
  };
  Known sum = network.equations.zero();
  for (const int id : other.vertices) {
    const Vertex& vertex = network.vertices[at(id)];
    if (!counts(saved, id) || !is_there(vertex.place)) continue;
    const Known displacement = known_of(saved.displacement, vertex.place, saved.lead,
                                        "process." + own.description->name + ".saved.displacement");
    sum = network.equations.add(sum, network.equations.multiply(displacement, vertex.level));
  }
  return sum;
}

/// Whether a vertex is in the layer in which units are counted.
bool Assembly::counts(const SavedUnits& saved, int vertex) const {
  return description.layers[at(network.vertices[at(vertex)].layer)].name == saved.lead;
}

/// Whether instances along a dimension have one driver together.
bool Assembly::shares_driver(const SavedUnits& saved, const std::string& dimension) const {
  return varies(saved.split, dimension) && !varies(saved.driver, dimension);
}

}  // namespace critflow
