#include "critflow/indicator/indicator.hpp"

#include <pybind11/stl.h>

#include "bind.hpp"
#include "critflow/indicator/service.hpp"
#include "critflow/indicator/use.hpp"

namespace critflow {

void bind_indicator(pybind11::module_& module) {
  namespace py = pybind11;
  module.def("indicators", [] {
    py::list all;
    for (const Indicator& one : indicators())
      all.append(py::make_tuple(
          one.name, py::dict(py::arg("en") = one.title.en, py::arg("nl") = one.title.nl),
          one.formula));
    return all;
  });
  module.def("indicator", &indicator, py::arg("run"), py::arg("name"));
  module.def("stocks_in_use", &stocks_in_use, py::arg("run"));
  module.def("service_in_use", &service_in_use, py::arg("run"), py::arg("stock"));
}

}  // namespace critflow
