#include "bind.hpp"

PYBIND11_MODULE(_core, module) {
  module.doc() = "The compiled core of critflow; use the package `critflow`.";

  critflow::bind_version(module);
  critflow::bind_fault(module);
  critflow::bind_nearest_name(module);

  critflow::bind_lifetime(module);
  critflow::bind_survival_table(module);

  critflow::bind_stock_history(module);
  critflow::bind_inflow_driven(module);
  critflow::bind_stock_driven(module);
  critflow::bind_initial_stock(module);
  critflow::bind_batch(module);

  critflow::bind_system_description(module);

  critflow::bind_citation(module);
  critflow::bind_observation(module);
  critflow::bind_lever(module);
  critflow::bind_system(module);

  critflow::bind_law(module);
  critflow::bind_with_levers(module);

  critflow::bind_figures(module);
  critflow::bind_clamp_year(module);
  critflow::bind_run(module);
  critflow::bind_simulate(module);
  critflow::bind_cohorts(module);
  critflow::bind_modelled(module);
  critflow::bind_calibrate(module);

  critflow::bind_definition(module);
  critflow::bind_indicator(module);
  critflow::bind_evidence(module);
  critflow::bind_target_check(module);
  critflow::bind_effects(module);
  critflow::bind_stage_supply(module);
  critflow::bind_supply_risk(module);
  critflow::bind_secondary_potential(module);
  critflow::bind_reserves(module);
  critflow::bind_lever_contributions(module);

  critflow::bind_proportion(module);
  critflow::bind_study(module);
  critflow::bind_study_result(module);

  critflow::bind_folder(module);
  critflow::bind_load(module);
  critflow::bind_read_law(module);
  critflow::bind_lever_catalogue(module);
  critflow::bind_explain(module);
  critflow::bind_canonical(module);
  critflow::bind_graphviz(module);
  critflow::bind_shard(module);
}
