#include "critflow/indicator/stage_supply.hpp"

#include <pybind11/stl.h>

#include "bind.hpp"

namespace critflow {

void bind_stage_supply(pybind11::module_& module) {
  namespace py = pybind11;
  py::class_<CountrySupply>(module, "CountrySupply")
      .def_readonly("country", &CountrySupply::country)
      .def_readonly("amount", &CountrySupply::amount)
      .def_readonly("third_country", &CountrySupply::third_country);
  py::class_<StageSupply>(module, "StageSupply")
      .def_property_readonly("production",
                             [](const StageSupply& one) { return one.trade.production; })
      .def_property_readonly("imports", [](const StageSupply& one) { return one.trade.imports; })
      .def_property_readonly("exports", [](const StageSupply& one) { return one.trade.exports; })
      .def_readonly("supply", &StageSupply::supply)
      .def_readonly("origins_known", &StageSupply::origins_known);
  module.def("stage_supply", &stage_supply, py::arg("run"), py::arg("stage"), py::arg("material"));
}

}  // namespace critflow
