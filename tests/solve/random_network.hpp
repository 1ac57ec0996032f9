#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "chance.hpp"
#include "critflow/network/gate.hpp"
#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"

/// A small valid system drawn by chance: batteries of two chemistries, one without cobalt, from
/// factory over use, hoards, collection and perhaps a gate to a market for two metals. Loops run
/// through hoards, sludge and slag.
class RandomNetwork {
 public:
  bool uneven = false, stock_driven = false, initial = false, gated = false, slag = false;
  bool short_of_metal = false;  ///< primary metal has a capacity
  critflow::Years years{2000, 2000};
  critflow::Distribution distribution = critflow::Distribution::weibull;
  critflow::Entry entry = critflow::Entry::end();
  double mean = 0.0, sd = 0.0;  ///< of the life of what is in use [a]

  /// @param products  their number; 0 = one or two
  explicit RandomNetwork(std::uint64_t seed, int products = 0) : chance_(seed) {
    draw_features();
    draw_products(products);
    add_use();
    add_end_of_life();
    add_metal();
  }

  /// @param amounts  factor on everything that is an amount
  /// @param order    shuffles processes, flows and items; null = as they were drawn
  [[nodiscard]] critflow::System build(double amounts = 1.0, Chance* order = nullptr) const {
    using critflow::SystemBuilder;
    RandomNetwork of_order(*this);
    if (order != nullptr) of_order.shuffle(*order);
    SystemBuilder builder("drawn");
    builder.years(years)
        .layer({.name = "units", .unit = "units", .conserved = false})
        .layer({.name = "mass", .unit = "t"});
    for (const char* metal : {"lithium", "cobalt"})
      builder.layer({.name = metal, .unit = "t", .material = true});
    builder.dimension("product", of_order.products_).dimension("chemistry", of_order.chemistries_);
    for (const auto& [name, kind, dimensions, layers] : of_order.processes_)
      builder.process(name, kind, dimensions, layers);
    for (const critflow::FlowDescription& flow : of_order.flows_) builder.flow(flow);
    for (const Cell& cell : cells_)
      builder.parameter(cell.name, cell.unit, cell.place,
                        cell.amount ? cell.series.times(amounts) : cell.series);
    for (const critflow::LifetimeDescription& one : lifetimes_) builder.lifetime(one);
    return builder.build();
  }

 private:
  struct Process {
    std::string name;
    critflow::AnyProcess kind;
    std::vector<std::string> dimensions{}, layers{};
  };
  struct Cell {
    std::string name, unit;
    critflow::Place place;
    critflow::Series series;
    bool amount = false;
  };
  using Names = std::vector<std::string>;
  using FlowRule = critflow::FlowRule;

  void shuffle(Chance& order) {
    const auto mix = [&](auto& all) {
      for (std::size_t i = all.size(); i > 1; --i)
        std::swap(all[i - 1], all[static_cast<std::size_t>(order.below(static_cast<int>(i)))]);
    };
    mix(processes_);
    mix(flows_);
    mix(products_);
    mix(chemistries_);
  }

  void draw_features() {
    uneven = chance_.happens(0.3);
    stock_driven = chance_.happens(0.4);
    initial = chance_.happens(0.4);
    gated = chance_.happens(0.5);
    slag = chance_.happens(0.5);
    short_of_metal = chance_.happens(0.4);
    years = uneven ? critflow::Years({2000, 2005, 2007, 2012, 2020, 2021, 2030})
                   : critflow::Years(2000, 2010 + chance_.below(10));
    entry = std::vector{critflow::Entry::start(), critflow::Entry::middle(), critflow::Entry::end(),
                        critflow::Entry::spread(3)}[static_cast<std::size_t>(chance_.below(4))];
    distribution = std::vector{
        critflow::Distribution::weibull, critflow::Distribution::lognormal,
        critflow::Distribution::gamma,
        critflow::Distribution::folded_normal}[static_cast<std::size_t>(chance_.below(4))];
  }

