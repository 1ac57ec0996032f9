#include "critflow/io/graphviz.hpp"

#include "bind.hpp"

namespace critflow {

void bind_graphviz(pybind11::module_& module) {
  namespace py = pybind11;
  module.def("graphviz_text", &graphviz_text, py::arg("system"), py::arg("language"));
}

}  // namespace critflow
