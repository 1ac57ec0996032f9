#include "stage_reader.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

#include "base/index.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/indicator/stage_supply.hpp"

namespace critflow {

namespace {

using Edges = std::vector<int>;

/// What carries a layer at a stage.
struct Trade {
  Edges production{};
  Edges imports{};
  Edges exports{};
  std::map<std::string, Edges> origins{};  ///< of imports
  bool origins_known = true;

  [[nodiscard]] bool empty() const {
    return production.empty() && imports.empty() && exports.empty();
  }
};

void add(const ExpandedFlow& flow, const std::string& trade, std::size_t layer, Trade& found) {
  const Dimension* origin = dimension_of_origin(flow.dimensions);
  found.origins_known = found.origins_known && (trade != "import" || origin != nullptr);
  Edges& edges = trade == "import"   ? found.imports
                 : trade == "export" ? found.exports
                                     : found.production;
  std::size_t edge = layer;
  for (const Place& place : every_place(flow.dimensions)) {
    edges.push_back(flow.edges[edge]);
    if (trade == "import" && origin != nullptr)
      found.origins[place.item(origin->name)].push_back(flow.edges[edge]);
    edge += flow.layers.size();
  }
}

Trade trade_at(const System& system, const std::string& stage, int layer) {
  Trade found;
  for (const ExpandedFlow& flow : system.network().flows) {
    const auto of_layer = std::ranges::find(flow.layers, layer);
    if (flow.description < 0 || of_layer == flow.layers.end()) continue;
    const FlowDescription& drawn = system.description().flows[at(flow.description)];
    if (drawn.stage == stage)
      add(flow, drawn.trade, static_cast<std::size_t>(of_layer - flow.layers.begin()), found);
  }
  return found;
}

using Terms = std::vector<StudyCell::Term>;

/// Adds up what flows, in each year; gives the term of the first.
using Read = std::function<StudyCell::Term(const Edges& edges)>;

Terms by_origin(const Trade& trade, const Read& read, bool single_countries) {
  Terms terms;
  for (const auto& [origin, edges] : trade.origins)
    if (!single_countries || is_one_country(origin)) terms.push_back(read(edges));
  return terms;
}

/// The cell of the first year; the terms of the next lie one further on.
StudyCell first_cell(const std::string& figure, const Trade& trade, const Read& read) {
  const StudyCell::Term made = read(trade.production), imports = read(trade.imports);
  const StudyCell::Term exports{read(trade.exports).cell, -1.0};
  const Terms consumption{made, imports, exports};
  if (figure == "import_dependence")
    return {.figure = figure, .part = {imports, exports}, .whole = consumption};
  if (figure == "single_country_share")
    return {.figure = figure,
            .part = by_origin(trade, read, true),
            .whole = consumption,
            .combined = StudyCell::Combined::largest};
  Terms supply = by_origin(trade, read, false);
  supply.push_back(made);
  return {
      .figure = figure, .part = supply, .whole = supply, .combined = StudyCell::Combined::squares};
}

std::vector<StudyCell> cells_by_year(StudyCell cell, const std::vector<int>& years) {
  std::vector<StudyCell> cells;
  for (const int year : years) {
    cell.year = year;
    cells.push_back(cell);
    for (Terms* terms : {&cell.part, &cell.whole})
      for (StudyCell::Term& one : *terms) ++one.cell;
  }
  return cells;
}

}  // namespace

const std::vector<std::string>& stage_figures() {
  static const std::vector<std::string> all{"import_dependence", "single_country_share",
                                            "herfindahl"};
  return all;
}

std::vector<StudyCell> read_stages(const System& system, const std::string& figure,
                                   const Wanted& wanted, Reading& reading) {
  const std::vector<Layer>& layers = system.description().layers;
  const auto layer = std::ranges::find(layers, wanted.layer, &Layer::name);
  std::vector<StudyCell> cells;
  for (const std::string& stage : supply_stages()) {
    const Trade trade = trade_at(system, stage, static_cast<int>(layer - layers.begin()));
    if (trade.empty() || (figure != "import_dependence" && !trade.origins_known)) continue;
    StudyCell first = first_cell(figure, trade, [&](const Edges& edges) {
      return StudyCell::Term{reading.sum({.edges = edges}, wanted.years)};
    });
    first.figure += "[stage=" + stage + "]";
    first.layer = wanted.layer;
    first.unit = "1";
    std::ranges::move(cells_by_year(std::move(first), wanted.years), std::back_inserter(cells));
  }
  if (cells.empty())
    throw InvalidValue({.where = figure,
                        .what = "no stage with its trade told",
                        .value = wanted.layer,
                        .rule = "be carried by flows with stage and trade, imports by origin"});
  return cells;
}

}  // namespace critflow
