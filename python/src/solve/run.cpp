#include "critflow/solve/run.hpp"

#include <pybind11/stl.h>

#include <string_view>

#include "bind.hpp"

namespace critflow {

namespace {

std::string_view name_of(Certificate certificate) {
  switch (certificate) {
    case Certificate::none:
      return "none";
    case Certificate::minors:
      return "minors";
    case Certificate::pivots:
      break;
  }
  return "pivots";
}

}  // namespace

void bind_run(pybind11::module_& module) {
  namespace py = pybind11;
  py::class_<Balance>(module, "Balance")
      .def_readonly("worst", &Balance::worst)
      .def_readonly("where", &Balance::where);
  py::class_<Uniqueness>(module, "Uniqueness")
      .def_readonly("blocks", &Uniqueness::blocks)
      .def_property_readonly("weakest", [](const Uniqueness& one) { return name_of(one.weakest); })
      .def_readonly("where", &Uniqueness::where);
  py::class_<Run>(module, "Run")
      .def("flow", &Run::flow, py::arg("from_"), py::arg("to"))
      .def("flows_by_role", &Run::flows_by_role, py::arg("role"))
      .def("roles_between", &Run::roles_between, py::arg("from_"), py::arg("to"))
      .def("flow_names", &Run::flow_names)
      .def("stock", &Run::stock, py::arg("process"))
      .def("inflow", &Run::inflow, py::arg("process"))
      .def("outflow", &Run::outflow, py::arg("process"))
      .def("stock_names", &Run::stock_names)
      .def("clamps", &Run::clamps)
      .def_property_readonly("balance", &Run::balance)
      .def_property_readonly("uniqueness", &Run::uniqueness)
      .def_property_readonly("seconds", &Run::seconds);
}

}  // namespace critflow
