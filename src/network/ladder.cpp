#include "ladder.hpp"

#include <algorithm>
#include <utility>

#include "base/index.hpp"

namespace critflow {

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

/// One past the last rung up to an offer, which may have none itself in this layer.
std::size_t Ladder::last_rung_of(const std::string& offer) const {
  const std::vector<std::string>& offers = assembly_.plan(process_).market->offers;
  const auto rank = [&](const std::string& name) {
    return std::find(offers.begin(), offers.end(), name) - offers.begin();
  };
  const auto last = std::find_if(rungs_.begin(), rungs_.end(),
                                 [&](const Rung& rung) { return rank(rung.last) > rank(offer); });
  return static_cast<std::size_t>(last - rungs_.begin());
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
    if (!one.last_offer.empty())
      check_last_offer(assembly_, process_, rungs_, claim.last, one.last_offer);
    for (const ExpandedFlow& flow : assembly_.network.flows)
      if (flow.to == one.to)
        for (const int id : flow.edges)
          if (edge(id).tail == vertex_ && edge(id).owner != vertex_) claim.edges.push_back(id);
    for (const Assembly::ProcessPlan& plan : assembly_.plans())
      if (plan.description->name == one.to) {
        claim.goes_without = plan.goes_without;
        claim.delivers_less = !plan.delivered.empty();
      }
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
      assembly_.fault(where + ".offers", "stands before others without a capacity", rungs_[i].last,
                      "have a capacity, or be last");
      return false;
    }
  return true;
}

void Ladder::draw() {
  rungs_ = find_rungs(assembly_, process_, vertex_);
  find_claims();
  if (!complete()) {
    rungs_.clear();
    claims_.clear();
    return;
  }
  draw_claims();
  draw_offers();
  draw_surplus();
  place_surplus();
}

/// short(j) = asked(j) - got(j) = clip(asked(j) - room, 0, inf), where room is what the offers up
/// to last(j) still have after the claims before j: clipped too where these may have used more than
/// j is willing to. One clip inside the other, the slopes of what is got stay between zero and one
/// on every branch, which is what lets a ladder in a loop be shown to have one solution.
void Ladder::draw_claims() {
  std::size_t most_willing = 0;
  for (Claim& claim : claims_) {
    const bool may_be_short = claim.last < rungs_.size() || !unlimited();
    if (may_be_short && claim.delivers_less) {
      draw_lacking(claim);
    } else if (may_be_short) {
      if (most_willing > claim.last)
        claim.room = equations_.clamp("room for " + claim.to + " at " + name_, equations_.zero());
      claim.missing =
          equations_.clamp("shortage of " + claim.to + " at " + name_, equations_.zero());
      if (!claim.goes_without) shortage_.push_back({equations_.one(), claim.missing});
    }
    most_willing = std::max(most_willing, claim.last);
  }
}

void Ladder::draw_lacking(Claim& claim) {
  claim.lacking = equations_.unknown("share lacking for " + claim.to + " at " + name_);
  for (const int id : claim.edges) assembly_.cut(id, claim.lacking);
}

/// lacking = 1 - room / asked, below zero where there is more than enough; zero where nothing is
/// asked.
void Ladder::fill_lacking(std::size_t claim) {
  Known asked = equations_.zero();
  for (const int id : claims_[claim].edges)
    asked = equations_.add(asked, assembly_.asked_in_full(id));
  const Known one = equations_.one();
  const auto where_asked = [&](Known value) {
    return equations_.where_less(equations_.zero(), asked, value);
  };
  equations_.add_known(claims_[claim].lacking, where_asked(one));
  add_room(claims_[claim].lacking, claim,
           equations_.multiply(equations_.minus_one(), where_asked(equations_.divide(one, asked))));
}

void Ladder::draw_offers() {
  for (Rung& rung : rungs_) {
    if (rung.pushed) continue;
    rung.used = equations_.clamp(rung.first + " at " + name_, equations_.zero(), rung.capacity);
    if (rung.offers.front().share.given())
      give_by_shares(assembly_.network, rung);
    else
      edge(rung.offers.front().edge).terms.push_back({equations_.one(), rung.used});
  }
}

/// surplus = clip(pushed - wanted, 0, inf) for each row of pushed offers, where wanted is what the
/// claims get beyond the offers before the row: all they get where there are none.
void Ladder::draw_surplus() {
  for (std::size_t first = 0; first < rungs_.size(); ++first) {
    if (!rungs_[first].pushed) continue;
    PushedRow row{.first = first, .last = first};
    while (row.last < rungs_.size() && rungs_[row.last].pushed) ++row.last;
    const std::string at_row = " of " + rungs_[first].first + " at " + name_;
    if (first > 0) row.wanted = equations_.clamp("wanted" + at_row, equations_.zero());
    row.left = equations_.clamp("surplus" + at_row, equations_.zero());
    first = row.last;
    pushed_rows_.push_back(row);
  }
}

