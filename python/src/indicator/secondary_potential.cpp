#include "critflow/indicator/secondary_potential.hpp"

#include "bind.hpp"

namespace critflow {

void bind_secondary_potential(pybind11::module_& module) {
  namespace py = pybind11;
  py::class_<SecondaryPotential>(module, "SecondaryPotential")
      .def_readonly("technical", &SecondaryPotential::technical)
      .def_readonly("feasible", &SecondaryPotential::feasible)
      .def_readonly("expected", &SecondaryPotential::expected)
      .def_readonly("required", &SecondaryPotential::required);
  module.def(
      "secondary_potential",
      [](double in_waste, double recoverable, double capacity, double probability, double threshold,
         double whole) {
        return secondary_potential({in_waste, recoverable, capacity, probability}, threshold,
                                   whole);
      },
      py::arg("in_waste"), py::arg("recoverable"), py::arg("capacity"), py::arg("probability"),
      py::arg("threshold"), py::arg("whole"));
}

}  // namespace critflow
