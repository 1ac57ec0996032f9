#include "base/index.hpp"
#include "ladder.hpp"

namespace critflow {

/// What one supplier gives stands with the supplier, all else with the market.
void Ladder::name_clamps() {
  const Network& network = assembly_.network;
  std::vector<NamedClamp>& clamps = assembly_.network.clamps;
  const std::string& market = assembly_.plan(process_).description->name;
  for (const int id : network.vertices[at(vertex_)].inputs) {
    const Edge& offer = edge(id);
    if (offer.owner != vertex_ || offer.terms.size() != 1) continue;
    const Term& given = offer.terms.front();
    if (given.coefficient == equations_.one() && equations_.at(given.unknown).clamped)
      clamps.push_back({"offer to " + market, offer.tail, given.unknown});
  }
  for (const Claim& claim : claims_)
    if (claim.missing.given())
      clamps.push_back({"shortage of " + claim.to, vertex_, claim.missing});
  for (const PushedRow& row : pushed_rows_)
    clamps.push_back({"surplus of " + rungs_[row.first].first, vertex_, row.left});
}

}  // namespace critflow
