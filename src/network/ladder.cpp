#include "ladder.hpp"

#include <algorithm>
#include <utility>

namespace critflow {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace

Ladder::Ladder(Assembly& assembly, int process, int vertex)
    : assembly_(assembly),
      equations_(assembly.network.equations),
      process_(process),
      vertex_(vertex),
      name_(assembly.network.vertices[at(vertex)].name) {}

Edge& Ladder::edge(int id) const { return assembly_.network.edges[at(id)]; }

Known Ladder::share_of(const FlowDescription& said, const ExpandedFlow& flow,
                       std::size_t position) const {
  const Place place = every_place(flow.dimensions)[position / flow.layers.size()];
  const int layer = flow.layers[position % flow.layers.size()];
  return assembly_.share_of(said, place, layer);
}

void Ladder::find_rungs() {
  for (const std::string& offer : assembly_.plan(process_).market->offers) add_rungs_of(offer);
}

void Ladder::add_rungs_of(const std::string& offer) {
  Rung pushed{.offer = offer, .pushed = true};
  for (const ExpandedFlow& flow : assembly_.network.flows) {
    if (flow.from != offer || flow.description < 0) continue;
    const FlowDescription& said = assembly_.description.flows[at(flow.description)];
    Rung shared{.offer = offer};
    for (std::size_t position = 0; position < flow.edges.size(); ++position) {
      if (edge(flow.edges[position]).head != vertex_) continue;
      if (said.rule == FlowRule::request)
        add_asked_rung(said, flow, position, shared);
      else
        pushed.edges.push_back(flow.edges[position]);
    }
    if (!shared.edges.empty()) rungs_.push_back(std::move(shared));
  }
  if (!pushed.edges.empty()) rungs_.push_back(std::move(pushed));
}

/// Suppliers with shares of the request stand on one rung; others each on their own, in order.
void Ladder::add_asked_rung(const FlowDescription& said, const ExpandedFlow& flow,
                            std::size_t position, Rung& shared) {
  const int id = flow.edges[position];
  const Place place = every_place(flow.dimensions)[position / flow.layers.size()];
  const int layer = flow.layers[position % flow.layers.size()];
  const std::string& layer_name = assembly_.description.layers[at(layer)].name;
  if (!said.factors.empty() || !said.split.empty()) {
    shared.edges.push_back(id);
    shared.shares.push_back(share_of(said, flow, position));
    return;
  }
  Rung own{.offer = said.from, .edges = {id}, .shares = {equations_.one()}};
  if (!said.capacity.empty())
    own.capacity =
        assembly_.known_of(said.capacity, place, layer_name, "flow " + said.name() + ".capacity");
  rungs_.push_back(std::move(own));
}

std::size_t Ladder::last_rung_of(const std::string& offer) const {
  std::size_t last = 0;
  for (std::size_t i = 0; i < rungs_.size(); ++i)
    if (rungs_[i].offer == offer) last = i + 1;
  return last;
}

void Ladder::find_claims() {
  std::vector<Market::Claim> said = assembly_.plan(process_).market->claims;
  if (said.empty())
    for (const FlowDescription& flow : assembly_.description.flows)
      if (flow.from == assembly_.plan(process_).description->name && flow.rule == FlowRule::request)
        said.push_back({flow.to});
  for (const Market::Claim& one : said) {
    Claim claim{.to = one.to,
                .last = one.last_offer.empty() ? rungs_.size() : last_rung_of(one.last_offer)};
    for (const ExpandedFlow& flow : assembly_.network.flows)
      if (flow.to == one.to)
        for (const int id : flow.edges)
          if (edge(id).tail == vertex_ && edge(id).owner != vertex_) claim.edges.push_back(id);
    if (!claim.edges.empty()) claims_.push_back(std::move(claim));
  }
}

bool Ladder::unlimited() const { return !rungs_.back().pushed && !rungs_.back().capacity.given(); }

bool Ladder::complete() {
  const std::string where = "process." + assembly_.plan(process_).description->name;
  if (rungs_.empty() || claims_.empty()) {
    assembly_.fault(where, rungs_.empty() ? "nothing is offered" : "nothing is claimed", name_,
                    "have a flow in and a flow out");
    return false;
  }
  for (std::size_t i = 0; i + 1 < rungs_.size(); ++i)
    if (!rungs_[i].pushed && !rungs_[i].capacity.given()) {
      assembly_.fault(where + ".offers", "stands before others without a capacity", rungs_[i].offer,
                      "have a capacity, or be last");
      return false;
    }
  return true;
}

void Ladder::draw() {
  find_rungs();
  find_claims();
  if (!complete()) {
    rungs_.clear();
    claims_.clear();
    return;
  }
  draw_claims();
  draw_offers();
  draw_surplus();
}

/// short(j) = asked(j) - got(j) = clip(asked(j) - room, 0, asked(j)), where room is what the offers
/// up to last(j) still have after the claims before j. The upper bound is an unknown, so it moves
/// into a second clamp, needed only where an earlier claim may have used more than j is willing to.
void Ladder::draw_claims() {
  std::size_t most_willing = 0;
  for (Claim& claim : claims_) {
    if (claim.last < rungs_.size() || !unlimited()) {
      claim.missing =
          equations_.clamp("shortage of " + claim.to + " at " + name_, equations_.zero());
      shortage_.push_back({equations_.one(), claim.missing});
      if (most_willing > claim.last) {
        claim.beyond =
            equations_.clamp("used before " + claim.to + " at " + name_, equations_.zero());
        shortage_.push_back({equations_.minus_one(), claim.beyond});
      }
    }
    most_willing = std::max(most_willing, claim.last);
  }
}

void Ladder::draw_offers() {
  for (Rung& rung : rungs_) {
    if (rung.pushed) continue;
    rung.used = equations_.clamp(rung.offer + " at " + name_, equations_.zero(), rung.capacity);
    for (std::size_t k = 0; k < rung.edges.size(); ++k)
      edge(rung.edges[k]).terms.push_back({rung.shares[k], rung.used});
  }
}

/// What is pushed in and not used is the excess at the end of each row of pushed offers, less what
/// stood there before the row.
void Ladder::draw_surplus() {
  std::vector<Term> surplus;
  const auto excess = [&](std::size_t rungs, Known sign) {
    const Unknown over = equations_.clamp(
        "surplus after " + rungs_[rungs - 1].offer + " at " + name_, equations_.zero());
    excess_.push_back({rungs, over});
    surplus.push_back({sign, over});
  };
  for (std::size_t i = 0; i < rungs_.size(); ++i) {
    if (!rungs_[i].pushed) continue;
    if (i > 0 && !rungs_[i - 1].pushed) excess(i, equations_.minus_one());
    if (i + 1 == rungs_.size() || !rungs_[i + 1].pushed) excess(i + 1, equations_.one());
  }
  bool placed = surplus.empty();
  for (const ExpandedFlow& flow : assembly_.network.flows) {
    if (flow.description < 0) continue;
    const FlowDescription& said = assembly_.description.flows[at(flow.description)];
    if (said.rule != FlowRule::surplus) continue;
    for (std::size_t position = 0; position < flow.edges.size(); ++position) {
      if (edge(flow.edges[position]).tail != vertex_) continue;
      placed = true;
      const Known share = share_of(said, flow, position);
      for (const Term& term : surplus)
        edge(flow.edges[position])
            .terms.push_back({equations_.multiply(share, term.coefficient), term.unknown});
    }
  }
  if (!placed)
    assembly_.fault("process." + assembly_.plan(process_).description->name,
                    "surplus leads nowhere", name_, "have a flow with surplus = true");
}

void Ladder::add_edge(Unknown to, int id, Known sign) {
  for (const Term& term : edge(id).terms)
    equations_.add_term(to, equations_.multiply(sign, term.coefficient), term.unknown);
  for (const Known known : edge(id).known)
    equations_.add_known(to, equations_.multiply(sign, known));
}

/// Adds `sign` x what the first rungs offer.
void Ladder::add_offers(Unknown to, std::size_t rungs, Known sign) {
  for (std::size_t i = 0; i < rungs; ++i) {
    if (!rungs_[i].pushed)
      equations_.add_known(to, equations_.multiply(sign, rungs_[i].capacity));
    else
      for (const int id : rungs_[i].edges) add_edge(to, id, sign);
  }
}

/// Adds `sign` x what the first claims get: what they ask less what they are short of.
void Ladder::add_got(Unknown to, std::size_t claims, Known sign) {
  const Known against = equations_.multiply(equations_.minus_one(), sign);
  for (std::size_t j = 0; j < claims; ++j) {
    for (const int id : claims_[j].edges) add_edge(to, id, sign);
    if (claims_[j].missing.given()) equations_.add_term(to, against, claims_[j].missing);
    if (claims_[j].beyond.given()) equations_.add_term(to, sign, claims_[j].beyond);
  }
}

void Ladder::fill() {
  const Known one = equations_.one(), minus = equations_.minus_one();
  for (std::size_t j = 0; j < claims_.size(); ++j) {
    const Claim& claim = claims_[j];
    if (claim.missing.given()) {
      for (const int id : claim.edges) add_edge(claim.missing, id, one);
      add_offers(claim.missing, claim.last, minus);
      add_got(claim.missing, j, one);
    }
    if (claim.beyond.given()) {
      add_offers(claim.beyond, claim.last, minus);
      add_got(claim.beyond, j, one);
    }
  }
  for (std::size_t i = 0; i < rungs_.size(); ++i) {
    if (!rungs_[i].used.given()) continue;
    add_got(rungs_[i].used, claims_.size(), one);
    add_offers(rungs_[i].used, i, minus);
  }
  for (const Excess& excess : excess_) {
    add_offers(excess.over, excess.rungs, one);
    add_got(excess.over, claims_.size(), minus);
  }
}

void Assembly::build_ladders() {
  std::vector<Ladder> ladders;
  for (std::size_t p = 0; p < plans_.size(); ++p) {
    if (!plans_[p].market.has_value()) continue;
    check_ladder_names(*this, static_cast<int>(p));
    const int count = static_cast<int>(plans_[p].places.size() * plans_[p].layers.size());
    for (int i = 0; i < count; ++i)
      ladders.emplace_back(*this, static_cast<int>(p), group(plans_[p].entrance).first_vertex + i);
  }
  for (Ladder& ladder : ladders) ladder.draw();
  for (Ladder& ladder : ladders) ladder.fill();
  add_shortage_flows(ladders);
}

void Assembly::add_shortage_flows(const std::vector<Ladder>& ladders) {
  std::size_t next = 0;
  for (std::size_t p = 0; p < plans_.size(); ++p) {
    if (!plans_[p].market.has_value()) continue;
    const std::size_t count = plans_[p].places.size() * plans_[p].layers.size();
    const auto first = ladders.begin() + static_cast<std::ptrdiff_t>(next);
    const auto last = first + static_cast<std::ptrdiff_t>(count);
    next += count;
    if (std::all_of(first, last, [](const Ladder& one) { return one.shortage().empty(); }))
      continue;
    ExpandedFlow flow{.from = "shortage",
                      .to = plans_[p].description->name,
                      .role = "shortage",
                      .dimensions = plans_[p].description->dimensions,
                      .layers = plans_[p].layers};
    const int market = group(plans_[p].entrance).first_vertex;
    const int origin =
        group(add_group(static_cast<int>(p), VertexKind::outside, "shortage")).first_vertex;
    for (int i = 0; i < static_cast<int>(count); ++i)
      flow.edges.push_back(add_edge({.tail = origin + i,
                                     .head = market + i,
                                     .owner = market + i,
                                     .terms = (first + i)->shortage()}));
    network.flows.push_back(std::move(flow));
  }
}

}  // namespace critflow
