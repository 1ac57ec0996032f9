#pragma once

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/draw.hpp"

/// The system of `tests/cases/crm4`, built in code: see the README there.
namespace crm4 {

using critflow::FlowRule;
using critflow::Place;
using critflow::SystemBuilder;

inline const std::vector<std::string> metals{"lithium", "cobalt", "nickel", "copper"};
inline const std::vector<std::string> products{"vehicle", "storage", "consumer", "other"};
inline const std::vector<std::string> regions{"Europe", "China", "elsewhere"};

inline Place metal(const std::string& name) { return {{{"material", name}}}; }

inline void add_processes(SystemBuilder& builder) {
  const std::vector<std::string> everywhere{"region", "product"};
  builder.process("mine", critflow::Outside{})
      .process("losses", critflow::Outside{})
      .process("refining", critflow::Production{.yield = "refining.yield"}, {}, metals)
      .process("market", critflow::Market{.offers = {"recycling", "scrap recovery", "refining"}},
               {}, metals)
      .process("manufacture", critflow::Production{.yield = "fabrication.yield"}, everywhere,
               metals)
      .process("scrap recovery", critflow::Treatment{}, {}, metals)
      .process("collection", critflow::Treatment{}, everywhere, metals)
      .process("recycling", critflow::Treatment{}, everywhere, metals)
      .process("use",
               critflow::StockProcess{
                   .driver = critflow::StockProcess::Driver::inflow,
                   .driver_parameter = "sales",
                   .lead = "units",
                   .content = {{"material", {"content", "thrift", "factor.material"}}},
                   .lifetime = "life"},
               everywhere);
}

inline void add_flows(SystemBuilder& builder) {
  const std::vector<std::string> everywhere{"region", "product"};
  builder.flow({.from = "mine", .to = "refining", .rule = FlowRule::request, .role = "mined"})
      .flow({.from = "refining", .to = "market", .rule = FlowRule::request, .role = "primary"})
      .flow({.from = "refining", .to = "losses", .rule = FlowRule::rest, .role = "lost"})
      .flow({.from = "market",
             .to = "manufacture",
             .rule = FlowRule::request,
             .sum = everywhere,
             .role = "demand"})
      .flow({.from = "market", .to = "losses", .rule = FlowRule::surplus, .role = "surplus"})
      .flow({.from = "manufacture", .to = "use", .rule = FlowRule::request, .role = "placed"})
      .flow({.from = "manufacture",
             .to = "scrap recovery",
             .rule = FlowRule::rest,
             .sum = everywhere})
      .flow({.from = "scrap recovery", .to = "market", .factors = {"0.9"}, .role = "new_scrap"})
      .flow({.from = "scrap recovery", .to = "losses", .rule = FlowRule::rest, .role = "lost"})
      .flow({.from = "use", .to = "collection", .role = "waste"})
      .flow(
          {.from = "collection", .to = "recycling", .factors = {"collected"}, .role = "collected"})
      .flow({.from = "collection", .to = "losses", .rule = FlowRule::rest, .role = "lost"})
      .flow({.from = "recycling",
             .to = "market",
             .factors = {"recovered"},
             .sum = everywhere,
             .role = "recovered"})
      .flow({.from = "recycling", .to = "losses", .rule = FlowRule::rest, .role = "lost"});
}

inline void add_factors(SystemBuilder& builder) {
  builder.derived({.name = "sales", .factors = {"demand", "factor.demand"}})
      .derived({.name = "shape", .factors = {"life.shape", "factor.shape"}})
      .derived({.name = "scale", .factors = {"life.scale", "factor.life"}})
      .derived({.name = "collected",
                .factors = {"collection", "factor.collection"},
                .has_at_most = true,
                .at_most = 1.0})
      .derived({.name = "recovered",
                .factors = {"recovery", "factor.recovery"},
                .has_at_most = true,
                .at_most = 0.99})
      .lifetime({.name = "life",
                 .distribution = critflow::Distribution::weibull,
                 .by_mean_and_sd = false,
                 .first = "shape",
                 .second = "scale"});
  for (const char* name : {"demand", "life", "shape", "collection", "recovery"})
    builder.parameter(std::string("factor.") + name, "1", 1.0);
  for (const std::string& name : metals)
    builder.parameter("factor.material", "1", metal(name), 1.0);
  builder.parameter("fabrication.yield", "1", 0.965);
}

inline void add_products(SystemBuilder& builder) {
  const double content[4][4] = {
      {0.9, 0.8, 3.9, 6.0}, {0.8, 0.3, 1.5, 3.0}, {0.05, 0.12, 0.05, 0.4}, {0.02, 0.05, 0.9, 9.0}};
  const double recovery[4][4] = {
      {0.6, 0.9, 0.9, 0.92}, {0.55, 0.88, 0.88, 0.9}, {0.3, 0.7, 0.6, 0.85}, {0.1, 0.5, 0.6, 0.9}};
  const double saturation[3][4] = {{300, 60, 40, 500}, {500, 120, 60, 900}, {400, 100, 50, 700}};
  const double midpoint[] = {2032, 2036, 2012, 2020}, width[] = {6, 7, 5, 10};
  const double shape[] = {3.0, 3.5, 2.0, 2.5}, scale[] = {14, 16, 6, 28};
  const double first[] = {0.5, 0.45, 0.25, 0.55}, last[] = {0.92, 0.87, 0.73, 0.79};
  for (std::size_t p = 0; p < 4; ++p) {
    const Place product{{{"product", products[p]}}};
    builder.parameter("life.shape", "1", product, shape[p])
        .parameter("life.scale", "a", product, scale[p])
        .parameter("collection", "1", product, {{2000, first[p]}, {2060, last[p]}});
    for (std::size_t m = 0; m < 4; ++m) {
      const Place both{{{"product", products[p]}, {"material", metals[m]}}};
      builder.parameter("content", "t/unit", both, content[p][m])
          .parameter("recovery", "1", both, recovery[p][m]);
    }
    for (std::size_t r = 0; r < 3; ++r)
      builder.parameter("demand", "units/a", {{{"region", regions[r]}, {"product", products[p]}}},
                        critflow::Series::logistic(0.05 * saturation[r][p], 1.05 * saturation[r][p],
                                                   midpoint[p], width[p]));
  }
}

inline void add_metals(SystemBuilder& builder) {
  const double yield[] = {0.82, 0.88, 0.9, 0.94}, decline[] = {0.004, 0.015, 0.003, 0.001};
  for (std::size_t m = 0; m < 4; ++m) {
    std::vector<critflow::YearValue> thrift;
    for (int year = 2000; year <= 2060; ++year)
      thrift.push_back({year, std::exp(-decline[m] * (year - 2000))});
    builder.parameter("refining.yield", "1", metal(metals[m]), yield[m])
        .parameter("thrift", "1", metal(metals[m]),
                   critflow::Series(thrift, critflow::Interpolation::table));
  }
}

inline critflow::System system() {
  SystemBuilder builder("crm4");
  builder.years(2000, 2060)
      .layer({.name = "units", .unit = "units", .conserved = false})
      .dimension("region", regions)
      .dimension("product", products);
  for (const std::string& name : metals)
    builder.layer({.name = name, .unit = "t", .material = true});
  add_processes(builder);
  add_flows(builder);
  add_factors(builder);
  add_products(builder);
  add_metals(builder);
  return builder.build();
}

/// The ten factors of each of the first runs, from the sequence that the case describes.
inline std::vector<std::vector<double>> factors(int runs, const std::vector<double>& low,
                                                const std::vector<double>& high) {
  double root = 1.05;
  for (int i = 0; i < 200; ++i) root = std::pow(root + 1.0, 1.0 / 11.0);
  std::vector<std::vector<double>> all;
  for (int run = 0; run < runs; ++run) {
    all.emplace_back();
    for (std::size_t j = 0; j < low.size(); ++j) {
      const double place = 0.5 + (run + 1.0) * std::pow(root, -(static_cast<double>(j) + 1.0));
      all.back().push_back(low[j] + (high[j] - low[j]) * (place - std::floor(place)));
    }
  }
  return all;
}

/// The same as draws: what each factor stands for, and its value in every run.
inline std::vector<critflow::Draw> draws(const std::vector<std::vector<double>>& factors) {
  std::vector<critflow::Draw> all{{"factor.demand"}};
  for (const std::string& name : metals) all.push_back({"factor.material", metal(name)});
  for (const char* name :
       {"factor.life", "factor.shape", "factor.collection", "factor.recovery", "fabrication.yield"})
    all.push_back({name});
  for (std::size_t j = 0; j < all.size(); ++j)
    for (const std::vector<double>& run : factors) all[j].values.push_back(run[j]);
  return all;
}

}  // namespace crm4
