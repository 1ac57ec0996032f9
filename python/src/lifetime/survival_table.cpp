#include "critflow/lifetime/survival_table.hpp"

#include <pybind11/eigen.h>
#include <pybind11/stl.h>

#include <string>
#include <vector>

#include "bind.hpp"
#include "entry_named.hpp"

namespace critflow {

namespace {

namespace py = pybind11;

/// One lifetime for all cohorts, or one for each; factors on the hazard, or none.
SurvivalTable survival_table(const std::vector<int>& years, const std::vector<Lifetime>& lifetimes,
                             const std::string& entry, const std::vector<double>& hazard) {
  const Years axis(years);
  const SurvivalTable table = lifetimes.size() == 1
                                  ? SurvivalTable(axis, lifetimes.front(), entry_named(entry))
                                  : SurvivalTable(axis, lifetimes, entry_named(entry));
  return hazard.empty() ? table : table.with_hazard_factors(hazard);
}

/// [step][cohort]
Eigen::ArrayXXd shares(const SurvivalTable& table, bool in_use) {
  return Eigen::ArrayXXd::NullaryExpr(
      table.size(), table.size(), [&](Eigen::Index step, Eigen::Index cohort) {
        const auto s = static_cast<int>(step), c = static_cast<int>(cohort);
        return in_use ? table.survival(s, c) : table.leaving(s, c);
      });
}

}  // namespace

void bind_survival_table(py::module_& module) {
  py::class_<SurvivalTable>(module, "SurvivalTable")
      .def(py::init(&survival_table), py::arg("years"), py::arg("lifetimes"), py::arg("entry"),
           py::arg("hazard"))
      .def("survival", [](const SurvivalTable& table) { return shares(table, true); })
      .def("leaving", [](const SurvivalTable& table) { return shares(table, false); });
}

}  // namespace critflow
