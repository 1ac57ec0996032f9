#pragma once

#include <vector>

#include "critflow/indicator/ratio.hpp"

namespace critflow {

/// Trade of one material at one stage, by origin and not by port of entry [t/a].
struct StageTrade {
  double production = 0.0;  ///< in the region
  double imports = 0.0;
  double exports = 0.0;

  /// Apparent consumption [t/a].
  [[nodiscard]] double consumption() const { return production + imports - exports; }
};

/// Import reliance [1]:
///
///     reliance = (imports - exports) / (production + imports - exports)
///
/// Below zero for a net exporter. Not a share of imports, and not the share of one country.
[[nodiscard]] Ratio import_dependence(const StageTrade& trade);

/// Stock in days of the net imports of the year before [d]:
///
///     days = stock / ((imports - exports) / 365)
///
/// Without value for a net exporter: then the tonnes are told. Nobody must hold a stock.
/// Source: Regulation (EU) 2024/1252, Article 23(2)(a).
[[nodiscard]] Ratio stock_days(double stock, const StageTrade& year_before);

/// Goods that cross the border with metal in them.
struct TradedGoods {
  double imports = 0.0;  ///< in any unit a year
  double exports = 0.0;
  double content = 0.0;  ///< metal per unit [t]
};

/// Metal in goods, net imports [t/a]: sum of (imports - exports) * content.
[[nodiscard]] double embodied_net_imports(const std::vector<TradedGoods>& goods);

}  // namespace critflow
