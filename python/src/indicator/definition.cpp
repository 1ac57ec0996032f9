#include "critflow/indicator/definition.hpp"

#include <pybind11/stl.h>

#include "bind.hpp"

namespace critflow {

void bind_definition(pybind11::module_& module) {
  namespace py = pybind11;
  py::class_<Definition>(module, "Definition")
      .def_readonly("name", &Definition::name)
      .def_property_readonly("title",
                             [](const Definition& one) {
                               return py::dict(py::arg("en") = one.title.en,
                                               py::arg("nl") = one.title.nl);
                             })
      .def_readonly("unit", &Definition::unit)
      .def_readonly("formula", &Definition::formula)
      .def_readonly("whole", &Definition::whole)
      .def_readonly("not_to_confuse", &Definition::not_to_confuse)
      .def_readonly("source", &Definition::source);
  module.def("definitions", &definitions);
  module.def("definition", &definition, py::arg("name"));
}

}  // namespace critflow
