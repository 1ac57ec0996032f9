#include <algorithm>
#include <cmath>
#include <cstddef>

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

/// Of each layer in each year: [step][layer].
std::vector<double> largest_flows(const Plan::Compiled& plan, const std::vector<double>& flows,
                                  std::size_t layers) {
  const std::vector<Edge>& edges = plan.network.edges;
  std::vector<double> largest(static_cast<std::size_t>(plan.years.size()) * layers, 0.0);
  for (std::size_t i = 0; i < flows.size(); ++i) {
    const Vertex& tail =
        plan.network.vertices[static_cast<std::size_t>(edges[i % edges.size()].tail)];
    double& most = largest[i / edges.size() * layers + static_cast<std::size_t>(tail.layer)];
    most = std::max(most, std::abs(flows[i]));
  }
  return largest;
}

}  // namespace

std::vector<ClampYear> Run::clamps() const {
  const Plan::Compiled& plan = plan_.compiled();
  if (values_->clamps.size() != plan.clamps.size() * static_cast<std::size_t>(plan.years.size()))
    throw InvalidValue({.where = "clamps",
                        .what = "not recorded",
                        .value = "a sample of many",
                        .rule = "be asked of a run on its own"});
  std::vector<ClampYear> all;
  all.reserve(values_->clamps.size());
  const std::size_t layers = system_.description().layers.size();
  const std::vector<double> largest = largest_flows(plan, values_->flows, layers);
  auto value = values_->clamps.begin();
  for (int step = 0; step < plan.years.size(); ++step)
    for (const NamedClamp& clamp : plan.network.clamps) {
      const Vertex& vertex = plan.network.vertices[static_cast<std::size_t>(clamp.vertex)];
      const Layer& layer = system_.description().layers[static_cast<std::size_t>(vertex.layer)];
      all.push_back(
          {.name = clamp.name,
           .process =
               system_.description().processes[static_cast<std::size_t>(vertex.process)].name,
           .place = vertex.place,
           .layer = layer.name,
           .year = plan.years[step],
           .unit = layer.unit + "/a"});
      const auto of_layer =
          static_cast<std::size_t>(step) * layers + static_cast<std::size_t>(vertex.layer);
      tell(*value++, clamp_rounding * largest[of_layer], all.back());
    }
  return all;
}

}  // namespace critflow
