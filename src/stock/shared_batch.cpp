#include <algorithm>
#include <cstring>
#include <vector>

#include "base/index.hpp"
#include "batch_checks.hpp"
#include "batch_groups.hpp"
#include "checks.hpp"
#include "critflow/base/lanes.hpp"
#include "critflow/stock/batch.hpp"
#include "shared_shares.hpp"

namespace critflow {

namespace {

constexpr int packs = SharedShares::packs;

/// Some series side by side.
struct Panel {
  Eigen::Index first;
  Eigen::Index series;       ///< how many
  std::vector<Lanes> known;  ///< [step][pack]

  void load(const Eigen::Ref<const SeriesTable>& from) {
    constexpr std::size_t whole = packs * sizeof(Lanes);
    for (Eigen::Index step = 0; step < from.rows(); ++step) {
      double* to = known[static_cast<std::size_t>(step) * packs].lane.data();
      const double* row = from.data() + step * from.outerStride() + first;
      if (series == SharedShares::series)
        std::memcpy(to, row, whole);  // of a length that the compiler knows
      else
        std::copy_n(row, series, to);
    }
  }
};

/// Room in a table for a panel. The last panel may be short, and is copied from one that is not.
class Room {
 public:
  Room(Eigen::Ref<SeriesTable> table, const Panel& panel)
      : whole_(table.middleCols(panel.first, panel.series)) {
    if (panel.series < SharedShares::series) spare_.resize(table.rows(), SharedShares::series);
  }
  [[nodiscard]] PanelTable table() {
    return spare_.size() > 0 ? PanelTable{spare_.data(), spare_.outerStride()}
                             : PanelTable{whole_.data(), whole_.outerStride()};
  }
  void close() {
    if (spare_.size() > 0) whole_ = spare_.leftCols(whole_.cols());
  }

 private:
  Eigen::Ref<SeriesTable> whole_;
  SeriesTable spare_;
};

/// `follow(panel, outflow, other)` for panel after panel.
template <class Follow>
void in_panels(const Eigen::Ref<const SeriesTable>& known, const std::string& name,
               const Years& years, BatchAnswer answer, Follow follow) {
  Panel panel{0, 0, std::vector<Lanes>(at(years.size() * packs))};
  for (; panel.first < known.cols(); panel.first += SharedShares::series) {
    panel.series = std::min<Eigen::Index>(SharedShares::series, known.cols() - panel.first);
    panel.load(known);
    require_amounts(known, panel.first, panel.series, years, name);
    Room outflow(answer.outflow, panel), other(answer.other, panel);
    follow(panel, outflow.table(), other.table());
    outflow.close(), other.close();
  }
}

/// Steps carry their length.
void to_amounts(Panel& panel, const Years& years) {
  for (int step = 0; step < years.size(); ++step)
    for (int pack = 0; pack < packs; ++pack)
      panel.known[at(step * packs + pack)] *= years.length(step);
}

void check_wanted(const Panel& panel, const std::vector<Lanes>& older, const Years& years,
                  const SharedShares& shares, ShrinkingStock rule) {
  for (int step = 0; step < years.size(); ++step)
    for (int pack = 0; pack < packs; ++pack) {
      const Eigen::Index before = Eigen::Index{lane_count<Lanes>} * pack;
      require_askable(panel.first + before, panel.series - before, years[step],
                      panel.known[at(step * packs + pack)], older[at(step * packs + pack)],
                      shares.surviving(step), rule);
    }
}

}  // namespace

void inflow_driven_batch(const Eigen::Ref<const SeriesTable>& inflow, const SurvivalTable& table,
                         Eigen::Ref<SeriesTable> outflow, Eigen::Ref<SeriesTable> stock) {
  const Years& years = table.years();
  require_entries(inflow.rows(), years.size(), "inflow");
  require_shape(outflow, inflow, "outflow");
  require_shape(stock, inflow, "stock");
  const SharedShares shares(table);
  in_panels(inflow, "inflow", years, {outflow, stock},
            [&](Panel& panel, PanelTable leaving, PanelTable in_use) {
              if (!years.annual()) to_amounts(panel, years);
              shares.follow_inflow(panel.known.data(), leaving, in_use);
            });
}

void stock_driven_batch(const Eigen::Ref<const SeriesTable>& stock, const SurvivalTable& table,
                        ShrinkingStock rule, Eigen::Ref<SeriesTable> inflow,
                        Eigen::Ref<SeriesTable> outflow) {
  const Years& years = table.years();
  require_entries(stock.rows(), years.size(), "stock");
  require_shape(inflow, stock, "inflow");
  require_shape(outflow, stock, "outflow");
  const SharedShares shares(table);
  std::vector<Lanes> older(at(packs * years.size()));
  in_panels(stock, "stock", years, {outflow, inflow},
            [&](Panel& panel, PanelTable leaving, PanelTable entering) {
              if (shares.follow_stock(panel.known.data(), rule, older.data(), entering, leaving))
                check_wanted(panel, older, years, shares, rule);
            });
}

}  // namespace critflow
