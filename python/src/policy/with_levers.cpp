#include "critflow/policy/with_levers.hpp"

#include <pybind11/stl.h>

#include "bind.hpp"

namespace critflow {

void bind_with_levers(pybind11::module_& module) {
  namespace py = pybind11;
  module.def("with_levers", &with_levers, py::arg("system"), py::arg("names"));
}

}  // namespace critflow
