#include <algorithm>

#include "ladder.hpp"

namespace critflow {

namespace {

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Names that were said but are not there, and names that are there but were not said.
void compare(Assembly& assembly, const std::string& where, const std::vector<std::string>& said,
             const std::vector<std::string>& there, const std::string& rule) {
  for (const std::string& name : said)
    if (!holds(there, name)) assembly.fault(where, "no flow of that name", name, rule, there);
  for (const std::string& name : there)
    if (!holds(said, name)) assembly.fault(where, "not on the ladder", name, "be listed", said);
}

/// Whether a claim may use what the same process offers.
bool gets_its_own(const Market& market, const Market::Claim& claim) {
  const auto own = std::find(market.offers.begin(), market.offers.end(), claim.to);
  const auto last = std::find(market.offers.begin(), market.offers.end(), claim.last_offer);
  return own != market.offers.end() && own <= last;
}

}  // namespace

void check_ladder_names(Assembly& assembly, int process) {
  const std::string& own = assembly.plan(process).description->name;
  const Market& market = *assembly.plan(process).market;
  std::vector<std::string> askers, offerers, claims;
  for (const FlowDescription& flow : assembly.description.flows) {
    if (flow.to == own) offerers.push_back(flow.from);
    if (flow.from == own && flow.rule == FlowRule::request) askers.push_back(flow.to);
  }
  const std::string where = "process." + own;
  compare(assembly, where + ".offers", market.offers, offerers,
          "be a process with a flow into the market");
  for (const Market::Claim& claim : market.claims) {
    claims.push_back(claim.to);
    if (gets_its_own(market, claim))
      assembly.fault(where + ".claims", "would get back what it offers", claim.to,
                     "have a last_offer that stands before it");
    if (!claim.last_offer.empty() && !holds(market.offers, claim.last_offer))
      assembly.fault(where + ".claims", "no offer of that name", claim.last_offer,
                     "be one of the offers", market.offers);
  }
  if (!claims.empty())
    compare(assembly, where + ".claims", claims, askers, "be a process that asks the market");
}

}  // namespace critflow
