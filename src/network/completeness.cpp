#include <algorithm>
#include <map>
#include <string>

#include "assembly.hpp"
#include "base/index.hpp"

namespace critflow {

namespace {

/// Faults repeat over instances: each is told once for a process and layer, at its first vertex.
class Completeness {
 public:
  explicit Completeness(Assembly& assembly) : assembly_(assembly) {}

  void look_at(const Vertex& vertex) {
    if (!assembly_.description.layers[at(vertex.layer)].conserved && !vertex.measured) return;
    const bool fed = !vertex.inputs.empty();
    const bool drained = !vertex.outputs.empty();
    if (vertex.kind == VertexKind::passes_on && !fed)
      tell(vertex, "nothing drives it", "have a flow into it");
    if (vertex.kind == VertexKind::stock && !fed && !taken_from(vertex))
      tell(vertex, "nothing flows into it", "have a flow into it");
    if (vertex.kind == VertexKind::passes_on && fed && !drained)
      tell(vertex, "leads nowhere", "have a flow out of it, or not have this layer");
    if (vertex.kind == VertexKind::answers && !drained)
      tell(vertex, "nobody asks it", "have a flow that asks it, or not have this layer");
    if (vertex.kind == VertexKind::answers && drained && !fed)
      tell(vertex, "asks nobody", "ask for its input: give it a flow in with request = true");
  }

 private:
  /// A deposit holds from the beginning what is asked of it.
  [[nodiscard]] bool taken_from(const Vertex& vertex) const {
    return std::any_of(vertex.outputs.begin(), vertex.outputs.end(), [&](int id) {
      const Edge& edge = assembly_.network.edges[at(id)];
      return edge.owner == edge.head;
    });
  }

  void tell(const Vertex& vertex, const std::string& what, const std::string& rule) {
    const std::string& process = assembly_.description.processes[at(vertex.process)].name;
    const std::string key = process + what + std::to_string(vertex.layer);
    if (told_.count(key) > 0) return;
    told_[key] = true;
    assembly_.fault("process." + process, what, vertex.name, rule);
  }

  Assembly& assembly_;
  std::map<std::string, bool> told_;
};

}  // namespace

void Assembly::check_completeness() {
  Completeness completeness(*this);
  for (const Vertex& vertex : network.vertices) completeness.look_at(vertex);
}

}  // namespace critflow
