#include "critflow/base/version.hpp"

#include "bind.hpp"

namespace critflow {

void bind_version(pybind11::module_& module) { module.def("version", &version); }

}  // namespace critflow
