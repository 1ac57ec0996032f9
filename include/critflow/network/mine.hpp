#pragma once

#include <string>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/view.hpp"

namespace critflow {

class Builder;
struct Group;

/// What a mine remembers in one run, for each instance and layer.
template <Real R>
struct MineMemory {
  std::vector<int> metals{};                ///< layers that are mined for, not moved or joint
  std::vector<R> left{};                    ///< of the reserve [layer]
  std::vector<std::vector<R>> nameplate{};  ///< of the years so far [layer/a]
};

/// A production that takes from a deposit of its own, under the role `mined`, and offers a market
/// no more than it has:
///
///     mined     = delivered / yield
///     left(t)   = reserve - sum of mined up to t
///     capacity  = smaller(nameplate(t), mean of the nameplate over the last `ramp_up` years)
///     delivered <= smaller(capacity, yield x left(t-1) / years of the step)
///
/// New nameplate so comes in evenly over the ramp-up, and what is closed is closed at once; before
/// the first year the nameplate was what it is then. The deposit is reported as the mine's stock.
/// All this holds in each layer but those of joint products and ore. A process that is no market
/// and asks for more than the mine has is a fault of the run.
struct Mine {
  /// Ore moved, in a layer of its own, per unit of `of` delivered:
  ///
  ///     1 / (yield x grade x (1 - decline x share of the reserve mined before the year))
  struct Ore {
    std::string layer{};    ///< empty = ore is not counted
    std::string of{};       ///< the metal the grade is of
    std::string grade{};    ///< metal in the ore at first [t/t]
    std::string decline{};  ///< share of the grade that is lost as the reserve is used up [1]
  };
  std::string yield{};     ///< parameter or number [1]; empty = one
  std::string capacity{};  ///< nameplate by year [layer/a]; empty = no limit
  std::string ramp_up{};   ///< years until new nameplate is there in full [a]; empty = at once
  std::string reserve{};   ///< metal in the ground before the first year [layer]; empty = no limit
  std::vector<Production::Joint> joint{};  ///< by-products, see `Production`
  Ore ore{};

  void describe(Builder& builder) const;

  template <Real R>
  [[nodiscard]] MineMemory<R> start(const View<R>& view) const;
  template <Real R>
  void route(const View<R>& view, MineMemory<R>& memory) const;
  template <Real R>
  void settle(const View<R>& view, MineMemory<R>& memory) const;

 private:
  using Factors = std::vector<std::vector<std::string>>;  ///< by layer

  [[nodiscard]] Factors of_metals(Builder& builder, const std::string& name) const;
  [[nodiscard]] bool is_metal(const std::string& layer) const;
  void describe_ore(Builder& builder, Group given) const;
  template <Real R>
  [[nodiscard]] R brought_in(const View<R>& view, int instance,
                             const std::vector<R>& nameplate_so_far) const;
  template <Real R>
  void refuse_excess(const View<R>& view, int instance, int layer) const;
};

}  // namespace critflow
