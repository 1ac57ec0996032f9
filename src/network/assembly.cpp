#include "assembly.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "critflow/base/nearest_name.hpp"

namespace critflow {

namespace {

/// The number a text is, if the whole text is one.
std::optional<double> as_number(const std::string& text) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return {};
  return value;
}

bool is_layer_dimension(const std::string& name) { return name == "material" || name == "layer"; }

}  // namespace

Assembly::Assembly(const SystemDescription& system, const std::vector<ParameterShape>& shapes,
                   std::vector<Fault>& faults)
    : description(system), shapes_(shapes), faults_(faults) {
  for (const ProcessDescription& process : description.processes) {
    ProcessPlan plan{.description = &process, .places = every_place(process.dimensions)};
    for (std::size_t layer = 0; layer < description.layers.size(); ++layer) {
      const std::string& name = description.layers[layer].name;
      if (process.layers.empty() ||
          std::find(process.layers.begin(), process.layers.end(), name) != process.layers.end())
        plan.layers.push_back(static_cast<int>(layer));
    }
    plans_.push_back(std::move(plan));
  }
}

void Assembly::fault(const std::string& where, const std::string& what, const std::string& value,
                     const std::string& rule, const std::vector<std::string>& known) {
  Fault found{.where = where, .what = what, .value = value, .rule = rule};
  found.nearest = nearest_name(value, known);
  if (std::find(faults_.begin(), faults_.end(), found) == faults_.end())
    faults_.push_back(std::move(found));
}

void Assembly::check(Known value, double low, double high, const std::string& where,
                     const std::string& what, const std::string& rule) {
  for (const Check& known : network.checks)
    if (known.value == value && known.low >= low && known.high <= high) return;
  network.checks.push_back(
      {value, low, high, Fault{.where = where, .what = what, .value = "", .rule = rule}});
}

/// What is only told of a process has a value wherever the process exists.
void Assembly::check_attributes(Builder& builder, const ProcessDescription& process) {
  const auto check = [&](const std::string& key, const std::string& name) {
    if (!name.empty()) static_cast<void>(builder.of_instance(name, key));
  };
  check("owned_by_third_countries", process.owned_by_third_countries);
  check("held_by_government", process.held_by_government);
}

void Assembly::describe_processes() {
  for (std::size_t i = 0; i < plans_.size(); ++i) {
    Builder builder(*this, static_cast<int>(i));
    plans_[i].description->kind.describe(builder);
    check_attributes(builder, *plans_[i].description);
    if (plans_[i].ports.empty()) continue;
    Rememberer rememberer{
        .process = static_cast<int>(i), .ports = plans_[i].ports, .lifetimes = plans_[i].lifetimes};
    for (const Place& place : plans_[i].places)
      rememberer.places.push_back("process." + plans_[i].description->name + place.text());
    for (const int layer : plans_[i].layers)
      rememberer.layers.push_back(description.layers[static_cast<std::size_t>(layer)].name);
    network.rememberers.push_back(std::move(rememberer));
  }
}

int Assembly::add_group(int process, VertexKind kind, const std::string& part) {
  ProcessPlan& own = plan(process);
  const int id = static_cast<int>(groups_.size());
  groups_.push_back({process, static_cast<int>(network.vertices.size()), kind});
  for (const Place& place : own.places)
    for (const int layer : own.layers) {
      const std::string name = own.description->name + (part.empty() ? "" : "." + part) +
                               place.text() + " " +
                               description.layers[static_cast<std::size_t>(layer)].name;
      Vertex vertex{.name = name, .kind = kind, .process = process, .place = place, .layer = layer};
      vertex.throughput = network.equations.one();
      vertex.delivered =
          kind == VertexKind::answers ? network.equations.one() : network.equations.zero();
      vertex.balanced = kind != VertexKind::outside &&
                        description.layers[static_cast<std::size_t>(layer)].conserved;
      if (kind != VertexKind::outside) vertex.activity = network.equations.unknown(name);
      network.vertices.push_back(std::move(vertex));
    }
  if (own.entrance < 0) own.entrance = id;
  if (own.exit < 0) own.exit = id;
  return id;
}

