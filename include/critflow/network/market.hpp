#pragma once

#include <string>
#include <vector>

namespace critflow {

class Builder;

/// A ladder of offers and claims. Offers are taken in order: what is pushed in at that rung, or
/// what may be asked of a supplier up to its capacity. Claims are met in order, each by the offers
/// up to the last one it is willing to use:
///
///     got(j)  = clip(offers up to last(j) - got by the claims before j, 0, asked(j))
///     used(i) = clip(sum of got - offers before i, 0, offer(i))
///
/// Asked - got is that claim's shortage: it is brought in under the role `shortage`, so that the
/// balance closes and the gap has a name. Pushed - used is surplus and needs a destination.
struct Market {
  struct Claim {
    std::string to;
    std::string last_offer{};  ///< the last offer this claim is willing to use; empty = all
  };
  std::vector<std::string> offers;  ///< names of the processes, in the order in which they are used
  std::vector<Claim> claims{};  ///< in the order in which they are met; empty = as flows are given

  void describe(Builder& builder) const;
};

}  // namespace critflow
