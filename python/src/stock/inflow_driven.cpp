#include "critflow/stock/inflow_driven.hpp"

#include <pybind11/eigen.h>
#include <pybind11/stl.h>

#include <vector>

#include "bind.hpp"
#include "critflow/stock/type_split.hpp"

namespace critflow {

void bind_inflow_driven(pybind11::module_& module) {
  namespace py = pybind11;
  module.def(
      "inflow_driven",
      [](const Eigen::ArrayXd& inflow, const SurvivalTable& table) {
        return inflow_driven(inflow, table);
      },
      py::arg("inflow"), py::arg("table"));
  module.def(
      "inflow_driven_by_type",
      [](const Eigen::ArrayXd& inflow, const Eigen::ArrayXXd& shares,
         const std::vector<SurvivalTable>& tables) {
        return inflow_driven(inflow, shares, tables);
      },
      py::arg("inflow"), py::arg("shares"), py::arg("tables"));
}

}  // namespace critflow
