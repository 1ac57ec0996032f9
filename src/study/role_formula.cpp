#include "critflow/study/role_formula.hpp"

#include "critflow/base/fault.hpp"
#include "critflow/base/nearest_name.hpp"
#include "stage_reader.hpp"

namespace critflow {

namespace {

using Terms = std::vector<RoleTerm>;

constexpr double third = 1.0 / 3.0;

/// The mean of three years, the last of which lies `last` years back.
Terms mean_of_three(const std::string& role, int last) {
  Terms terms;
  for (int back = last + 2; back >= last; --back)
    terms.push_back({.role = role, .factor = third, .years_before = back});
  return terms;
}

Terms role(const std::string& name) { return {{.role = name}}; }

const Terms scrap{{.role = "recovered"}, {.role = "new_scrap", .needed = false}};
const Terms used_scrap{{.role = "recovered"},
                       {.role = "new_scrap", .needed = false},
                       {.role = "surplus", .factor = -1.0, .needed = false}};
const Terms recovered_in_union{{.role = "recovered"},
                               {.role = "recovered", .counted = Counted::foreign, .factor = -1.0}};

}  // namespace

const std::vector<RoleFormula>& indicator_formulas() {
  static const std::vector<RoleFormula> all{
      {"mined", role("mined")},
      {"primary_supply", role("primary")},
      {"secondary_supply", scrap},
      {"demand", role("demand")},
      {"recycled_content", used_scrap, role("demand")},
      {"end_of_life_recycling_rate",
       role("recovered"),
       {{.role = "placed", .counted = Counted::outflow}}},
      {"recovered", role("recovered")},
      {"stock", {{.role = "placed", .counted = Counted::stock}}},
      {"outflow", {{.role = "placed", .counted = Counted::outflow}}},
      {"collected", role("collected")},
      {"collection_rate", role("collected"), role("waste")},
      {"legal_collection_rate", role("collected"), mean_of_three("placed", 1)},
      {"recovery", role("recovered"), role("recycling_input")},
      {"end_of_life_input_rate", role("recovered"), {{.role = "primary"}, {.role = "recovered"}}},
      {"inflow", {{.role = "placed", .counted = Counted::inflow}}},
      {"waste_generated", role("waste")},
      {"mixed_waste", role("mixed_waste")},
      {"hoarded_stock", {{.role = "hoarded", .counted = Counted::stock}}}};
  return all;
}

const std::vector<RoleFormula>& target_formulas() {
  static const std::vector<RoleFormula> all{
      {"legal_collection_rate", role("collected"), mean_of_three("placed", 1)},
      {"collection_rate_of_2006", role("collected"), mean_of_three("placed", 0)},
      {"equipment_collection_rate", role("collected"), mean_of_three("placed", 1)},
      {"equipment_collection_of_waste", role("collected"), role("waste")},
      {"take_back", role("collected"), role("waste")},
      {"recovery_of_material", recovered_in_union, role("recycling_input")},
      {"metal_recovery_from_equipment", role("recovered"), role("waste")}};
  return all;
}

const RoleFormula& indicator_formula(const std::string& name) {
  std::vector<std::string> names = stage_figures();
  for (const RoleFormula& one : indicator_formulas()) {
    if (one.name == name) return one;
    names.push_back(one.name);
  }
  throw InvalidValue(
      {.where = "figure",
       .what = "no figure of a study",
       .value = name,
       .rule = "be an indicator that is a sum of flows, a share of sums, or told by stage",
       .nearest = nearest_name(name, names)});
}

}  // namespace critflow
