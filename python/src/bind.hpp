#pragma once

#include <pybind11/pybind11.h>

namespace critflow {

// One function for each header that Python sees; `module.cpp` calls them from left to right.

void bind_version(pybind11::module_& module);
void bind_fault(pybind11::module_& module);
void bind_nearest_name(pybind11::module_& module);

void bind_lifetime(pybind11::module_& module);
void bind_survival_table(pybind11::module_& module);

void bind_stock_history(pybind11::module_& module);
void bind_inflow_driven(pybind11::module_& module);
void bind_stock_driven(pybind11::module_& module);
void bind_initial_stock(pybind11::module_& module);
void bind_batch(pybind11::module_& module);

void bind_system_description(pybind11::module_& module);

void bind_citation(pybind11::module_& module);
void bind_observation(pybind11::module_& module);
void bind_lever(pybind11::module_& module);
void bind_system(pybind11::module_& module);

void bind_law(pybind11::module_& module);
void bind_with_levers(pybind11::module_& module);

void bind_figures(pybind11::module_& module);
void bind_clamp_year(pybind11::module_& module);
void bind_run(pybind11::module_& module);
void bind_simulate(pybind11::module_& module);
void bind_cohorts(pybind11::module_& module);
void bind_modelled(pybind11::module_& module);
void bind_calibrate(pybind11::module_& module);

void bind_definition(pybind11::module_& module);
void bind_indicator(pybind11::module_& module);
void bind_evidence(pybind11::module_& module);
void bind_target_check(pybind11::module_& module);
void bind_effects(pybind11::module_& module);
void bind_stage_supply(pybind11::module_& module);
void bind_supply_risk(pybind11::module_& module);
void bind_secondary_potential(pybind11::module_& module);
void bind_reserves(pybind11::module_& module);
void bind_lever_contributions(pybind11::module_& module);

void bind_proportion(pybind11::module_& module);
void bind_proportion(pybind11::module_& module);
void bind_study(pybind11::module_& module);
void bind_study_result(pybind11::module_& module);

void bind_folder(pybind11::module_& module);
void bind_load(pybind11::module_& module);
void bind_read_law(pybind11::module_& module);
void bind_lever_catalogue(pybind11::module_& module);
void bind_explain(pybind11::module_& module);
void bind_canonical(pybind11::module_& module);
void bind_graphviz(pybind11::module_& module);
void bind_shard(pybind11::module_& module);

}  // namespace critflow
