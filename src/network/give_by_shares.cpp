#include <cstddef>
#include <string>
#include <vector>

#include "base/index.hpp"
#include "rungs.hpp"

namespace critflow {

namespace {

/// The clamps of one rung of shares, offer by offer.
class SharedRung {
 public:
  SharedRung(Network& network, const Rung& rung)
      : network_(network), equations_(network.equations), rung_(rung) {
    for (const Rung::Offer& offer : rung.offers) excess_.push_back(excess_of(offer));
  }

  void give() {
    std::vector<Unknown> over = excess_;  // of all; then what is left of it by those before
    for (std::size_t k = 0; k < rung_.offers.size(); ++k) {
      const Rung::Offer& offer = rung_.offers[k];
      const Unknown gives = equations_.clamp(name_of(offer), equations_.zero(), offer.capacity);
      equations_.add_term(gives, offer.share, rung_.used);
      add(gives, over);
      edge(offer).terms.push_back({equations_.one(), gives});
      shares_ = equations_.add(shares_, offer.share);
      full_ =
          offer.capacity.given() && full_.given() ? equations_.add(full_, offer.capacity) : Known{};
      over.clear();
      if (full_.given() && k + 1 < rung_.offers.size()) over.push_back(left_over_after(k));
    }
  }

 private:
  [[nodiscard]] Unknown excess_of(const Rung::Offer& offer) {
    if (!offer.capacity.given()) return {};
    const Unknown excess =
        equations_.clamp("over capacity of " + name_of(offer), equations_.zero());
    equations_.add_term(excess, offer.share, rung_.used);
    equations_.add_known(excess, equations_.multiply(equations_.minus_one(), offer.capacity));
    return excess;
  }

  [[nodiscard]] Unknown left_over_after(std::size_t k) {
    const Unknown left =
        equations_.clamp("left over after " + name_of(rung_.offers[k]), equations_.zero());
    equations_.add_term(left, shares_, rung_.used);
    add(left, {excess_.begin() + static_cast<std::ptrdiff_t>(k + 1), excess_.end()});
    equations_.add_known(left, equations_.multiply(equations_.minus_one(), full_));
    return left;
  }

  void add(Unknown to, const std::vector<Unknown>& all) {
    for (const Unknown one : all)
      if (one.given()) equations_.add_term(to, equations_.one(), one);
  }

  [[nodiscard]] Edge& edge(const Rung::Offer& offer) { return network_.edges[at(offer.edge)]; }
  [[nodiscard]] std::string name_of(const Rung::Offer& offer) {
    return network_.vertices[at(edge(offer).tail)].name + " at " +
           network_.vertices[at(edge(offer).head)].name;
  }

  Network& network_;
  Equations& equations_;
  const Rung& rung_;
  std::vector<Unknown> excess_;       ///< of each share over the capacity; not given = no limit
  Known shares_ = equations_.zero();  ///< of the offers so far
  Known full_ = equations_.zero();    ///< capacity of the offers so far; not given = no limit
};

}  // namespace

void give_by_shares(Network& network, const Rung& rung) {
  for (const Rung::Offer& offer : rung.offers)
    if (offer.capacity.given()) return SharedRung(network, rung).give();
  for (const Rung::Offer& offer : rung.offers)
    network.edges[at(offer.edge)].terms.push_back({offer.share, rung.used});
}

}  // namespace critflow
