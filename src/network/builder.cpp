#include "critflow/network/builder.hpp"

#include <cstddef>

#include "assembly.hpp"
#include "base/index.hpp"

namespace critflow {

Group Builder::add_group(int kind, const std::string& part) {
  return {assembly_.add_group(process_, static_cast<VertexKind>(kind), part)};
}

Group Builder::passes_on(const std::string& part) {
  return add_group(static_cast<int>(VertexKind::passes_on), part);
}
Group Builder::answers(const std::string& part) {
  return add_group(static_cast<int>(VertexKind::answers), part);
}
Group Builder::stock(const std::string& part) {
  return add_group(static_cast<int>(VertexKind::stock), part);
}
Group Builder::market(const std::string& part) {
  return add_group(static_cast<int>(VertexKind::market), part);
}
Group Builder::outside(const std::string& part) {
  return add_group(static_cast<int>(VertexKind::outside), part);
}

void Builder::entrance(Group group) { assembly_.plan(process_).entrance = group.id; }
void Builder::entrance_of_pushed(Group group) {
  assembly_.plan(process_).entrance_of_pushed = group.id;
}
void Builder::exit(Group group) { assembly_.plan(process_).exit = group.id; }
void Builder::door(FlowRule rule, Group group) { assembly_.plan(process_).doors[rule] = group.id; }
void Builder::door(const std::string& name, Group group) {
  assembly_.plan(process_).named_doors[name] = group.id;
}
void Builder::leave_out(Group group, int layer) { assembly_.leave_out(group.id, layer); }

int Builder::instances() const { return static_cast<int>(assembly_.plan(process_).places.size()); }
int Builder::layers() const { return static_cast<int>(assembly_.plan(process_).layers.size()); }

const std::string& Builder::layer_name(int layer) const {
  return assembly_.description.layers[at(assembly_.plan(process_).layers[at(layer)])].name;
}

bool Builder::is_material(int layer) const {
  return assembly_.description.layers[at(assembly_.plan(process_).layers[at(layer)])].material;
}

bool Builder::is_conserved(int layer) const {
  return assembly_.description.layers[at(assembly_.plan(process_).layers[at(layer)])].conserved;
}

std::vector<std::string> Builder::dimensions() const {
  std::vector<std::string> names;
  for (const Dimension& one : assembly_.plan(process_).description->dimensions)
    names.push_back(one.name);
  return names;
}

bool Builder::varies(const std::string& parameter, const std::string& dimension) const {
  return assembly_.varies(parameter, dimension);
}

int Builder::layer(const std::string& name, const std::string& asked_by) {
  std::vector<std::string> names;
  for (int l = 0; l < layers(); ++l) {
    if (layer_name(l) == name) return l;
    names.push_back(layer_name(l));
  }
  fault(asked_by, "unknown layer", name, "be a layer of the process", names);
  return -1;
}

Equations& Builder::equations() { return assembly_.network.equations; }
Known Builder::number(double value) { return equations().number(value); }

Amounts Builder::of_instance(const std::string& name, const std::string& asked_by) {
  return in_layer(name, -1, asked_by);
}

Amounts Builder::in_layer(const std::string& name, int layer, const std::string& asked_by) {
  const Assembly::ProcessPlan& own = assembly_.plan(process_);
  const std::string where = "process." + own.description->name + "." + asked_by;
  Amounts amounts;
  for (const Place& place : own.places)
    amounts.known.push_back(
        assembly_.known_of(name, place, layer < 0 ? "" : layer_name(layer), where));
  return amounts;
}

Amounts Builder::of_layer(const std::string& name, const std::string& asked_by) {
  Amounts amounts{.known = {}, .width = layers()};
  amounts.known.resize(at(instances() * layers()));
  for (int l = 0; l < layers(); ++l) {
    const Amounts one = in_layer(name, l, asked_by);
    for (int i = 0; i < instances(); ++i) amounts.known[at(i * layers() + l)] = one.known[at(i)];
  }
  return amounts;
}

Amounts Builder::products(const std::vector<std::vector<std::string>>& factors_by_layer,
                          const std::string& asked_by) {
  Amounts products{.known = {}, .width = layers()};
  products.known.resize(at(instances() * layers()), number(1.0));
  for (int l = 0; l < layers(); ++l)
    for (const std::string& name : factors_by_layer[at(l)]) {
      const Amounts factor = in_layer(name, l, asked_by);
      for (int i = 0; i < instances(); ++i) {
        Known& one = products.known[at(i * layers() + l)];
        one = equations().multiply(one, factor.known[at(i)]);
      }
    }
  return products;
}

Amounts Builder::over(const std::string& name, const std::string& dimension,
                      const std::vector<std::string>& items, const std::string& asked_by) {
  const Assembly::ProcessPlan& own = assembly_.plan(process_);
  const std::string where = "process." + own.description->name + "." + asked_by;
  Amounts amounts{.known = {}, .width = static_cast<int>(items.size())};
  for (const Place& place : own.places)
    for (const std::string& item : items) {
      Place longer = place;
      longer.at.push_back({dimension, item});
      amounts.known.push_back(assembly_.known_of(name, longer, "", where));
    }
  return amounts;
}

std::vector<std::string> Builder::items(const std::string& parameter,
                                        const std::string& dimension) const {
  const ParameterShape* shape = assembly_.shape(parameter);
  const Dimension* found =
      shape == nullptr ? nullptr : find_dimension(shape->dimensions, dimension);
  return found == nullptr ? std::vector<std::string>() : found->items;
}

const Years& Builder::years() const { return assembly_.description.years; }

Amounts Builder::inverse(const Amounts& amounts) {
  Amounts inverse{.known = {}, .width = amounts.width};
  for (const Known known : amounts.known)
    inverse.known.push_back(equations().divide(equations().one(), known));
  return inverse;
}

Amounts Builder::multiply(const Amounts& a, const Amounts& b) {
  const bool a_wider = a.width >= b.width;
  const Amounts& wide = a_wider ? a : b;
  const Amounts& narrow = a_wider ? b : a;
  Amounts product{.known = {}, .width = wide.width};
  for (std::size_t i = 0; i < wide.known.size(); ++i) {
    const std::size_t instance = i / at(wide.width);
    const Known other = narrow.known[narrow.width == wide.width ? i : instance];
    product.known.push_back(equations().multiply(wide.known[i], other));
  }
  return product;
}

void Builder::reads(int port, const Amounts& amounts) {
  auto& ports = assembly_.plan(process_).ports;
  if (ports.size() <= at(port)) ports.resize(at(port) + 1);
  ports[at(port)].width = amounts.width;
  ports[at(port)].known = amounts.known;
}

void Builder::reads(int port, Group activity) {
  Amounts none{.known = {}, .width = layers()};
  reads(port, none);
  auto& unknown = assembly_.plan(process_).ports[at(port)].unknown;
  for (int i = 0; i < instances(); ++i)
    for (int l = 0; l < layers(); ++l)
      unknown.push_back(
          assembly_.network.vertices[at(assembly_.vertex_of(activity.id, i, l))].activity);
}

void Builder::reads_multiples(int port, int activity) {
  reads(port, Amounts{.known = {}, .width = layers()});
  assembly_.plan(process_).ports[at(port)].multiples_of = activity;
}

void Builder::reads_activity(int port, const std::string& process, const std::string& asked_by) {
  reads(port, Amounts{.known = {}, .width = layers()});
  auto& unknown = assembly_.plan(process_).ports[at(port)].unknown;
  for (const Place& place : assembly_.plan(process_).places)
    for (int l = 0; l < layers(); ++l)
      unknown.push_back(equations().unknown(process + place.text() + " " + layer_name(l) + " as " +
                                            assembly_.plan(process_).description->name +
                                            " sees it"));
  assembly_.plan(process_).watched.push_back({process, asked_by, unknown});
}

void Builder::reads_series(int port, const Amounts& amounts) {
  reads(port, amounts);
  assembly_.plan(process_).ports[at(port)].ahead = true;
}

void Builder::reads_lifetime(int first_port, const std::string& name, const std::string& asked_by) {
  std::vector<std::string> names;
  for (const LifetimeDescription& lifetime : assembly_.description.lifetimes) {
    names.push_back(lifetime.name);
    if (lifetime.name != name) continue;
    assembly_.plan(process_).lifetimes.push_back(lifetime);
    const auto read = [&](int port, const std::string& parameter) {
      if (!parameter.empty()) reads_series(port, of_instance(parameter, asked_by));
    };
    if (lifetime.survival_by_age.empty()) read(first_port, lifetime.first);
    if (lifetime.survival_by_age.empty()) read(first_port + 1, lifetime.second);
    read(first_port + 2, lifetime.hazard);
    return;
  }
  fault(asked_by, "unknown lifetime", name, "be a lifetime of the system", names);
}

std::vector<std::string> Builder::parameters_of_lifetime(const std::string& name) const {
  for (const LifetimeDescription& one : assembly_.description.lifetimes)
    if (one.name == name) return {one.first, one.second, one.hazard};
  return {};
}

Amounts Builder::writes_for_instance(int port, const std::string& what) {
  const Assembly::ProcessPlan& own = assembly_.plan(process_);
  Amounts amounts;
  for (const Place& place : own.places)
    amounts.known.push_back(equations().written(own.description->name + place.text() + " " + what));
  reads(port, amounts);
  return amounts;
}

Amounts Builder::writes_for_layer(int port, const std::string& what) {
  const Assembly::ProcessPlan& own = assembly_.plan(process_);
  Amounts amounts{.known = {}, .width = layers()};
  for (const Place& place : own.places)
    for (int l = 0; l < layers(); ++l)
      amounts.known.push_back(equations().written(own.description->name + place.text() + " " +
                                                  layer_name(l) + " " + what));
  reads(port, amounts);
  return amounts;
}

Amounts Builder::writes_for_leaders(int port, const std::string& what) {
  Amounts amounts = writes_for_layer(port, what);
  assembly_.plan(process_).ports[at(port)].of_leaders = true;
  return amounts;
}

void Builder::fault(const std::string& where, const std::string& what, const std::string& value,
                    const std::string& rule, const std::vector<std::string>& known) {
  assembly_.fault("process." + assembly_.plan(process_).description->name + "." + where, what,
                  value, rule, known);
}

}  // namespace critflow
