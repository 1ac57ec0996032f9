#include "critflow/scenario/citation.hpp"

#include "bind.hpp"

namespace critflow {

void bind_citation(pybind11::module_& module) {
  namespace py = pybind11;
  py::class_<Citation>(module, "Citation")
      .def_readonly("key", &Citation::key)
      .def_readonly("text", &Citation::text)
      .def_readonly("licence", &Citation::licence)
      .def_readonly("link", &Citation::link)
      .def("__repr__", [](const Citation& one) { return one.key + ": " + one.text; });
}

}  // namespace critflow
