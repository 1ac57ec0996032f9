#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "assembly.hpp"
#include "base/index.hpp"

namespace critflow {

namespace {

/// The instance of a process at a place that may have dimensions more; -1 where it has none there.
int instance_at(const Dimensions& dimensions, const Place& place) {
  for (const Dimension& dimension : dimensions)
    for (const Place::At& at : place.at)
      if (at.dimension == dimension.name && position(dimension, at.item) < 0) return -1;
  return cell_at(dimensions, place);
}

}  // namespace

void Assembly::sum_watched_activities() {
  for (const ProcessPlan& watcher : plans_)
    for (const Watched& watched : watcher.watched) sum_watched_activity(watcher, watched);
}

void Assembly::sum_watched_activity(const ProcessPlan& watcher, const Watched& watched) {
  const std::string where = "process." + watcher.description->name + "." + watched.asked_by;
  std::vector<std::string> names;
  for (const ProcessPlan& plan : plans_) names.push_back(plan.description->name);
  const auto found = std::find(names.begin(), names.end(), watched.process);
  if (found == names.end())
    return fault(where, "unknown process", watched.process, "be a process of the system", names);
  const ProcessPlan& other = plans_[static_cast<std::size_t>(found - names.begin())];
  if (group(other.entrance).kind == VertexKind::outside)
    return fault(where, "is outside, where nothing is counted", watched.process,
                 "be a process within the system");
  const Dimensions& own = watcher.description->dimensions;
  for (const Dimension& dimension : own)
    if (find_dimension(other.description->dimensions, dimension.name) == nullptr)
      return fault(where, "lacks the dimension " + dimension.name, watched.process,
                   "have every dimension of '" + watcher.description->name + "'");
  for (int i = 0; i < static_cast<int>(other.places.size()); ++i) {
    const int seen_by = instance_at(own, other.places[at(i)]);
    if (seen_by < 0) continue;
    for (std::size_t l = 0; l < watcher.layers.size(); ++l) {
      const auto layer = std::find(other.layers.begin(), other.layers.end(), watcher.layers[l]);
      if (layer == other.layers.end()) continue;
      const int vertex =
          vertex_of(other.entrance, i, static_cast<int>(layer - other.layers.begin()));
      network.equations.add_term(watched.activity[at(seen_by) * watcher.layers.size() + l],
                                 network.equations.one(), network.vertices[at(vertex)].activity);
    }
  }
}

}  // namespace critflow
