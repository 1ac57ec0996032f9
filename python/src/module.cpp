#include <pybind11/pybind11.h>

#include "critflow/base/version.hpp"

PYBIND11_MODULE(_core, module) {
  module.doc() = "The compiled core of critflow; use the package `critflow`.";
  module.def("version", &critflow::version, "Version of the library, `major.minor.patch`.");
}
