#pragma once

#include <string>
#include <vector>

#include "assembly.hpp"

namespace critflow {

/// One described flow laid over the dimensions and layers of its two ends.
class FlowExpansion {
 public:
  FlowExpansion(Assembly& assembly, int flow);
  void run();

 private:
  struct End {
    int process = -1;
    int group = -1;
    bool outside = false;
    Dimensions dimensions{};           ///< under the names they have in this flow
    std::vector<std::string> names{};  ///< under their own names
  };
  struct Spot {
    Place place;
    int layer = -1;  ///< position in the system's layers
    int tail = -1;
    int head = -1;
  };

  [[nodiscard]] int find_process(const std::string& name) const;
  [[nodiscard]] int find_exit(const Assembly::ProcessPlan& tail) const;
  [[nodiscard]] bool find_ends();
  [[nodiscard]] bool owned_by_head() const;
  [[nodiscard]] bool may_own() const;
  void join_dimensions();
  void check_dimension(const Dimension& dimension, bool in_tail, bool in_head);
  [[nodiscard]] bool splits_over(const std::string& dimension) const;
  [[nodiscard]] std::vector<int> shared_layers() const;
  [[nodiscard]] int vertex_at(const End& end, const Place& place, int layer) const;
  [[nodiscard]] Known coefficient(const Spot& spot);
  [[nodiscard]] Edge edge_at(const Spot& spot);
  [[nodiscard]] Edge pushed_edge(const Spot& spot, Known share);
  [[nodiscard]] Edge asked_edge(const Spot& spot, Known share);
  /// Of an amount known before the balance, what the tail delivers.
  void ask_known(Edge& edge, Known amount);
  /// Counts the share among those that must sum to one.
  void note(const Spot& spot, int edge, Known share);

  Assembly& assembly_;
  const FlowDescription& flow_;
  int number_;
  End tail_, head_;
  Dimensions dimensions_;
};

}  // namespace critflow
