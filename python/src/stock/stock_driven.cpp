#include "critflow/stock/stock_driven.hpp"

#include <pybind11/eigen.h>
#include <pybind11/stl.h>

#include <string>
#include <vector>

#include "bind.hpp"
#include "critflow/stock/type_split.hpp"
#include "shrinking_named.hpp"

namespace critflow {

void bind_stock_driven(pybind11::module_& module) {
  namespace py = pybind11;
  module.def(
      "stock_driven",
      [](const Eigen::ArrayXd& stock, const SurvivalTable& table, const std::string& shrinking,
         const Eigen::ArrayXd& earlier_inflow) {
        return stock_driven(stock, table, shrinking_named(shrinking), earlier_inflow);
      },
      py::arg("stock"), py::arg("table"), py::arg("shrinking"), py::arg("earlier_inflow"));
  module.def(
      "stock_driven_by_type",
      [](const Eigen::ArrayXd& stock, const Eigen::ArrayXXd& shares,
         const std::vector<SurvivalTable>& tables, const std::string& shrinking,
         const Eigen::ArrayXXd& earlier_inflow) {
        return stock_driven(stock, shares, tables, shrinking_named(shrinking), earlier_inflow);
      },
      py::arg("stock"), py::arg("shares"), py::arg("tables"), py::arg("shrinking"),
      py::arg("earlier_inflow"));
}

}  // namespace critflow