int Assembly::vertex_of(int group_id, int instance, int layer) const {
  const GroupPlan& of = group(group_id);
  const auto layers = plans_[static_cast<std::size_t>(of.process)].layers.size();
  return of.first_vertex + instance * static_cast<int>(layers) + layer;
}

int Assembly::add_edge(Edge edge) {
  const int id = static_cast<int>(network.edges.size());
  network.vertices[static_cast<std::size_t>(edge.tail)].outputs.push_back(id);
  network.vertices[static_cast<std::size_t>(edge.head)].inputs.push_back(id);
  network.edges.push_back(std::move(edge));
  return id;
}

void Assembly::leave_out(int group_id, int layer) {
  groups_[static_cast<std::size_t>(group_id)].left_out.insert(layer);
  const auto instances = static_cast<int>(plan(group(group_id).process).places.size());
  for (int i = 0; i < instances; ++i) {
    Vertex& vertex = network.vertices[static_cast<std::size_t>(vertex_of(group_id, i, layer))];
    vertex.kind = VertexKind::outside;
    vertex.balanced = false;
  }
}

void Assembly::note_stock(int process, int group_id) {
  for (const ExpandedStock& stock : network.stocks)
    if (stock.process == process) return;
  ExpandedStock made{.process = process};
  const ProcessPlan& own = plan(process);
  for (int i = 0; i < static_cast<int>(own.places.size()); ++i)
    for (int l = 0; l < static_cast<int>(own.layers.size()); ++l)
      if (has_part(group_id, l)) made.vertices.push_back(vertex_of(group_id, i, l));
  network.stocks.push_back(std::move(made));
}

const ParameterShape* Assembly::shape(const std::string& name) const {
  const auto found = std::find_if(shapes_.begin(), shapes_.end(),
                                  [&](const ParameterShape& one) { return one.name == name; });
  return found == shapes_.end() ? nullptr : &*found;
}

bool Assembly::varies(const std::string& name, const std::string& dimension) const {
  for (const DerivedParameter& derived : description.derived)
    if (derived.name == name)
      return std::any_of(derived.factors.begin(), derived.factors.end(),
                         [&](const std::string& factor) { return varies(factor, dimension); });
  const ParameterShape* found = shape(name);
  return found != nullptr && find_dimension(found->dimensions, dimension) != nullptr;
}

std::vector<std::string> Assembly::parameter_names() const {
  std::vector<std::string> names;
  for (const ParameterShape& one : shapes_) names.push_back(one.name);
  for (const DerivedParameter& one : description.derived) names.push_back(one.name);
  return names;
}

Known Assembly::known_of(const std::string& name, const Place& place, const std::string& layer,
                         const std::string& where) {
  if (const auto number = as_number(name)) return network.equations.number(*number);
  for (const DerivedParameter& derived : description.derived)
    if (derived.name == name) return derived_of(derived, place, layer, where);
  const ParameterShape* found = shape(name);
  if (found == nullptr) {
    fault(where, "unknown parameter", name, "be a parameter of the system", parameter_names());
    return network.equations.zero();
  }
  Place at;
  for (const Dimension& dimension : found->dimensions) {
    const std::string item =
        is_layer_dimension(dimension.name) ? layer : place.item(dimension.name);
    if (item.empty()) {
      fault(where, "parameter '" + name + "' varies over", dimension.name,
            "vary only over dimensions that are there");
      return network.equations.zero();
    }
    if (position(dimension, item) < 0) {
      fault(where, "parameter '" + name + "' has no value for", dimension.name + " " + item,
            "cover every item it is used for");
      return network.equations.zero();
    }
    at.at.push_back({dimension.name, item});
  }
  return network.equations.parameter(static_cast<int>(found - shapes_.data()),
                                     cell_at(found->dimensions, at), found->yearly,
                                     name + at.text());
}

