#pragma once

#include <string>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/network/view.hpp"

namespace critflow {

class Builder;

/// A strategic stock of metal, at a market: it gives where nobody else can, and is filled when
/// everybody else has got theirs. On the market's ladder it is the last offer and the last claim,
/// and the claim's `last_offer` stands before it: it never fills itself.
///
///     offered(t) = min(release, held(t - 1))
///     wanted(t)  = clip(target(t) - held(t - 1), 0, fill)
///     held(t)    = held(t - 1) + filled(t) - released(t)
///
/// What the market cannot give it, it goes without. Nothing is sold when the target falls. The
/// target is an amount, or so many days of what flowed through another process in the year before,
/// as legal obligations count net imports; in the first year, without a year before it, nothing is
/// wanted then.
struct Stockpile {
  std::string target{};   ///< parameter or number [layer], or
  std::string days{};     ///< parameter or number [1]: of 365 to the year,
  std::string of{};       ///< of what flows through this process
  std::string fill{};     ///< into it at most: parameter or number [layer/a]; empty = no limit
  std::string release{};  ///< out of it at most: parameter or number [layer/a]; empty = no limit
  std::string initial{};  ///< held before the first year: parameter or number [layer]

  /// By instance and layer.
  template <Real R>
  struct Holdings {
    std::vector<R> held;       ///< [layer]
    std::vector<R> last_year;  ///< through the process that the days are counted of [layer/a]
  };

  void describe(Builder& builder) const;

  template <Real R>
  [[nodiscard]] Holdings<R> start(const View<R>& view) const;
  template <Real R>
  void route(const View<R>& view, Holdings<R>& holdings) const;
  template <Real R>
  void settle(const View<R>& view, Holdings<R>& holdings) const;
};

}  // namespace critflow
