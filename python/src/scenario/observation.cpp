#include "critflow/scenario/observation.hpp"

#include <pybind11/stl.h>

#include <string_view>

#include "base/place.hpp"
#include "bind.hpp"

namespace critflow {

namespace {

std::string_view name_of(Observation::Quantity quantity) {
  switch (quantity) {
    case Observation::Quantity::stock:
      return "stock";
    case Observation::Quantity::inflow:
      return "inflow";
    case Observation::Quantity::outflow:
      return "outflow";
    case Observation::Quantity::flow:
      break;
  }
  return "flow";
}

}  // namespace

void bind_observation(pybind11::module_& module) {
  namespace py = pybind11;
  py::class_<Observation>(module, "Observation")
      .def_readonly("name", &Observation::name)
      .def_property_readonly("quantity",
                             [](const Observation& one) { return name_of(one.quantity); })
      .def_readonly("process", &Observation::process)
      .def_readonly("to", &Observation::to)
      .def_readonly("layer", &Observation::layer)
      .def_property_readonly("place", [](const Observation& one) { return by_name(one.place); })
      .def_readonly("year", &Observation::year)
      .def_readonly("value", &Observation::value)
      .def_readonly("unit", &Observation::unit)
      .def_readonly("source", &Observation::source)
      .def_readonly("note", &Observation::note);
}

}  // namespace critflow
