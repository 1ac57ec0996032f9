#include "rungs.hpp"

#include <cstddef>
#include <utility>

#include "base/index.hpp"

namespace critflow {

namespace {

/// Goes through the flows that arrive at a market in the order of its offers.
class RungFinder {
 public:
  RungFinder(Assembly& assembly, int process, int vertex)
      : assembly_(assembly), process_(process), vertex_(vertex) {}

  std::vector<Rung> find() {
    for (const std::string& offer : assembly_.plan(process_).market->offers) {
      Rung pushed{.first = offer, .last = offer, .pushed = true};
      for (const ExpandedFlow& flow : assembly_.network.flows)
        if (flow.from == offer && flow.description >= 0) add(flow, pushed);
      if (!pushed.offers.empty()) rungs_.push_back(std::move(pushed));
    }
    for (Rung& rung : rungs_) limit(rung);
    order_by_cost();
    return std::move(rungs_);
  }

 private:
  void add(const ExpandedFlow& flow, Rung& pushed) {
    const FlowDescription& said = assembly_.description.flows[at(flow.description)];
    for (std::size_t position = 0; position < flow.edges.size(); ++position) {
      const int id = flow.edges[position];
      if (edge(id).head != vertex_) continue;
      if (said.rule != FlowRule::request) {
        pushed.offers.push_back({.edge = id});
        continue;
      }
      const Place place = every_place(flow.dimensions)[position / flow.layers.size()];
      add_asked(said, id, place, flow.layers[position % flow.layers.size()]);
    }
  }

  /// Offers with shares that follow one another stand on one rung; others each on their own.
  void add_asked(const FlowDescription& said, int id, const Place& place, int layer) {
    const std::string& name = assembly_.description.layers[at(layer)].name;
    Rung::Offer offer{.edge = id, .capacity = capacity_of(said, id, place, name)};
    const bool shares = !said.factors.empty() || !said.split.empty();
    if (shares) offer.share = assembly_.share_of(said, place, layer);
    const bool joins = shares && !rungs_.empty() && !rungs_.back().pushed &&
                       rungs_.back().offers.front().share.given();
    if (!joins) rungs_.push_back({.first = said.from});
    rungs_.back().last = said.from;
    rungs_.back().offers.push_back(offer);
    if (!said.cost.empty())
      rungs_.back().cost =
          assembly_.known_of(said.cost, place, name, "flow " + said.name() + ".cost");
  }

  /// What the process knows that it can give, or the flow's own capacity where that is smaller.
  [[nodiscard]] Known capacity_of(const FlowDescription& said, int id, const Place& place,
                                  const std::string& layer) {
    const Known most = assembly_.network.vertices[at(edge(id).tail)].most;
    if (said.capacity.empty()) return most;
    const Known own =
        assembly_.known_of(said.capacity, place, layer, "flow " + said.name() + ".capacity");
    return most.given() ? equations().clip(most, Known{}, own) : own;
  }

  void limit(Rung& rung) {
    Known capacity = equations().zero(), shares;
    for (const Rung::Offer& offer : rung.offers) {
      if (offer.share.given())
        shares = shares.given() ? equations().add(shares, offer.share) : offer.share;
      if (!offer.capacity.given()) capacity = Known{};
      if (capacity.given()) capacity = equations().add(capacity, offer.capacity);
    }
    if (!rung.pushed) rung.capacity = capacity;
    if (!shares.given() || shares == equations().one()) return;
    const std::string& name = assembly_.network.vertices[at(vertex_)].name;
    assembly_.check(shares, 1.0 - share_rounding, 1.0 + share_rounding, "process " + name,
                    "shares of what it asks of " + rung.first + " sum to", "sum to one");
  }

  /// Rungs with a cost that follow one another are a row: what one of them finds given before it
  /// are the offers before the row, the cheaper ones, and of equal ones those before it.
  void order_by_cost() {
    for (std::size_t i = 0; i < rungs_.size(); ++i) {
      Rung& rung = rungs_[i];
      rung.row = i;
      if (!rung.cost.given()) continue;
      if (!rung.capacity.given()) {
        assembly_.fault("process." + assembly_.plan(process_).description->name + ".offers",
                        "has a cost but no limit", rung.first, "have a capacity");
        continue;
      }
      if (i > 0 && rungs_[i - 1].cost.given()) rung.row = rungs_[i - 1].row;
      for (std::size_t k = rung.row; k < i; ++k) precede(rungs_[k], rung);
    }
  }

  void precede(Rung& earlier, Rung& later) {
    const Known dearer = equations().where_less(later.cost, earlier.cost, earlier.capacity);
    later.preceded.push_back(equations().subtract(earlier.capacity, dearer));
    earlier.preceded.push_back(equations().where_less(later.cost, earlier.cost, later.capacity));
  }

  [[nodiscard]] const Edge& edge(int id) const { return assembly_.network.edges[at(id)]; }
  [[nodiscard]] Equations& equations() { return assembly_.network.equations; }

  Assembly& assembly_;
  int process_;
  int vertex_;
  std::vector<Rung> rungs_;
};

}  // namespace

std::vector<Rung> find_rungs(Assembly& assembly, int process, int vertex) {
  return RungFinder(assembly, process, vertex).find();
}

void check_last_offer(Assembly& assembly, int process, const std::vector<Rung>& rungs,
                      std::size_t last, const std::string& offer) {
  const auto refuse = [&](const std::string& what) {
    assembly.fault("process." + assembly.plan(process).description->name + ".claims", what, offer,
                   "be the last of them, or stand apart from them");
  };
  if (last == rungs.size()) return;
  if (rungs[last].row < last) refuse("last offer is ordered by cost among others");
  for (const Rung::Offer& one : rungs[last].offers) {
    const Vertex& tail = assembly.network.vertices[at(assembly.network.edges[at(one.edge)].tail)];
    if (assembly.plan(tail.process).description->name == offer)
      return refuse("last offer shares what is asked with others");
  }
}

}  // namespace critflow
