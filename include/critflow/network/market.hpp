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
/// Asked offers that stand beside one another and have shares are asked together: each gives its
/// share of what is wanted up to its capacity, and those that are not full give in order what is
/// left over. Such that have a cost give in the order of cost, in each year anew; equal ones in the
/// order given. An offer's capacity is that of its flow, or what the process itself has to offer
/// where that is smaller.
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
