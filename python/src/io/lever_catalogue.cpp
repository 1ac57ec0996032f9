#include "critflow/io/lever_catalogue.hpp"

#include <pybind11/stl.h>

#include "bind.hpp"

namespace critflow {

void bind_lever_catalogue(pybind11::module_& module) {
  namespace py = pybind11;
  py::class_<CatalogueLever>(module, "CatalogueLever")
      .def_readonly("id", &CatalogueLever::id)
      .def_property_readonly("title_en", [](const CatalogueLever& one) { return one.title.en; })
      .def_property_readonly("title_nl", [](const CatalogueLever& one) { return one.title.nl; })
      .def_readonly("r_step", &CatalogueLever::r_step)
      .def_readonly("knob", &CatalogueLever::knob)
      .def_readonly("changes", &CatalogueLever::changes)
      .def_readonly("applies_to", &CatalogueLever::applies_to)
      .def_readonly("rule", &CatalogueLever::rule)
      .def_readonly("shape", &CatalogueLever::shape)
      .def_readonly("low", &CatalogueLever::low)
      .def_readonly("central", &CatalogueLever::central)
      .def_readonly("high", &CatalogueLever::high)
      .def_readonly("unit", &CatalogueLever::unit)
      .def_readonly("evidence", &CatalogueLever::evidence)
      .def_readonly("source", &CatalogueLever::source)
      .def_readonly("needs_displacement", &CatalogueLever::needs_displacement)
      .def_readonly("interactions", &CatalogueLever::interactions)
      .def_readonly("note", &CatalogueLever::note);
  module.def("lever_catalogue", &lever_catalogue, py::arg("library"));
}

}  // namespace critflow
