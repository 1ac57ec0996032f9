#pragma once

#include <string>
#include <utility>
#include <vector>

#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/stockpile.hpp"
#include "critflow/network/treatment.hpp"
#include "solve/random/drawing.hpp"
#include "solve/random/suppliers.hpp"

/// A market for two metals in each region: recycled metal, new scrap, perhaps slag and a by-product
/// of copper, then mines, smelters and a refinery that may have a capacity, at last a stockpile.
/// Surplus may be offered to the next region.
class RandomMetal {
 public:
  explicit RandomMetal(RandomDrawing& drawing) : drawing_(drawing) {}

  void add() {
    add_scrap();
    add_refining();
    if (drawing_.has("slag")) add_slag();
    if (drawing_.has("by-product")) add_by_product();
    if (has_stockpile()) add_stockpile();
    add_surplus();
    drawing_.process("market", critflow::Market{.offers = offers_, .claims = claims()}, {},
                     drawing_.metals);
    drawing_.flow(
        {.from = "market", .to = "factory", .rule = FlowRule::request, .sum = {"product"}});
  }

 private:
  using FlowRule = critflow::FlowRule;

  [[nodiscard]] std::vector<critflow::Market::Claim> claims() const {
    std::vector<critflow::Market::Claim> all{{"factory"}};
    if (drawing_.has("second life")) all.push_back({"storage factory"});
    if (has_stockpile()) all.push_back({"stockpile", "refining"});
    return all;
  }

  void add_scrap() {
    drawing_.process("scrap", critflow::Treatment{});
    drawing_.share_by_layer("scrap recovery", 0.0, 0.9);
    drawing_.flow({.from = "factory", .to = "scrap", .rule = FlowRule::rest, .sum = {"product"}});
    drawing_.flow({.from = "scrap", .to = "market", .factors = {"scrap recovery"}});
    drawing_.flow({.from = "scrap", .to = "losses", .rule = FlowRule::rest});
  }

  void add_refining() {
    const bool scarce = drawing_.has("scarce metal");
    const std::string residue = drawing_.has("slag") ? "slag" : "losses";
    // With trade as well there are more limits in a block than can be certified.
    const bool alone = !drawing_.traded("metal trade");
    for (const std::string& name : RandomSuppliers(drawing_, alone ? residue : "losses").add())
      offers_.push_back(name);
    offers_.push_back("refining");
    drawing_.process("refining", critflow::Production{.yield = "refined"}, {}, drawing_.metals);
    drawing_.outside("ore", {"copper", "lithium", "cobalt"});
    drawing_.share("refined", 0.6, 0.95);
    drawing_.flow({.from = "ore", .to = "refining", .rule = FlowRule::request});
    drawing_.flow({.from = "refining", .to = residue, .rule = FlowRule::rest});
    drawing_.flow({.from = "refining",
                   .to = "market",
                   .rule = FlowRule::request,
                   .capacity = scarce ? "refinery" : ""});
    if (scarce) drawing_.yearly("refinery", 20.0, 10.0);
  }

  void add_slag() {
    offers_.insert(offers_.begin(), "slag");
    drawing_.process("slag", critflow::Treatment{}, {}, drawing_.metals);
    drawing_.flow({.from = "slag", .to = "market", .factors = {"0.7"}});
    drawing_.flow({.from = "slag", .to = "losses", .rule = FlowRule::rest});
  }

  void add_by_product() {
    offers_.insert(offers_.begin(), "copper mine");
    drawing_.yearly("copper demand", 60.0, 90.0);
    drawing_.process("copper mine", critflow::Production{.joint = {{"cobalt", "copper", "0.06"}}},
                     {}, {"copper", "cobalt"});
    drawing_.outside("grids", {"copper"});
    drawing_.flow({.from = "ore", .to = "copper mine", .rule = FlowRule::request});
    drawing_.flow({.from = "copper mine", .to = "market", .rule = FlowRule::rest});
    drawing_.flow({.from = "copper mine",
                   .to = "grids",
                   .rule = FlowRule::request,
                   .factors = {"copper demand"}});
  }

  /// The last to give, where those before it have limits.
  [[nodiscard]] bool has_stockpile() const {
    return drawing_.has("stockpile") && drawing_.has("scarce metal");
  }
  void add_stockpile() {
    offers_.push_back("stockpile");
    for (const auto& [name, unit] : {std::pair("target", "t"), std::pair("filled", "t/a")})
      for (const std::string& region : drawing_.regions)
        drawing_.number(name, unit, {{{"region", region}}},
                        drawing_.between(name + region, 5.0, 20.0));
    drawing_.process(
        "stockpile",
        critflow::Stockpile{
            .target = "target", .fill = "filled", .release = "filled", .initial = "target"},
        {}, drawing_.metals);
    drawing_.flow({.from = "stockpile", .to = "market", .rule = FlowRule::request});
    drawing_.flow({.from = "market", .to = "stockpile", .rule = FlowRule::request});
  }

  void add_surplus() {
    if (!drawing_.traded("metal trade")) {
      drawing_.flow({.from = "market", .to = "losses", .rule = FlowRule::surplus});
      return;
    }
    offers_.insert(offers_.begin(), "market");
    const std::size_t count = drawing_.regions.size();
    for (std::size_t i = 0; i < count; ++i)
      for (std::size_t j = 0; j < count; ++j)
        drawing_.number("next", "1",
                        {{{"region", drawing_.regions[i]}, {"partner", drawing_.regions[j]}}},
                        j == (i + 1) % count ? 1.0 : 0.0);
    drawing_.traded_flow(
        {.from = "market", .to = "market", .rule = FlowRule::surplus, .factors = {"0.4"}}, "next");
    drawing_.flow(
        {.from = "market", .to = "losses", .rule = FlowRule::surplus, .factors = {"0.6"}});
  }

  RandomDrawing& drawing_;
  std::vector<std::string> offers_{"recycling", "scrap"};
};
