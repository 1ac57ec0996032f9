#pragma once

#include <string>

#include "critflow/network/production.hpp"
#include "critflow/network/stock_with_second_life.hpp"
#include "solve/random/drawing.hpp"

/// Storage of used batteries and of new ones, made of metal from the market. What leaves it is
/// recycled for that market, part of it in its year of entry.
class RandomStorage {
 public:
  explicit RandomStorage(RandomDrawing& drawing) : drawing_(drawing) {}

  void add() {
    add_stock();
    drawing_.process("storage factory", critflow::Production{});
    for (const char* supplier : {"materials", "market"})
      drawing_.flow({.from = supplier, .to = "storage factory", .rule = FlowRule::request});
    drawing_.flow({.from = "storage factory", .to = "storage", .rule = FlowRule::request});
    for (const char* door : {"new", "repurposed", "not needed"})
      drawing_.flow({.from = "storage", .to = "dismantling", .door = door});
  }

 private:
  using FlowRule = critflow::FlowRule;

  void add_stock() {
    drawing_.lifetime("storage life", drawing_.between("storage life", 3.0, 10.0), 2.0,
                      critflow::Distribution::weibull);
    drawing_.lifetime("second life", drawing_.between("second life", 2.0, 6.0), 1.5,
                      critflow::Distribution::gamma);
    for (const std::string& region : drawing_.regions)
      drawing_.number("storage needed", "units", {{{"region", region}}},
                      {{2000, drawing_.between("needed" + region, 0.0, 20.0)},
                       {2005, drawing_.between("needed then" + region, 0.0, 60.0)},
                       {2010, 30.0}});
    for (const std::string& metal : drawing_.metals)
      drawing_.number("storage content", "t/unit", {{{"material", metal}}},
                      drawing_.between("storage content" + metal, 0.05, 0.3));
    drawing_.number("displacement", "1", {}, drawing_.between("displacement", 0.3, 1.0));
    drawing_.process(
        "storage",
        critflow::StockWithSecondLife{
            .driver_parameter = "storage needed",
            .lead = "units",
            .fresh = {.lifetime = "storage life",
                      .content = {{"mass", {"1.2"}}, {"material", {"storage content"}}},
                      .fade = "0.02"},
            .repurposed = {.lifetime = "second life",
                           .fade = "0.04",
                           .displacement = "displacement"}},
        {}, {"units", "mass", "lithium", "cobalt"});
  }

  RandomDrawing& drawing_;
};
