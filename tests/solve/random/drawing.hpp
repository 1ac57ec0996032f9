#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "critflow/network/source.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "solve/random/features.hpp"

/// The parts of a system being drawn by chance, and the system they make. Each number is drawn from
/// its name, so that it stays when other parts are left out.
class RandomDrawing {
 public:
  using Names = std::vector<std::string>;

  explicit RandomDrawing(Features features) : features_(std::move(features)) {
    for (int i = 0; i < features_.products; ++i) products.push_back("product " + std::to_string(i));
    for (int i = 0; i < features_.regions; ++i) regions.push_back("region " + std::to_string(i));
    const std::vector<int> uneven{2000, 2005, 2007, 2012, 2020, 2021, 2030, 2031, 2033};
    years =
        has("uneven steps") && features_.steps > 2
            ? critflow::Years(std::vector<int>(uneven.begin(), uneven.begin() + features_.steps))
            : critflow::Years(2000, 1999 + features_.steps);
  }

  Names products{}, regions{}, chemistries{"NMC", "LFP"}, metals{"lithium", "cobalt"};
  critflow::Years years{2000, 2000};

  [[nodiscard]] const Features& features() const { return features_; }
  [[nodiscard]] bool has(const std::string& part) const { return features_.has(part); }
  [[nodiscard]] bool traded(const std::string& part) const {
    return regions.size() > 1 && has(part);
  }

  /// Stocks that retire early have no age classes.
  [[nodiscard]] bool by_age() const { return has("age classes") && !has("driven by stocks"); }

  [[nodiscard]] double between(const std::string& name, double low, double high) const {
    std::uint64_t hash = 14695981039346656037U ^ features_.seed;  // FNV-1a
    for (const char letter : name)
      hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211U;
    return Chance(hash).between(low, high);
  }
  void number(const std::string& name, const std::string& unit, critflow::Place place,
              critflow::Series series) {
    const bool amount = unit == "t" || unit == "t/a" || unit == "units" || unit == "units/a";
    cells_.push_back({name, unit, std::move(place), std::move(series), amount});
  }
  /// A share that changes over ten years.
  void share(const std::string& name, double low, double high) {
    number(name, "1", {},
           {{2000, between(name, low, high)}, {2010, between(name + " later", low, high)}});
  }
  void share_by_layer(const std::string& name, double low, double high) {
    for (const char* layer : {"mass", "lithium", "cobalt"})
      number(name, "1", {{{"layer", layer}}}, between(name + layer, low, high));
  }
  /// An amount a year in each region.
  void yearly(const std::string& name, double first, double last) {
    for (const std::string& region : regions)
      number(name, "t/a", {{{"region", region}}},
             {{2000, between(name + region, 0.0, first)}, {2020, last}});
  }
  /// In each region; `dimensions` besides.
  void process(const std::string& name, critflow::AnyProcess kind, Names dimensions = {},
               Names layers = {"mass", "lithium", "cobalt"}) {
    dimensions.insert(dimensions.begin(), "region");
    processes_.push_back({name, std::move(kind), std::move(dimensions), std::move(layers)});
  }
  /// Beyond all regions.
  void outside(const std::string& name, Names layers) {
    processes_.push_back({name, critflow::Outside{}, {}, std::move(layers)});
  }
  void flow(critflow::FlowDescription flow) { flows_.push_back(std::move(flow)); }
  /// The same to the regions that `split` shares it over.
  void traded_flow(critflow::FlowDescription flow, const std::string& split) {
    flow.split = split;
    flow.sum.push_back("region");
    flow.as = {{"region", "partner"}};
    flows_.push_back(std::move(flow));
  }
  void lifetime(const std::string& name, double mean, double sd,
                critflow::Distribution distribution) {
    number(name + ".mean", "a", {}, mean);
    number(name + ".sd", "a", {}, sd);
    lifetimes_.push_back({.name = name,
                          .distribution = distribution,
                          .first = name + ".mean",
                          .second = name + ".sd",
                          .entry = entry()});
  }
  [[nodiscard]] critflow::Entry entry() const {
    return has("spread entry") ? critflow::Entry::spread(3) : critflow::Entry::end();
  }

  void shuffle(Chance& order) {
    const auto mix = [&](auto& all) {
      for (std::size_t i = all.size(); i > 1; --i)
        std::swap(all[i - 1], all[static_cast<std::size_t>(order.below(static_cast<int>(i)))]);
    };
    mix(processes_);
    mix(flows_);
    mix(products);
    mix(chemistries);
    mix(regions);
  }

  /// Leaves out all regions but one; only where nothing is traded.
  void keep_region(const std::string& kept) {
    regions = {kept};
    std::erase_if(cells_, [&](const Cell& cell) {
      const std::string region = cell.place.item("region");
      return !region.empty() && region != kept;
    });
  }

  /// @param amounts  factor on everything that is an amount
  [[nodiscard]] critflow::System build(double amounts = 1.0) const {
    critflow::SystemBuilder builder("drawn");
    builder.years(years)
        .layer({.name = "units", .unit = "units", .conserved = false})
        .layer({.name = "mass", .unit = "t"})
        .layer({.name = "copper", .unit = "t"})
        .dimension("product", products)
        .dimension("chemistry", chemistries)
        .dimension("region", regions);
    for (const std::string& metal : metals)
      builder.layer({.name = metal, .unit = "t", .material = true});
    if (traded("waste trade") || traded("metal trade")) builder.dimension("partner", regions);
    for (const auto& [name, kind, dimensions, layers] : processes_)
      builder.process(name, kind, dimensions, layers);
    for (const critflow::FlowDescription& flow : flows_) builder.flow(flow);
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
    Names dimensions{}, layers{};
  };
  struct Cell {
    std::string name, unit;
    critflow::Place place;
    critflow::Series series;
    bool amount = false;
  };

  Features features_;
  std::vector<Process> processes_{};
  std::vector<critflow::FlowDescription> flows_{};
  std::vector<Cell> cells_{};
  std::vector<critflow::LifetimeDescription> lifetimes_{};
};
