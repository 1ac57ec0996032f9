#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "critflow/network/builder.hpp"
#include "critflow/network/network.hpp"

namespace critflow {

class Ladder;

/// How far a sum of shares may be off by rounding.
inline constexpr double share_rounding = 1e-12;

/// The work of `assemble`: descriptions in, a network and faults out. One group of vertices stands
/// for all instances and layers of a part of a process.
class Assembly {
 public:
  struct GroupPlan {
    int process = -1;
    int first_vertex = -1;
    VertexKind kind = VertexKind::outside;
    bool has_source = false;   ///< what is asked of it comes out of a stock of its process
    std::set<int> left_out{};  ///< positions in the process's layers
  };
  /// What flows through another process, for a process that reads it.
  struct Watched {
    std::string process;
    std::string asked_by;
    std::vector<Unknown> activity;  ///< [instance][layer] of the one that reads
  };
  /// Of an instance that delivers only what its scarcest input allows.
  struct Delivered {
    struct Input {
      Known counts{};     ///< one where the instance asks anything of the market, else zero
      Unknown lacking{};  ///< the share that the market has not of all that is asked of it
    };
    Unknown share{};
    std::vector<Input> inputs{};
  };
  struct ProcessPlan {
    const ProcessDescription* description = nullptr;
    std::vector<Place> places{};
    std::vector<int> layers{};  ///< positions in the system's layers
    int entrance = -1;
    int entrance_of_pushed = -1;  ///< -1 = the entrance
    int exit = -1;
    std::map<FlowRule, int> doors{};
    std::map<std::string, int> named_doors{};
    std::optional<Market> market{};
    std::vector<Known> asks{};           ///< [instance][layer] of a driven stock
    std::optional<SavedUnits> saved{};   ///< what need not be asked
    bool goes_without = false;           ///< what it asks and a market cannot give is no shortage
    bool takes_less = false;             ///< what it asks may come in part
    std::vector<Delivered> delivered{};  ///< [instance]; none where it delivers all that is asked
    std::vector<Watched> watched{};
    std::vector<Rememberer::Port> ports{};
    std::vector<LifetimeDescription> lifetimes{};
  };

  Assembly(const SystemDescription& description, const std::vector<ParameterShape>& shapes,
           std::vector<Fault>& faults);

  void describe_processes();
  void sum_watched_activities();
  void subtract_saved_units();
  void expand_flows();
  void build_ladders();
  void write_delivered_shares();
  void write_equations();
  void find_multiples();
  void follow_leaders();
  void follow_leaders(const Rememberer& rememberer, const Rememberer::Port& multiples);
  void check_completeness();

  // -- used by the builder and the steps above
  [[nodiscard]] const std::vector<ProcessPlan>& plans() const { return plans_; }
  [[nodiscard]] ProcessPlan& plan(int process) { return plans_[static_cast<std::size_t>(process)]; }
  [[nodiscard]] const GroupPlan& group(int id) const {
    return groups_[static_cast<std::size_t>(id)];
  }
  int add_group(int process, VertexKind kind, const std::string& part);
  [[nodiscard]] int vertex_of(int group_id, int instance, int layer) const;
  int add_edge(Edge edge);
  /// Keeps the record of a stock, once.
  void note_stock(int process, int group_id);
  void leave_out(int group_id, int layer);
  void give_source(int group_id) { groups_[static_cast<std::size_t>(group_id)].has_source = true; }
  [[nodiscard]] bool has_part(int group_id, int layer) const {
    return group(group_id).left_out.count(layer) == 0;
  }
  /// A parameter, derived parameter or number at a place; zero and a fault where there is none.
  Known known_of(const std::string& name, const Place& place, const std::string& layer,
                 const std::string& where);
  [[nodiscard]] const ParameterShape* shape(const std::string& name) const;
  /// Whether a parameter, or one a derived parameter is made of, varies over the dimension.
  [[nodiscard]] bool varies(const std::string& name, const std::string& dimension) const;
  /// Product of a flow's factors and split at a place.
  Known share_of(const FlowDescription& flow, const Place& place, int layer);
  /// What an input of a production that may deliver less would be if it delivered all.
  [[nodiscard]] Known asked_in_full(int input);
  /// The same input is cut by this share, where anything is asked.
  void cut(int input, Unknown lacking);
  void fault(const std::string& where, const std::string& what, const std::string& value,
             const std::string& rule, const std::vector<std::string>& known = {});

  /// A check that a number lies within bounds, once for each number and rule.
  void check(Known value, double low, double high, const std::string& where,
             const std::string& what, const std::string& rule);

  const SystemDescription& description;
  Network network{};

 private:
  friend class FlowExpansion;
  struct Pushed {
    Known sum{};
    std::vector<std::pair<int, Known>> rests{};  ///< edge and its split
    std::set<int> rest_flows{};
    Known rest_sum{};  ///< of the splits of the rest
    /// Of a split, by its name, the factors beside it, and the place in dimensions of the head that
    /// it does not split over: several flows may carry its items.
    std::map<std::tuple<std::string, std::vector<std::string>, std::string>, Known> splits{};
  };

  Known derived_of(const DerivedParameter& derived, const Place& place, const std::string& layer,
                   const std::string& where);
  void sum_watched_activity(const ProcessPlan& watcher, const Watched& watched);
  [[nodiscard]] const ExpandedStock* saving_stock(const ProcessPlan& own);
  [[nodiscard]] Known saved_at(const ProcessPlan& own, int instance, const ExpandedStock& other);
  [[nodiscard]] bool counts(const SavedUnits& saved, int vertex) const;
  [[nodiscard]] bool shares_driver(const SavedUnits& saved, const std::string& dimension) const;
  void check_attributes(Builder& builder, const ProcessDescription& process);
  void close_rests();
  void feed_service_layers(int process);
  void refuse_to_count(const Vertex& vertex);
  [[nodiscard]] Known asked_of(int production);
  void write_delivered_share(const Delivered& delivered);
  void name_missed(const ProcessPlan& production);
  void check_shares();
  void add_shortage_flows(const std::vector<Ladder>& ladders);
  [[nodiscard]] std::vector<std::string> parameter_names() const;
  [[nodiscard]] Known left_over(const Vertex& vertex, const Pushed& pushed);

  const std::vector<ParameterShape>& shapes_;
  std::vector<Fault>& faults_;
  std::vector<ProcessPlan> plans_;
  std::vector<GroupPlan> groups_;
  std::map<int, Known> asked_;    ///< by vertex: sum of the shares it asks of its suppliers
  std::map<int, Pushed> pushed_;  ///< by vertex
  std::vector<std::string> being_derived_;  ///< guards against a circle of derived parameters
};

}  // namespace critflow
