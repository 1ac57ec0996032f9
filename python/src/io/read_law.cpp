#include "critflow/io/read_law.hpp"

#include "bind.hpp"

namespace critflow {

void bind_read_law(pybind11::module_& module) {
  namespace py = pybind11;
  module.def("read_law", &read_law, py::arg("version"), py::arg("library"));
}

}  // namespace critflow
