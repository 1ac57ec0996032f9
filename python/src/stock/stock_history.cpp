#include "critflow/stock/stock_history.hpp"

#include <pybind11/eigen.h>

#include "bind.hpp"

namespace critflow {

void bind_stock_history(pybind11::module_& module) {
  namespace py = pybind11;
  py::class_<StockHistory>(module, "StockHistory")
      .def_readonly("inflow", &StockHistory::inflow)
      .def_readonly("outflow", &StockHistory::outflow)
      .def_readonly("stock", &StockHistory::stock)
      .def_readonly("kept", &StockHistory::kept);
  module.def("stock_by_cohort", &stock_by_cohort, py::arg("history"), py::arg("table"));
  module.def("outflow_by_cohort", &outflow_by_cohort, py::arg("history"), py::arg("table"));
}

}  // namespace critflow
