#include "critflow/base/nearest_name.hpp"

#include <pybind11/stl.h>

#include "bind.hpp"

namespace critflow {

void bind_nearest_name(pybind11::module_& module) {
  namespace py = pybind11;
  module.def("nearest_name", &nearest_name, py::arg("given"), py::arg("known"));
}

}  // namespace critflow
