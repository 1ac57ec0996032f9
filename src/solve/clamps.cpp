#include <algorithm>
#include <cmath>
#include <cstddef>

#include "base/index.hpp"
#include "critflow/solve/run.hpp"

namespace critflow {

namespace {

void tell(const ClampValue& clamp, double rounding, ClampYear& told) {
  told.value = std::min(std::max(clamp.wanted, clamp.low), clamp.high);
  const bool low_is_nearer = clamp.wanted - clamp.low <= clamp.high - clamp.wanted;
  told.bound = low_is_nearer ? clamp.low : clamp.high;
  told.distance = std::abs(clamp.wanted - told.bound);
  if (std::abs(told.value - told.bound) <= rounding)
    told.state = low_is_nearer ? ClampState::at_low : ClampState::at_high;
}

/// What goes through a capacity out of a queue before it is no part of the clamp, but of what is
/// told: all that goes through, and the whole capacity.
/// @param flows  of the year, by edge
void add_what_waited(const Network& network, const NamedClamp& clamp, const double* flows,
                     ClampYear& told) {
  if (clamp.through < 0) return;
  const std::vector<int>& inputs = network.vertices[at(clamp.through)].inputs;
  if (inputs.size() < 2) return;
  double waited = -told.value;
  for (const int edge : inputs) waited += flows[edge];
  told.value += waited;
  told.bound += waited;
}

/// Of each layer in each year: [step][layer].
std::vector<double> largest_flows(const Plan::Compiled& plan, const std::vector<double>& flows,
                                  std::size_t layers) {
  const std::vector<Edge>& edges = plan.network.edges;
  std::vector<double> largest(at(plan.years.size()) * layers, 0.0);
  for (std::size_t i = 0; i < flows.size(); ++i) {
    const Vertex& tail = plan.network.vertices[at(edges[i % edges.size()].tail)];
    double& most = largest[i / edges.size() * layers + at(tail.layer)];
    most = std::max(most, std::abs(flows[i]));
  }
  return largest;
}

}  // namespace

std::vector<ClampYear> Run::clamps() const {
  const Plan::Compiled& plan = plan_.compiled();
  std::vector<ClampYear> all;
  all.reserve(values_->clamps.size());
  const std::size_t layers = system_.description().layers.size();
  const std::vector<double> largest = largest_flows(plan, values_->flows, layers);
  auto value = values_->clamps.begin();
  for (int step = 0; step < plan.years.size(); ++step)
    for (const NamedClamp& clamp : plan.network.clamps) {
      const Vertex& vertex = plan.network.vertices[at(clamp.vertex)];
      const Layer& layer = system_.description().layers[at(vertex.layer)];
      all.push_back({.name = clamp.name,
                     .process = system_.description().processes[at(vertex.process)].name,
                     .place = vertex.place,
                     .layer = layer.name,
                     .year = plan.years[step],
                     .unit = layer.unit + "/a"});
      const auto of_layer = at(step) * layers + at(vertex.layer);
      tell(*value++, clamp_rounding * largest[of_layer], all.back());
      add_what_waited(plan.network, clamp,
                      values_->flows.data() + at(step) * plan.network.edges.size(), all.back());
    }
  return all;
}

}  // namespace critflow
