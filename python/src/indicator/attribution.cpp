#include "critflow/indicator/attribution.hpp"

#include <pybind11/functional.h>
#include <pybind11/stl.h>

#include "bind.hpp"

namespace critflow {

void bind_attribution(pybind11::module_& module) {
  namespace py = pybind11;
  py::class_<Contribution>(module, "Contribution")
      .def_readonly("alone", &Contribution::alone)
      .def_readonly("last", &Contribution::last)
      .def_readonly("share", &Contribution::share)
      .def_readonly("standard_error", &Contribution::standard_error);
  module.def(
      "attribute",
      [](int causes, const FiguresOf& figures, int exact_up_to, int orders, std::uint64_t seed) {
        return attribute(causes, figures, {exact_up_to, orders, seed});
      },
      py::arg("causes"), py::arg("figures"), py::arg("exact_up_to"), py::arg("orders"),
      py::arg("seed"));
}

}  // namespace critflow
