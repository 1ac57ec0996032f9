#pragma once

#include "critflow/indicator/ratio.hpp"

namespace critflow {

/// The flows of one metal that the recycling metrics compare [t/a].
struct RecyclingFlows {
  double primary = 0.0;         ///< input from mines
  double in_waste = 0.0;        ///< in end-of-life products, before hoards and used exports
  double collected = 0.0;       ///< collected and pre-treated for recycling
  double other_metals = 0.0;    ///< recycled into another metal, where its function is lost
  double old_scrap = 0.0;       ///< recycled from end-of-life products
  double new_scrap = 0.0;       ///< recycled from manufacturing
  double in_fabrication = 0.0;  ///< scrap used in fabrication
  double in_production = 0.0;   ///< scrap used in production of metal
};

/// Metrics of Graedel and others (2011), Journal of Industrial Ecology 15, and UNEP (2011),
/// Recycling Rates of Metals [1]. Each answers another question.
struct RecyclingMetrics {
  Ratio collection;      ///< collected / in waste
  Ratio process;         ///< old scrap / collected: yield of what was collected
  Ratio end_of_life;     ///< old scrap / in waste: the product of the two above
  Ratio non_functional;  ///< other metals / in waste
  Ratio input;           ///< scrap used / (primary + scrap used): old and new scrap
  Ratio old_scrap;       ///< old scrap / (old + new scrap)
};

[[nodiscard]] RecyclingMetrics recycling_metrics(const RecyclingFlows& flows);

/// Share of the input of a region that comes from old scrap [1]:
///
///     end-of-life input rate = old scrap / (primary + imported in processed form + old scrap)
///
/// New scrap is no part of it. It falls when demand grows or goods last longer, however well they
/// are recycled, so it is never shown without the end-of-life recycling rate. Source: Eurostat,
/// cei_srm010.
[[nodiscard]] Ratio end_of_life_input_rate(double old_scrap, double primary, double imported);

/// Material that a country gets back and uses [t/a].
struct CircularUse {
  double domestic_consumption = 0.0;  ///< domestic material consumption
  double recovered = 0.0;             ///< in recovery plants of the country
  double waste_imported = 0.0;        ///< for recovery
  double waste_exported = 0.0;        ///< for recovery
};

/// After the circular material use rate of Eurostat (env_ac_cur), for one metal [1]:
///
///     use = recovered - waste imported + waste exported;   rate = use / (consumption + use)
///
/// It credits the country that collects, not the one that recycles imported scrap. Eurostat has no
/// figure for a single metal: this one is like it.
[[nodiscard]] Ratio circular_use_like(const CircularUse& use);

}  // namespace critflow
