#include "critflow/solve/modelled.hpp"

#include "bind.hpp"

namespace critflow {

void bind_modelled(pybind11::module_& module) {
  namespace py = pybind11;
  module.def("modelled", &modelled, py::arg("run"), py::arg("observation"));
}

}  // namespace critflow