/// Hangs the surplus of all rows on the flows that carry it away, by their shares.
void Ladder::place_surplus() {
  Known shares;
  for (const ExpandedFlow& flow : assembly_.network.flows) {
    if (flow.description < 0) continue;
    const FlowDescription& said = assembly_.description.flows[at(flow.description)];
    if (said.rule != FlowRule::surplus) continue;
    for (std::size_t position = 0; position < flow.edges.size(); ++position) {
      if (edge(flow.edges[position]).tail != vertex_) continue;
      const Known share = share_of(said, flow, position);
      shares = shares.given() ? equations_.add(shares, share) : share;
      for (const PushedRow& row : pushed_rows_)
        edge(flow.edges[position]).terms.push_back({share, row.left});
    }
  }
  if (pushed_rows_.empty()) return;
  const std::string& process = assembly_.plan(process_).description->name;
  if (!shares.given())
    assembly_.fault("process." + process, "surplus leads nowhere", name_,
                    "have a flow with surplus = true");
  else if (!(shares == equations_.one()))
    assembly_.check(shares, 1.0 - share_rounding, 1.0 + share_rounding, "process " + name_,
                    "shares of its surplus sum to", "sum to one");
}

void Ladder::add_edge(Unknown to, int id, Known sign) {
  for (const Term& term : edge(id).terms)
    equations_.add_term(to, equations_.multiply(sign, term.coefficient), term.unknown);
  for (const Known known : edge(id).known)
    equations_.add_known(to, equations_.multiply(sign, known));
}

/// Adds `sign` x what the rungs from `first` to before `last` offer.
void Ladder::add_offers(Unknown to, std::size_t first, std::size_t last, Known sign) {
  for (std::size_t i = first; i < last; ++i) {
    if (!rungs_[i].pushed)
      equations_.add_known(to, equations_.multiply(sign, rungs_[i].capacity));
    else
      for (const Rung::Offer& offer : rungs_[i].offers) add_edge(to, offer.edge, sign);
  }
}

/// Adds `sign` x what the first claims get: what they ask less what they are short of.
void Ladder::add_got(Unknown to, std::size_t claims, Known sign) {
  const Known against = equations_.multiply(equations_.minus_one(), sign);
  for (std::size_t j = 0; j < claims; ++j) {
    for (const int id : claims_[j].edges) add_edge(to, id, sign);
    if (claims_[j].missing.given()) equations_.add_term(to, against, claims_[j].missing);
  }
}

/// Adds `sign` x what the offers a claim is willing to use still have after the claims before it.
void Ladder::add_room(Unknown to, std::size_t claim, Known sign) {
  add_offers(to, 0, claims_[claim].last, sign);
  add_got(to, claim, equations_.multiply(equations_.minus_one(), sign));
}

void Ladder::fill() {
  const Known one = equations_.one(), minus = equations_.minus_one();
  for (std::size_t j = 0; j < claims_.size(); ++j) {
    const Claim& claim = claims_[j];
    if (claim.lacking.given()) fill_lacking(j);
    if (!claim.missing.given()) continue;
    for (const int id : claim.edges) add_edge(claim.missing, id, one);
    add_room(claim.room.given() ? claim.room : claim.missing, j, claim.room.given() ? one : minus);
    if (claim.room.given()) equations_.add_term(claim.missing, minus, claim.room);
  }
  for (std::size_t i = 0; i < rungs_.size(); ++i) {
    if (!rungs_[i].used.given()) continue;
    add_got(rungs_[i].used, claims_.size(), one);
    add_offers(rungs_[i].used, 0, rungs_[i].row, minus);
    for (const Known before : rungs_[i].preceded)
      equations_.add_known(rungs_[i].used, equations_.multiply(minus, before));
  }
  for (const PushedRow& row : pushed_rows_) {
    add_offers(row.left, row.first, row.last, one);
    add_got(row.wanted.given() ? row.wanted : row.left, claims_.size(),
            row.wanted.given() ? one : minus);
    if (!row.wanted.given()) continue;
    add_offers(row.wanted, 0, row.first, minus);
    equations_.add_term(row.left, minus, row.wanted);
  }
  for (const Claim& claim : claims_)
    if (claim.goes_without && claim.missing.given())
      edge(claim.edges.front()).terms.push_back({minus, claim.missing});
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
  for (Ladder& ladder : ladders) ladder.name_clamps();
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
