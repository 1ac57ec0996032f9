#pragma once

#include <string>
#include <vector>

#include "assembly.hpp"

namespace critflow {

/// A rung of a ladder: all that a process pushes in, one offer that may be asked, or several that
/// have shares of what is asked of them together.
struct Rung {
  struct Offer {
    int edge = -1;
    Known share{};     ///< of what is asked of the rung; not given = all
    Known capacity{};  ///< of an asked offer; not given = no limit
  };
  std::string first{};  ///< the process that offers; where there are several, the first
  std::string last{};   ///< and the last
  bool pushed = false;
  std::vector<Offer> offers{};
  Known capacity{};               ///< of an asked rung; not given = no limit
  Known cost{};                   ///< not given = the ladder alone decides when it gives
  std::size_t row = 0;            ///< first rung of the row in which the cheaper gives first
  std::vector<Known> preceded{};  ///< what each rung of its row gives before it, at most
  Unknown used{};                 ///< of an asked rung
};

/// The rungs of one market vertex, in the order of the market's offers.
[[nodiscard]] std::vector<Rung> find_rungs(Assembly& assembly, int process, int vertex);

/// What an asked rung gives, over its offers: each its share of it up to its capacity, and what is
/// left over by those that are full to the others in their order:
///
///     excess(k) = clip(share(k) x used - capacity(k), 0, inf)
///     over(k)   = clip(shares up to k x used + excess after k - capacity up to k, 0, inf)
///     given(k)  = clip(share(k) x used + over(k-1), 0, capacity(k))
///
/// No term is negative, so that what one offer gives grows with what is used on every branch.
void give_by_shares(Network& network, const Rung& rung);

/// A fault where a claim's last offer has others beside it, on its rung or in its row.
void check_last_offer(Assembly& assembly, int process, const std::vector<Rung>& rungs,
                      std::size_t last, const std::string& offer);

}  // namespace critflow
