#pragma once

#include <string>
#include <utility>
#include <vector>

#include "critflow/network/mine.hpp"
#include "critflow/network/production.hpp"
#include "solve/random/drawing.hpp"

/// Who is asked before the refinery: two mines, the cheaper first, and two smelters that share what
/// is asked as far as their capacities go.
class RandomSuppliers {
 public:
  RandomSuppliers(RandomDrawing& drawing, std::string residue)
      : drawing_(drawing), residue_(std::move(residue)) {}

  /// @return their names, in the order in which they are offered
  std::vector<std::string> add() {
    if (drawing_.has("mines"))
      for (const char* name : {"near mine", "far mine"}) add_mine(name);
    if (drawing_.has("smelters")) {
      const double share = drawing_.between("smelter share", 0.0, 1.0);
      add_smelter("old smelter", share);
      add_smelter("new smelter", 1.0 - share);
    }
    return names_;
  }

 private:
  using FlowRule = critflow::FlowRule;

  /// Costs cross in some of the years, and reserves end.
  void add_mine(const std::string& name) {
    names_.push_back(name);
    drawing_.yearly(name + " nameplate", 30.0, 15.0);
    drawing_.number(
        name + " cost", "EUR/t", {},
        {{2000, drawing_.between(name, 1.0, 9.0)}, {2006, drawing_.between(name + "6", 1.0, 9.0)}});
    for (const std::string& region : drawing_.regions)
      drawing_.number(name + " reserve", "t", {{{"region", region}}},
                      drawing_.between(name + region, 0.0, 100.0));
    drawing_.process(name,
                     critflow::Mine{.yield = "refined",
                                    .capacity = name + " nameplate",
                                    .ramp_up = "3",
                                    .reserve = name + " reserve"},
                     {}, drawing_.metals);
    drawing_.flow(
        {.from = name, .to = "market", .rule = FlowRule::request, .cost = name + " cost"});
    drawing_.flow({.from = name, .to = residue_, .rule = FlowRule::rest});
  }

  void add_smelter(const std::string& name, double share) {
    names_.push_back(name);
    drawing_.yearly(name + " capacity", 20.0, 10.0);
    drawing_.number(name + " share", "1", {}, share);
    drawing_.process(name, critflow::Production{.yield = "refined"}, {}, drawing_.metals);
    drawing_.flow({.from = "ore", .to = name, .rule = FlowRule::request});
    drawing_.flow({.from = name,
                   .to = "market",
                   .rule = FlowRule::request,
                   .factors = {name + " share"},
                   .capacity = name + " capacity"});
    drawing_.flow({.from = name, .to = residue_, .rule = FlowRule::rest});
  }

  RandomDrawing& drawing_;
  std::string residue_;
  std::vector<std::string> names_{};
};
