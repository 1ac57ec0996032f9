#include "critflow/indicator/effects.hpp"

#include <pybind11/stl.h>

#include "bind.hpp"

namespace critflow {

void bind_effects(pybind11::module_& module) {
  namespace py = pybind11;
  py::class_<EffectPart>(module, "EffectPart")
      .def(py::init([](std::string of, double amount, std::optional<double> factor) {
             return EffectPart{std::move(of), amount, factor};
           }),
           py::arg("of"), py::arg("amount"), py::arg("factor"));
  py::class_<Effect>(module, "Effect")
      .def_readonly("value", &Effect::value)
      .def_readonly("without_factor", &Effect::without_factor);
  module.def("effect", &effect, py::arg("parts"));
  module.def("effect_avoided", &effect_avoided, py::arg("reference"), py::arg("reference_service"),
             py::arg("option"), py::arg("option_service"));
}

}  // namespace critflow
