#include "critflow/solve/run.hpp"

#include <algorithm>
#include <cstddef>
#include <set>

#include "base/index.hpp"
#include "critflow/base/nearest_name.hpp"

namespace critflow {

namespace {

[[noreturn]] void unknown(const std::string& where, const std::string& what,
                          const std::string& value, const std::vector<std::string>& known) {
  Fault fault{.where = where, .what = what, .value = value, .rule = "be one of the system"};
  fault.nearest = nearest_name(value, known);
  throw InvalidValue(std::move(fault));
}

/// Adds figures that may lack some of the layers, which come last.
void add(const Figures& part, Figures& sum) {
  const Dimension& of_part = part.dimensions.back();
  const Dimension& of_sum = sum.dimensions.back();
  for (std::size_t i = 0; i < part.values.size(); ++i) {
    const std::size_t place = i / of_part.items.size(), layer = i % of_part.items.size();
    const auto to = at(position(of_sum, of_part.items[layer]));
    sum.values[place * of_sum.items.size() + to] += part.values[i];
  }
}

}  // namespace

Run::Run(System system, Plan plan, Values values)
    : system_(std::move(system)),
      plan_(std::move(plan)),
      values_(std::make_shared<const Values>(std::move(values))) {}

double Run::flow_at(int step, int edge) const {
  return values_->flows[at(step) * plan_.compiled().network.edges.size() + at(edge)];
}

Figures Run::frame(const std::string& name, const Dimensions& places,
                   const std::vector<int>& layers, bool per_year) const {
  Figures figures{.name = name};
  Dimension year{"year", {}};
  for (const int one : plan_.compiled().years.values()) year.items.push_back(std::to_string(one));
  figures.dimensions.push_back(std::move(year));
  figures.dimensions.insert(figures.dimensions.end(), places.begin(), places.end());
  Dimension of_layers{"layer", {}};
  for (const int layer : layers) {
    const Layer& one = system_.description().layers[at(layer)];
    of_layers.items.push_back(one.name);
    figures.units.push_back(one.unit + (per_year ? "/a" : ""));
  }
  figures.dimensions.push_back(std::move(of_layers));
  figures.values.reserve(at(cell_count(figures.dimensions)));
  return figures;
}

Figures Run::of_flow(const ExpandedFlow& flow) const {
  std::string door;
  if (flow.description >= 0) door = system_.description().flows[at(flow.description)].door;
  if (!door.empty()) door = " (" + door + ")";
  Figures figures = frame(flow.from + door + " -> " + flow.to, flow.dimensions, flow.layers, true);
  for (int step = 0; step < plan_.compiled().years.size(); ++step)
    for (const int edge : flow.edges) figures.values.push_back(flow_at(step, edge));
  return figures;
}

Figures Run::flow(const std::string& from, const std::string& to) const {
  const std::string name = from + " -> " + to;
  std::vector<std::string> names;
  std::vector<const ExpandedFlow*> found;
  for (const ExpandedFlow& one : plan_.compiled().network.flows) {
    names.push_back(one.from + " -> " + one.to);
    if (names.back() == name) found.push_back(&one);
  }
  if (found.empty()) unknown("flow", "unknown flow", name, names);
  return sum_of(found);
}

Figures Run::sum_of(const std::vector<const ExpandedFlow*>& flows) const {
  Dimensions places = flows.front()->dimensions;
  std::set<int> layers;
  for (const ExpandedFlow* one : flows) {
    layers.insert(one->layers.begin(), one->layers.end());
    std::erase_if(places, [&](const Dimension& dimension) {
      return find_dimension(one->dimensions, dimension.name) == nullptr;
    });
  }
  Figures sum = frame(flows.front()->from + " -> " + flows.front()->to, places,
                      {layers.begin(), layers.end()}, true);
  sum.values.assign(at(cell_count(sum.dimensions)), 0.0);
  for (const ExpandedFlow* one : flows) {
    Figures part = of_flow(*one);
    for (const Dimension& dimension : one->dimensions)
      if (find_dimension(places, dimension.name) == nullptr) part = part.sum(dimension.name);
    add(part, sum);
  }
  return sum;
}

std::vector<std::string> Run::roles_between(const std::string& from, const std::string& to) const {
  std::vector<std::string> roles;
  for (const ExpandedFlow& one : plan_.compiled().network.flows)
    if (one.from == from && one.to == to && !one.role.empty() &&
        std::find(roles.begin(), roles.end(), one.role) == roles.end())
      roles.push_back(one.role);
  return roles;
}

std::vector<Figures> Run::flows_by_role(const std::string& role) const {
  if (std::find(flow_roles().begin(), flow_roles().end(), role) == flow_roles().end())
    unknown("role", "unknown role", role, flow_roles());
  std::vector<Figures> figures;
  for (const ExpandedFlow& one : plan_.compiled().network.flows)
    if (one.role == role) figures.push_back(of_flow(one));
  return figures;
}

std::vector<std::pair<std::string, std::string>> Run::flow_names() const {
  std::vector<std::pair<std::string, std::string>> names;
  for (const ExpandedFlow& one : plan_.compiled().network.flows)
    if (std::find(names.begin(), names.end(), std::pair(one.from, one.to)) == names.end())
      names.emplace_back(one.from, one.to);
  return names;
}

std::vector<std::string> Run::stock_names() const {
  std::vector<std::string> names;
  for (const ExpandedStock& one : plan_.compiled().network.stocks)
    names.push_back(system_.description().processes[at(one.process)].name);
  return names;
}

const ExpandedStock& Run::find_stock(const std::string& process) const {
  for (const ExpandedStock& one : plan_.compiled().network.stocks)
    if (system_.description().processes[at(one.process)].name == process) return one;
  unknown("stock", "unknown stock", process, stock_names());
}

Figures Run::of_stock(const std::string& process, OfStock what) const {
  const ExpandedStock& stock = find_stock(process);
  const Plan::Compiled& plan = plan_.compiled();
  const Dimensions& places = system_.description().processes[at(stock.process)].dimensions;
  const std::size_t layers = stock.vertices.size() / at(cell_count(places));
  std::vector<int> layer_numbers;
  for (std::size_t l = 0; l < layers; ++l)
    layer_numbers.push_back(plan.network.vertices[at(stock.vertices[l])].layer);
  Figures figures = frame(process, places, layer_numbers, what != OfStock::level);
  for (int step = 0; step < plan.years.size(); ++step)
    for (const int id : stock.vertices) {
      const Vertex& vertex = plan.network.vertices[at(id)];
      double value = 0.0;
      if (what == OfStock::level)
        value = values_->levels[at(step) * plan.levels.size() + at(plan.level_of[at(id)])];
      else
        for (const int edge : what == OfStock::inflow ? vertex.inputs : vertex.outputs)
          value += flow_at(step, edge);
      figures.values.push_back(value);
    }
  return figures;
}

Figures Run::stock(const std::string& process) const { return of_stock(process, OfStock::level); }
Figures Run::inflow(const std::string& process) const { return of_stock(process, OfStock::inflow); }
Figures Run::outflow(const std::string& process) const {
  return of_stock(process, OfStock::outflow);
}

}  // namespace critflow
