#pragma once

#include <string>
#include <vector>

#include "critflow/base/dimension.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/network/equations.hpp"
#include "critflow/network/system_description.hpp"
#include "critflow/network/view.hpp"

namespace critflow {

/// What fixes the activity of a vertex: what flows in (passes on, stock), what is asked of it
/// (answers), both (market), or nothing at all (outside).
enum class VertexKind { passes_on, answers, stock, market, outside };

/// One process instance in one layer. Its activity is the sum of the flows it does not own.
struct Vertex {
  std::string name;
  VertexKind kind = VertexKind::passes_on;
  int process = -1;
  Place place{};  ///< its instance of the process
  int layer = -1;
  Unknown activity{};
  Known throughput{};     ///< what goes in per unit of activity (1 / yield of a production)
  Known delivered{};      ///< what is delivered to those who ask, per unit of activity
  Known most{};           ///< of what answers: the most it offers [layer/a]; not given = no limit
  bool balanced = true;   ///< inputs and outputs are compared after each year
  bool measured = false;  ///< what flows in decides what flows in other layers
  Known level{};          ///< of a stock: what is in it after the year, written by its process
  std::vector<int> inputs{};
  std::vector<int> outputs{};
};

/// One flow between two vertices of one layer: value = sum of terms + sum of known.
struct Edge {
  int tail = -1;
  int head = -1;
  int owner = -1;  ///< the vertex that fixes it; -1 = memory or a rule
  std::vector<Term> terms{};
  std::vector<Known> known{};
};

/// A described flow over its dimensions and layers.
struct ExpandedFlow {
  int description = -1;  ///< position in the system's flows; -1 = made by the library (shortage)
  std::string from{};
  std::string to{};
  std::string role{};
  Dimensions dimensions{};
  std::vector<int> layers{};
  std::vector<int> edges{};  ///< [place][layer], row-major
};

/// A stock over its dimensions and layers.
struct ExpandedStock {
  int process = -1;
  std::vector<int> vertices{};  ///< [instance][layer]
};

/// A process with memory, and where its ports lie.
struct Rememberer {
  struct Port {
    int width = 1;                   ///< numbers per instance
    bool ahead = false;              ///< wanted for every year before the first
    std::vector<Known> known{};      ///< where it is a known number ...
    std::vector<Unknown> unknown{};  ///< ... or an unknown, read after the balance
    int multiples_of = -1;      ///< the port of unknowns whose layers it compares, see `Builder`
    std::vector<int> leader{};  ///< of such a port, [instance][layer]
    bool of_leaders = false;    ///< written for these layers only
  };
  int process = -1;
  std::vector<Port> ports{};
  std::vector<LifetimeDescription> lifetimes{};
  std::vector<std::string> places{};  ///< `process.name[instance]`, by instance
  std::vector<std::string> layers{};
};

/// A written number that its process leaves to the run, as it is a multiple of another: what a
/// stock releases of a layer, or what it holds at the end of a year.
struct Follower {
  Known number;
  Known leader;
  Known multiple;
  bool level = false;
};

/// A known number that must lie within bounds, checked every year: shares that sum to one.
struct Check {
  Known value;
  double low = 0.0;
  double high = 1.0;
  Fault fault{};
};

/// A clamp that a reader is told of: the capacity of a gate, what an offer gives, what a claim is
/// short of, what of a pushed offer nobody claims.
struct NamedClamp {
  std::string name{};
  int vertex = -1;  ///< where it stands
  Unknown value{};
  int through = -1;  ///< of a capacity: the vertex that all it lets through comes to
};

/// The drawing expanded over dimensions and layers: vertices, edges with one owner each, and the
/// equations of a year.
struct Network {
  std::vector<Vertex> vertices{};
  std::vector<Edge> edges{};
  std::vector<ExpandedFlow> flows{};
  std::vector<ExpandedStock> stocks{};
  std::vector<Rememberer> rememberers{};
  std::vector<Check> checks{};
  std::vector<NamedClamp> clamps{};
  std::vector<Follower> followers{};
  Equations equations{};

  [[nodiscard]] std::string edge_name(int edge) const;
};

/// Expands and checks a description. `shapes` are the parameters it may name; numbers stand for
/// themselves.
/// @param faults  gets every fault found; the network may be run only where none was added
[[nodiscard]] Network assemble(const SystemDescription& description,
                               const std::vector<ParameterShape>& shapes,
                               std::vector<Fault>& faults);

}  // namespace critflow
