#pragma once

#include <map>
#include <string>
#include <vector>

#include "critflow/network/second_life_memory.hpp"

namespace critflow {

class Builder;

/// A stock that is prescribed by the service it gives, and filled by what was used before and by
/// what is new: stationary storage in usable kWh, from batteries of vehicles and from new ones.
///
///     service(t) = new in use + displacement * repurposed in use       [lead layer], faded
///     gap        = prescribed - what older cohorts give
///     taken      = clip(arriving, 0, gap / (displacement * repurposed that stay))
///     new        = clip(gap - displacement * taken that stays, 0, inf) / new that stay
///
/// within the balance, so that units which leave in their year of entry may come round again in it.
/// Both fade by a share a year, in the lead layer alone; in every other layer what is repurposed
/// keeps its content, and has a life of its own that begins here. The stock is empty before the
/// first year. Where more is in use than prescribed, nothing new is asked and nothing taken.
///
/// Requests of the drawing (`request`) are for what is new; what is pushed in is what was used
/// before. Doors: `new` and `repurposed`, out of use, and `not needed`, which is passed on at once.
struct StockWithSecondLife {
  struct New {
    std::string lifetime{};
    /// Amount of a layer per unit of the lead layer: the product of these parameters; as in
    /// `StockProcess`.
    std::map<std::string, std::vector<std::string>> content{};
    std::string fade = "0";  ///< share of the service lost a year
  };
  struct Repurposed {
    std::string lifetime{};
    std::string fade = "0";      ///< share of the service lost a year
    std::string displacement{};  ///< of a unit of service, what it saves of new units
  };

  std::string driver_parameter;  ///< service in use at the end of each year [lead layer]
  std::string lead;              ///< a service layer, not conserved
  New fresh;
  Repurposed repurposed;

  void describe(Builder& builder) const;

  template <Real R>
  [[nodiscard]] SecondLifeMemory<R> start(const View<R>& view) const;
  template <Real R>
  void route(const View<R>& view, SecondLifeMemory<R>& memory) const;
  template <Real R>
  void settle(const View<R>& view, SecondLifeMemory<R>& memory) const;

 private:
  void describe_flows(Builder& builder) const;
};

}  // namespace critflow
