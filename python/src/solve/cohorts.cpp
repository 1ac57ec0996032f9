#include "critflow/solve/cohorts.hpp"

#include "bind.hpp"

namespace critflow {

void bind_cohorts(pybind11::module_& module) {
  namespace py = pybind11;
  module.def("stock_by_cohort", py::overload_cast<const Run&, const std::string&>(&stock_by_cohort),
             py::arg("run"), py::arg("process"));
}

}  // namespace critflow
