#include "formula_reader.hpp"

#include <algorithm>
#include <numeric>

#include "base/index.hpp"
#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

/// The flows with a role that carry the layer.
std::vector<const ExpandedFlow*> flows_with(const System& system, const std::string& role,
                                            int layer) {
  std::vector<const ExpandedFlow*> flows;
  for (const ExpandedFlow& one : system.network().flows)
    if (one.role == role && std::ranges::find(one.layers, layer) != one.layers.end())
      flows.push_back(&one);
  return flows;
}

/// The stocks of the layer that a flow with the role enters.
std::vector<std::string> stocks_entered(const System& system, const std::string& role, int layer) {
  std::vector<std::string> stocks;
  for (const ExpandedStock& one : system.network().stocks) {
    const std::string& name = system.description().processes[at(one.process)].name;
    const bool carries = std::ranges::any_of(one.vertices, [&](int vertex) {
      return system.network().vertices[at(vertex)].layer == layer;
    });
    const bool entered = std::ranges::any_of(
        system.description().flows,
        [&](const FlowDescription& flow) { return flow.to == name && flow.role == role; });
    if (carries && entered) stocks.push_back(name);
  }
  return stocks;
}

/// The places of the items in the first dimension of the flows that has any of them.
std::vector<Place::At> places_of(const std::vector<std::string>& items,
                                 const std::vector<const ExpandedFlow*>& flows) {
  std::vector<Place::At> places;
  for (const ExpandedFlow* flow : flows)
    for (const Dimension& dimension : flow->dimensions) {
      for (const std::string& item : items)
        if (position(dimension, item) >= 0) places.push_back({dimension.name, item});
      if (!places.empty()) return places;
    }
  return places;
}

class FormulaReader {
 public:
  FormulaReader(const System& system, const FormulaQuestion& question, Reading& reading)
      : system_(system), question_(question), reading_(reading) {
    const std::vector<Layer>& layers = system.description().layers;
    const auto found = std::ranges::find(layers, question.layer, &Layer::name);
    if (found != layers.end()) layer_ = static_cast<int>(found - layers.begin());
  }

  /// The terms of the first year; those of the next lie one further on.
  std::vector<StudyCell::Term> terms_of(const std::vector<RoleTerm>& formula) {
    std::vector<StudyCell::Term> terms;
    for (const RoleTerm& one : formula)
      for (const int first : cells_of(one)) terms.push_back({first, one.factor});
    return terms;
  }

 private:
  std::vector<int> cells_of(const RoleTerm& term) {
    const std::vector<const ExpandedFlow*> flows = flows_with(system_, term.role, layer_);
    Wanted wanted{.layer = question_.layer, .place = question_.place};
    for (const int year : question_.years) wanted.years.push_back(year - term.years_before);
    switch (term.counted) {
      case Counted::flow:
        if (flows.empty() && !term.needed) return {};
        return {reading_.role(term.role, wanted)};
      case Counted::foreign:
        return foreign(term, wanted, flows);
      case Counted::stock:
      case Counted::inflow:
      case Counted::outflow:
        break;
    }
    return of_stocks(term, wanted);
  }

  std::vector<int> foreign(const RoleTerm& term, const Wanted& wanted,
                           const std::vector<const ExpandedFlow*>& flows) {
    std::vector<int> cells;
    for (const Place::At& one : places_of(question_.foreign, flows)) {
      Wanted there = wanted;
      there.place.at.push_back(one);
      cells.push_back(reading_.role(term.role, there));
    }
    return cells;
  }

  std::vector<int> of_stocks(const RoleTerm& term, const Wanted& wanted) {
    std::vector<int> cells;
    for (const std::string& stock : stocks_entered(system_, term.role, layer_))
      cells.push_back(term.counted == Counted::stock    ? reading_.stock(stock, wanted)
                      : term.counted == Counted::inflow ? reading_.inflow(stock, wanted)
                                                        : reading_.outflow(stock, wanted));
    if (cells.empty())
      throw InvalidValue({.where = "stocks that '" + term.role + "' enters",
                          .what = "none",
                          .value = question_.layer,
                          .rule = "hold the layer"});
    return cells;
  }

  const System& system_;
  const FormulaQuestion& question_;
  Reading& reading_;
  int layer_ = -1;
};

std::string unit_of(const System& system, const RoleFormula& formula, const std::string& layer) {
  if (!formula.whole.empty()) return "1";
  const bool level = formula.part.front().counted == Counted::stock;
  return system.description().layer(layer)->unit + (level ? "" : "/a");
}

std::vector<StudyCell::Term> further(std::vector<StudyCell::Term> terms, int years) {
  for (StudyCell::Term& one : terms) one.cell += years;
  return terms;
}

}  // namespace

std::vector<int> years_known(const RoleFormula& formula, const Years& years,
                             const std::vector<int>& wanted) {
  int back = 0;
  for (const std::vector<RoleTerm>* terms : {&formula.part, &formula.whole})
    for (const RoleTerm& one : *terms) back = std::max(back, one.years_before);
  if (back > 0 && !years.annual()) return {};
  std::vector<int> known = wanted.empty() ? years.values() : wanted;
  if (back > 0)
    std::erase_if(known, [&](int year) { return year < years.values().front() + back; });
  return known;
}

std::vector<StudyCell> read_formula(const System& system, const RoleFormula& formula,
                                    const FormulaQuestion& question, Reading& reading) {
  FormulaReader reader(system, question, reading);
  const std::vector<StudyCell::Term> part = reader.terms_of(formula.part);
  const std::vector<StudyCell::Term> whole = reader.terms_of(formula.whole);
  const std::string unit = unit_of(system, formula, question.layer);
  std::vector<StudyCell> cells;
  for (int i = 0; i < static_cast<int>(question.years.size()); ++i)
    cells.push_back({.figure = formula.name,
                     .layer = question.layer,
                     .year = question.years[at(i)],
                     .unit = unit,
                     .part = further(part, i),
                     .whole = further(whole, i)});
  return cells;
}

}  // namespace critflow
