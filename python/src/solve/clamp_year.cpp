#include "critflow/solve/clamp_year.hpp"

#include <pybind11/stl.h>

#include <string_view>

#include "base/place.hpp"
#include "bind.hpp"

namespace critflow {

namespace {

std::string_view name_of(ClampState state) {
  switch (state) {
    case ClampState::at_low:
      return "at low";
    case ClampState::at_high:
      return "at high";
    case ClampState::free:
      break;
  }
  return "free";
}

}  // namespace

void bind_clamp_year(pybind11::module_& module) {
  namespace py = pybind11;
  py::class_<ClampYear>(module, "ClampYear")
      .def_readonly("name", &ClampYear::name)
      .def_readonly("process", &ClampYear::process)
      .def_property_readonly("place", [](const ClampYear& one) { return by_name(one.place); })
      .def_readonly("layer", &ClampYear::layer)
      .def_readonly("year", &ClampYear::year)
      .def_property_readonly("state", [](const ClampYear& one) { return name_of(one.state); })
      .def_readonly("value", &ClampYear::value)
      .def_readonly("bound", &ClampYear::bound)
      .def_readonly("distance", &ClampYear::distance)
      .def_readonly("unit", &ClampYear::unit);
}

}  // namespace critflow
