#pragma once

#include <string>

#include "critflow/network/host_and_component.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/stock_process.hpp"
#include "solve/random/drawing.hpp"

/// Batteries of two chemistries, one without cobalt, from the factory into use.
class RandomUse {
 public:
  explicit RandomUse(RandomDrawing& drawing)
      : drawing_(drawing),
        mean(drawing.between("life.mean", 3.0, 15.0)),
        sd(mean * drawing.between("life.sd", 0.2, 0.5)) {}

  void add() {
    drawing_.lifetime("life", mean, sd, critflow::Distribution::weibull);
    for (const std::string& product : drawing_.products) {
      for (const std::string& region : drawing_.regions) add_driver(product, region);
      add_contents(product);
    }
    drawing_.process("use", stock(), {"product", "chemistry"},
                     {"units", "mass", "lithium", "cobalt"});
    drawing_.share("fabrication", 0.8, 1.0);
    drawing_.process("factory", critflow::Production{.yield = "fabrication"}, {"product"});
    drawing_.outside("materials", {"mass"});
    drawing_.flow({.from = "materials",
                   .to = "factory",
                   .rule = critflow::FlowRule::request,
                   .sum = {"product"}});
    drawing_.flow({.from = "factory",
                   .to = "use",
                   .rule = critflow::FlowRule::request,
                   .sum = {"chemistry"}});
    if (drawing_.has("vehicles") && !drawing_.has("uneven steps")) add_vehicles();
  }

 private:
  [[nodiscard]] bool by_stock() const { return drawing_.has("driven by stocks"); }

  [[nodiscard]] critflow::StockProcess stock() const {
    critflow::StockProcess use{.lead = "units", .split = "split", .lifetime = "life"};
    use.driver =
        by_stock() ? critflow::StockProcess::Driver::stock : critflow::StockProcess::Driver::inflow;
    use.driver_parameter = by_stock() ? "fleet" : "sales";
    use.content = {{"mass", {"mass"}}, {"material", {"content"}}};
    if (drawing_.by_age())
      use.by_age = {{"young", 3.0}, {"old"}};
    else
      use.shrinking = critflow::ShrinkingStock::retire_early;
    if (drawing_.has("initial stocks"))
      use.initial = {.total = "before", .growth = "0.05", .cohorts = 12};
    return use;
  }

  void add_driver(const std::string& product, const std::string& region) {
    const std::string which = product + region;
    drawing_.number(by_stock() ? "fleet" : "sales", by_stock() ? "units" : "units/a",
                    {{{"product", product}, {"region", region}}},
                    {{2000, drawing_.between(which + "first", 10.0, 50.0)},
                     {2004, drawing_.between(which + "then", 50.0, 90.0)},
                     {2012, drawing_.between(which + "last", 20.0, 200.0)}});
  }

  void add_contents(const std::string& product) {
    const double share = drawing_.between("split" + product, 0.0, 1.0);
    for (const std::string& chemistry : drawing_.chemistries) {
      const std::string which = product + chemistry;
      const critflow::Place place{{{"product", product}, {"chemistry", chemistry}}};
      drawing_.number("split", "1", place, chemistry == "NMC" ? share : 1.0 - share);
      drawing_.number("mass", "t/unit", place, drawing_.between(which + "mass", 1.0, 3.0));
      for (const std::string& metal : drawing_.metals) {
        critflow::Place of_metal = place;
        of_metal.at.push_back({"material", metal});
        const bool none = chemistry == "LFP" && metal == "cobalt";
        drawing_.number("content", "t/unit", of_metal,
                        none ? 0.0 : drawing_.between(which + metal, 0.05, 0.4));
      }
      if (drawing_.has("initial stocks"))
        drawing_.number("before", "units", place, drawing_.between(which + "before", 1.0, 5.0));
    }
  }

  /// Vehicles with batteries that fail on their own; both come from outside, and batteries end in
  /// recycling.
  void add_vehicles() {
    using critflow::HostAndComponent;
    drawing_.lifetime("vehicle", drawing_.between("vehicle", 6.0, 15.0), 4.0,
                      critflow::Distribution::normal);
    drawing_.lifetime("battery", drawing_.between("battery", 4.0, 12.0), 3.0,
                      critflow::Distribution::normal);
    for (const std::string& region : drawing_.regions)
      drawing_.number("vehicles", "units", {{{"region", region}}},
                      {{2000, drawing_.between("vehicles" + region, 10.0, 50.0)}, {2010, 90.0}});
    for (const std::string& metal : drawing_.metals)
      drawing_.number("battery content", "t/unit", {{{"material", metal}}},
                      drawing_.between("battery content" + metal, 0.01, 0.1));
    drawing_.process(
        "vehicles",
        HostAndComponent{
            .driver_parameter = "vehicles",
            .lead = "units",
            .host = {.lifetime = "vehicle", .content = {{"mass", {"1.5"}}}},
            .component = {.lifetime = "battery",
                          .content = {{"mass", {"0.4"}}, {"material", {"battery content"}}}},
            .replaced = {.share = "0.7", .up_to_age = "9"},
            .reused = {.share = "0.5", .up_to_age = "6"},
            .shrinking = critflow::ShrinkingStock::retire_early},
        {}, {"units", "mass", "lithium", "cobalt"});
    drawing_.outside("makers", {"mass", "lithium", "cobalt"});
    drawing_.outside("wrecks", {"mass", "lithium", "cobalt"});
    drawing_.flow({.from = "makers", .to = "vehicles", .rule = critflow::FlowRule::request});
    drawing_.flow({.from = "vehicles", .to = "wrecks", .door = "hosts"});
    for (const char* door : {"failed components", "working components"})
      drawing_.flow({.from = "vehicles", .to = "dismantling", .door = door});
  }

  RandomDrawing& drawing_;

 public:
  const double mean, sd;  ///< of the life of what is in use [a]
};
