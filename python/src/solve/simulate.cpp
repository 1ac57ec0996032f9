#include "critflow/solve/simulate.hpp"

#include "bind.hpp"

namespace critflow {

void bind_simulate(pybind11::module_& module) {
  namespace py = pybind11;
  module.def(
      "simulate", [](const System& system) { return simulate(system); }, py::arg("system"),
      py::call_guard<py::gil_scoped_release>());
}

}  // namespace critflow