  void draw_products(int count) {
    if (count == 0) count = 1 + chance_.below(2);
    for (int i = 0; i < count; ++i) products_.push_back("product " + std::to_string(i));
  }

  void number(const std::string& name, const std::string& unit, critflow::Place place,
              critflow::Series series) {
    const bool amount = unit == "t/a" || unit == "units" || unit == "units/a";
    cells_.push_back({name, unit, std::move(place), std::move(series), amount});
  }
  void share(const std::string& name, double low, double high) {
    number(name, "1", {}, {{2000, chance_.between(low, high)}, {2010, chance_.between(low, high)}});
  }
  void share_by_layer(const std::string& name, double low, double high) {
    for (const char* layer : {"mass", "lithium", "cobalt"})
      number(name, "1", {{{"layer", layer}}}, chance_.between(low, high));
  }
  void process(const std::string& name, critflow::AnyProcess kind, Names dimensions = {},
               Names layers = {"mass", "lithium", "cobalt"}) {
    processes_.push_back({name, std::move(kind), std::move(dimensions), std::move(layers)});
  }
  void flow(critflow::FlowDescription flow) { flows_.push_back(std::move(flow)); }

  void add_lifetime(const std::string& name, double mean_life, double sd_life,
                    critflow::Distribution kind) {
    number(name + ".mean", "a", {}, mean_life);
    number(name + ".sd", "a", {}, sd_life);
    lifetimes_.push_back({.name = name,
                          .distribution = kind,
                          .first = name + ".mean",
                          .second = name + ".sd",
                          .entry = entry});
  }

  void add_contents(const std::string& product) {
    number(stock_driven ? "fleet" : "sales", stock_driven ? "units" : "units/a",
           {{{"product", product}}},
           {{2000, chance_.between(10.0, 50.0)},
            {2008, chance_.between(50.0, 90.0)},
            {2020, chance_.between(20.0, 200.0)}});
    const double share = chance_.between(0.0, 1.0);
    for (const std::string& chemistry : chemistries_) {
      const critflow::Place place{{{"product", product}, {"chemistry", chemistry}}};
      number("split", "1", place, chemistry == "NMC" ? share : 1.0 - share);
      number("mass", "t/unit", place, chance_.between(1.0, 3.0));
      for (const char* metal : {"lithium", "cobalt"}) {
        critflow::Place of_metal = place;
        of_metal.at.push_back({"material", metal});
        const bool none = chemistry == "LFP" && std::string(metal) == "cobalt";
        number("content", "t/unit", of_metal, none ? 0.0 : chance_.between(0.05, 0.4));
      }
      if (initial) number("before", "units", place, chance_.between(1.0, 5.0));
    }
  }

  void add_use() {
    mean = chance_.between(3.0, 15.0);
    sd = mean * chance_.between(0.2, 0.5);
    add_lifetime("life", mean, sd, distribution);
    for (const std::string& product : products_) add_contents(product);
    critflow::StockProcess use{.lead = "units", .split = "split", .lifetime = "life"};
    use.driver = stock_driven ? critflow::StockProcess::Driver::stock
                              : critflow::StockProcess::Driver::inflow;
    use.driver_parameter = stock_driven ? "fleet" : "sales";
    use.content = {{"mass", {"mass"}}, {"material", {"content"}}};
    use.shrinking = critflow::ShrinkingStock::retire_early;
    if (initial) use.initial = {.total = "before", .growth = "0.05", .cohorts = 12};
    process("use", use, {"product", "chemistry"}, {});
    share("fabrication", 0.8, 1.0);
    process("factory", critflow::Production{.yield = "fabrication"}, {"product"});
    process("materials", critflow::Outside{}, {}, {"mass"});
    flow({.from = "materials", .to = "factory", .rule = FlowRule::request, .sum = {"product"}});
    flow({.from = "factory", .to = "use", .rule = FlowRule::request, .sum = {"chemistry"}});
  }

