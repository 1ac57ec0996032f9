#include "critflow/io/canonical.hpp"

#include "bind.hpp"

namespace critflow {

void bind_canonical(pybind11::module_& module) {
  module.def("canonical_text", &canonical_text, pybind11::arg("system"));
}

}  // namespace critflow
