#include "critflow/stock/initial_stock.hpp"

#include <pybind11/eigen.h>

#include "bind.hpp"

namespace critflow {

void bind_initial_stock(pybind11::module_& module) {
  namespace py = pybind11;
  module.def("inflow_behind", &inflow_behind, py::arg("cohorts"), py::arg("table"));
  module.def("cohorts_from_growth", &cohorts_from_growth, py::arg("total"), py::arg("growth"),
             py::arg("steps"), py::arg("table"));
}

}  // namespace critflow