  void add_end_of_life() {
    add_lifetime("hoarding", chance_.between(1.0, 4.0), chance_.between(0.5, 2.0),
                 critflow::Distribution::gamma);
    process("hoard", critflow::StockProcess{.lifetime = "hoarding"}, {"product"});
    process("collection", critflow::Treatment{}, {"product"});
    process("recycling", critflow::Treatment{});
    process("sludge", critflow::Treatment{});
    process("losses", critflow::Outside{});
    share("hoarded", 0.0, 0.5);
    share("collected", 0.3, 0.8);
    share("sent back", 0.0, 0.2);
    share_by_layer("recovery", 0.3, 0.8);
    flow({.from = "use", .to = "hoard", .factors = {"hoarded"}, .sum = {"chemistry"}});
    flow({.from = "use", .to = "collection", .rule = FlowRule::rest, .sum = {"chemistry"}});
    flow({.from = "hoard", .to = "collection"});
    flow({.from = "collection", .to = "hoard", .factors = {"sent back"}});
    flow({.from = "collection", .to = "losses", .rule = FlowRule::rest});
    flow({.from = "collection",
          .to = gated ? "gate" : "recycling",
          .factors = {"collected"},
          .sum = {"product"}});
    flow({.from = "recycling", .to = "sludge", .factors = {"0.15"}});
    flow({.from = "sludge", .to = gated ? "gate" : "recycling", .factors = {"0.6"}});
    flow({.from = "sludge", .to = "losses", .rule = FlowRule::rest});
    flow({.from = "recycling", .to = "market", .factors = {"recovery"}});
    flow({.from = "recycling", .to = "losses", .rule = FlowRule::rest});
    if (!gated) return;
    number("capacity", "t/a", {}, {{2000, chance_.between(0.0, 40.0)}, {2020, 100.0}});
    process("gate", critflow::Gate{.capacity = "capacity", .lead = "mass"});
    flow({.from = "gate", .to = "recycling", .rule = FlowRule::done});
    flow({.from = "gate", .to = "losses", .rule = FlowRule::rest});
  }

  void add_metal() {
    const Names metals{"lithium", "cobalt"};
    Names offers{"recycling", "scrap", "refining"};
    if (slag) offers.insert(offers.begin(), "slag");
    process("market", critflow::Market{.offers = offers}, {}, metals);
    process("scrap", critflow::Treatment{});
    process("refining", critflow::Production{.yield = "refined"}, {}, metals);
    process("ore", critflow::Outside{}, {}, metals);
    share("refined", 0.6, 0.95);
    share_by_layer("scrap recovery", 0.0, 0.9);
    flow({.from = "factory", .to = "scrap", .rule = FlowRule::rest, .sum = {"product"}});
    flow({.from = "scrap", .to = "market", .factors = {"scrap recovery"}});
    flow({.from = "scrap", .to = "losses", .rule = FlowRule::rest});
    flow({.from = "market", .to = "factory", .rule = FlowRule::request, .sum = {"product"}});
    flow({.from = "market", .to = "losses", .rule = FlowRule::surplus});
    flow({.from = "ore", .to = "refining", .rule = FlowRule::request});
    flow({.from = "refining", .to = slag ? "slag" : "losses", .rule = FlowRule::rest});
    flow({.from = "refining",
          .to = "market",
          .rule = FlowRule::request,
          .capacity = short_of_metal ? "refining capacity" : ""});
    if (short_of_metal) number("refining capacity", "t/a", {}, chance_.between(0.0, 20.0));
    if (!slag) return;
    process("slag", critflow::Treatment{}, {}, metals);
    flow({.from = "slag", .to = "market", .factors = {"0.7"}});
    flow({.from = "slag", .to = "losses", .rule = FlowRule::rest});
  }

  Chance chance_;
  Names products_, chemistries_{"NMC", "LFP"};
  std::vector<Process> processes_;
  std::vector<critflow::FlowDescription> flows_;
  std::vector<Cell> cells_;
  std::vector<critflow::LifetimeDescription> lifetimes_;
};