Known Assembly::derived_of(const DerivedParameter& derived, const Place& place,
                           const std::string& layer, const std::string& where) {
  Equations& equations = network.equations;
  if (std::find(being_derived_.begin(), being_derived_.end(), derived.name) !=
      being_derived_.end()) {
    fault("derived." + derived.name, "made of itself", derived.name, "be made of other parameters");
    return equations.zero();
  }
  being_derived_.push_back(derived.name);
  Known value = equations.one();
  for (const std::string& factor : derived.factors) {
    value = equations.multiply(value, known_of(factor, place, layer, where));
  }
  being_derived_.pop_back();
  if (derived.has_at_least || derived.has_at_most)
    value =
        equations.clip(value, derived.has_at_least ? equations.number(derived.at_least) : Known{},
                       derived.has_at_most ? equations.number(derived.at_most) : Known{});
  if (derived.inverse) value = equations.divide(equations.one(), value);
  if (derived.one_minus) value = equations.subtract(equations.one(), value);
  return value;
}

Known Assembly::share_of(const FlowDescription& flow, const Place& place, int layer) {
  const std::string& name = description.layers[static_cast<std::size_t>(layer)].name;
  Known share = network.equations.one();
  for (const std::string& factor : flow.factors)
    share = network.equations.multiply(share, known_of(factor, place, name, "flow " + flow.name()));
  if (!flow.split.empty())
    share =
        network.equations.multiply(share, known_of(flow.split, place, name, "flow " + flow.name()));
  return share;
}

Known Assembly::left_over(const Vertex& vertex, const Pushed& pushed) {
  Equations& equations = network.equations;
  Known left = equations.subtract(vertex.throughput, vertex.delivered);
  if (pushed.sum.given()) left = equations.subtract(left, pushed.sum);
  return left == equations.one() ? left : equations.clip(left, equations.zero(), Known{});
}

void Assembly::close_rests() {
  for (const auto& [id, pushed] : pushed_) {
    const Vertex& vertex = network.vertices[static_cast<std::size_t>(id)];
    for (const auto& [edge, split] : pushed.rests)
      network.edges[static_cast<std::size_t>(edge)].terms.push_back(
          {network.equations.multiply(left_over(vertex, pushed), split), vertex.activity});
  }
}

void Assembly::write_equations() {
  Equations& equations = network.equations;
  for (std::size_t i = 0; i < network.vertices.size(); ++i) {
    const Vertex& vertex = network.vertices[i];
    if (vertex.kind == VertexKind::outside) continue;
    const bool by_inputs = vertex.kind == VertexKind::passes_on || vertex.kind == VertexKind::stock;
    for (const int edge_id : by_inputs ? vertex.inputs : vertex.outputs) {
      const Edge& edge = network.edges[static_cast<std::size_t>(edge_id)];
      if (!by_inputs && edge.owner == static_cast<int>(i)) continue;
      for (const Term& term : edge.terms)
        equations.add_term(vertex.activity, term.coefficient, term.unknown);
      for (const Known known : edge.known) equations.add_known(vertex.activity, known);
    }
  }
}

std::string Network::edge_name(int edge) const {
  const Edge& of = edges[static_cast<std::size_t>(edge)];
  return vertices[static_cast<std::size_t>(of.tail)].name + " -> " +
         vertices[static_cast<std::size_t>(of.head)].name;
}

Network assemble(const SystemDescription& description, const std::vector<ParameterShape>& shapes,
                 std::vector<Fault>& faults) {
  Assembly assembly(description, shapes, faults);
  assembly.describe_processes();
  assembly.sum_watched_activities();
  assembly.subtract_saved_units();
  assembly.expand_flows();
  assembly.build_ladders();
  assembly.write_delivered_shares();
  assembly.write_equations();
  assembly.find_multiples();
  assembly.follow_leaders();
  assembly.check_completeness();
  return std::move(assembly.network);
}

}  // namespace critflow
