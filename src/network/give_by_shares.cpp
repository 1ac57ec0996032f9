#include <algorithm>
#include <cstddef>
#include <string>

#include "rungs.hpp"

namespace critflow {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// `tail -> market` of an offer, as clamps are named.
std::string name_of(const Network& network, const Rung::Offer& offer) {
  const Edge& edge = network.edges[at(offer.edge)];
  return network.vertices[at(edge.tail)].name + " at " + network.vertices[at(edge.head)].name;
}

/// What of its share an offer cannot give; nothing where it has no limit.
Unknown excess_of(Network& network, const Rung::Offer& offer, Unknown used) {
  Equations& equations = network.equations;
  if (!offer.capacity.given()) return {};
  const Unknown excess =
      equations.clamp("over capacity of " + name_of(network, offer), equations.zero());
  equations.add_term(excess, offer.share, used);
  equations.add_known(excess, equations.multiply(equations.minus_one(), offer.capacity));
  return excess;
}

}  // namespace

void give_by_shares(Network& network, const Rung& rung) {
  Equations& equations = network.equations;
  if (std::none_of(rung.offers.begin(), rung.offers.end(),
                   [](const Rung::Offer& offer) { return offer.capacity.given(); })) {
    for (const Rung::Offer& offer : rung.offers)
      network.edges[at(offer.edge)].terms.push_back({offer.share, rung.used});
    return;
  }
  std::vector<Unknown> excess, given;
  for (const Rung::Offer& offer : rung.offers)
    excess.push_back(excess_of(network, offer, rung.used));
  Known shares = equations.zero();
  for (std::size_t k = 0; k < rung.offers.size(); ++k) {
    const Rung::Offer& offer = rung.offers[k];
    const Unknown gives =
        equations.clamp(name_of(network, offer), equations.zero(), offer.capacity);
    shares = equations.add(shares, offer.share);
    equations.add_term(gives, shares, rung.used);
    for (std::size_t later = k; later < excess.size(); ++later)
      if (excess[later].given()) equations.add_term(gives, equations.one(), excess[later]);
    for (const Unknown before : given) equations.add_term(gives, equations.minus_one(), before);
    network.edges[at(offer.edge)].terms.push_back({equations.one(), gives});
    given.push_back(gives);
  }
}

}  // namespace critflow
