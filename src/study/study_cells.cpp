#include "critflow/study/study_cells.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/index.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/base/nearest_name.hpp"
#include "formula_reader.hpp"
#include "stage_reader.hpp"

namespace critflow {

namespace {

std::vector<std::string> materials(const System& system) {
  std::vector<std::string> names;
  for (const Layer& one : system.description().layers)
    if (one.material) names.push_back(one.name);
  return names;
}

void require_known(const System& system, const ReportedFigures& reported) {
  const SystemDescription& description = system.description();
  for (const int year : reported.years)
    if (description.years.index_of(year) < 0)
      throw InvalidValue(
          {"study.years", "unknown year", std::to_string(year), "be a year of the run"});
  std::vector<std::string> known;
  for (const Layer& one : description.layers) known.push_back(one.name);
  for (const std::string& name : reported.layers)
    if (description.layer(name) == nullptr)
      throw InvalidValue({.where = "study.layers",
                          .what = "unknown layer",
                          .value = name,
                          .rule = "be of the system",
                          .nearest = nearest_name(name, known)});
}

class Asking {
 public:
  Asking(const Plan& plan, const System& system, const ReportedFigures& reported)
      : system_(system),
        layers_(reported.layers.empty() ? materials(system) : reported.layers),
        years_(reported.years),
        found_{.reading = Reading(plan, system)} {}

  void targets(const Law& law, const CheckOptions& options) {
    for (const std::string& key : law.keys())
      if (concerns(law.first_step(key), system_.description()))
        for (const RoleFormula& formula : target_formulas())
          if (formula.name == law.first_step(key).indicator) target(law, key, formula, options);
    join_alternatives();
  }

  /// As many of all figures as there is room for.
  void what_fits() {
    for (const RoleFormula& formula : indicator_formulas()) {
      const std::size_t years = known(formula).size();
      for (const std::string& layer : layers_)
        if (found_.cells.size() + years <= at(ReportedFigures::most_cells))
          add_if_there(formula, formula.name, question(formula, layer));
    }
  }

  void figure(const std::string& name) {
    if (std::ranges::find(stage_figures(), name) != stage_figures().end()) return stages(name);
    const RoleFormula& formula = indicator_formula(name);
    for (const std::string& layer : layers_) add(formula, name, question(formula, layer));
  }

  StudyCells result() { return std::move(found_); }

 private:
  [[nodiscard]] std::vector<int> known(const RoleFormula& formula) const {
    return years_known(formula, system_.description().years, years_);
  }
  [[nodiscard]] FormulaQuestion question(const RoleFormula& formula,
                                         const std::string& layer) const {
    return {.layer = layer, .years = known(formula)};
  }

  void stages(const std::string& name) {
    const std::vector<int> all = system_.description().years.values();
    for (const std::string& layer : layers_)
      std::ranges::move(
          read_stages(system_, name, {.layer = layer, .years = years_.empty() ? all : years_},
                      found_.reading),
          std::back_inserter(found_.cells));
  }

  void add(const RoleFormula& formula, const std::string& name, const FormulaQuestion& question) {
    for (StudyCell& one : read_formula(system_, formula, question, found_.reading)) {
      one.figure = name;
      found_.cells.push_back(std::move(one));
    }
  }

  /// Whether the system has it; the reading is left as it was where it has not.
  bool add_if_there(const RoleFormula& formula, const std::string& name,
                    const FormulaQuestion& question) {
    Reading before = found_.reading;
    try {
      add(formula, name, question);
    } catch (const InvalidValue&) {
      found_.reading = std::move(before);
      return false;
    }
    return true;
  }

  /// A rule in the years in which it holds and a model can tell whether it is met.
  void target(const Law& law, const std::string& key, const RoleFormula& formula,
              const CheckOptions& options) {
    const Target& rule = law.first_step(key);
    FormulaQuestion asked{.layer = rule.material.empty() ? rule.goods : rule.material,
                          .foreign = options.third_countries};
    if (rule.material.empty() && !rule.category.empty())
      asked.place.at.push_back({"category", rule.category});
    std::vector<StudyTest> tests;
    int cell = static_cast<int>(found_.cells.size());
    for (const int year : years_known(formula, system_.description().years, {})) {
      const Target* step = law.step(key, year, options.years);
      if (step == nullptr || !step->norm || step->comparison == Comparison::duty) continue;
      const auto set = options.thresholds.find(key);
      const std::optional<double> threshold =
          set == options.thresholds.end() ? step->threshold : set->second;
      if (!threshold) continue;
      asked.years.push_back(year);
      tests.push_back({.cell = cell++, .comparison = step->comparison, .threshold = *threshold});
    }
    if (tests.empty() || !add_if_there(formula, key, asked)) return;
    found_.tests.insert(found_.tests.end(), tests.begin(), tests.end());
    either_.resize(found_.tests.size(), rule.either);
  }

  void join_alternatives() {
    const auto year = [&](std::size_t test) {
      return found_.cells[at(found_.tests[test].cell)].year;
    };
    for (std::size_t i = 0; i < either_.size(); ++i)
      for (std::size_t j = 0; j < either_.size(); ++j)
        if (i != j && !either_[i].empty() && either_[i] == either_[j] && year(i) == year(j))
          found_.tests[i].alternatives.push_back(static_cast<int>(j));
  }

  const System& system_;
  std::vector<std::string> layers_;
  std::vector<int> years_;
  StudyCells found_;
  std::vector<std::string> either_;  ///< by test: the word of its alternatives
};

}  // namespace

StudyCells study_cells(const Plan& plan, const System& system, const ReportedFigures& reported,
                       const Law* law, const CheckOptions& options) {
  require_known(system, reported);
  Asking asking(plan, system, reported);
  if (law != nullptr) asking.targets(law->with(options.include), options);
  for (const std::string& name : reported.figures) asking.figure(name);
  if (reported.figures.empty()) asking.what_fits();
  return asking.result();
}

}  // namespace critflow
