#include "critflow/base/fault.hpp"

#include <pybind11/operators.h>
#include <pybind11/stl.h>

#include <exception>

#include "bind.hpp"

namespace critflow {

namespace {

namespace py = pybind11;

py::tuple facts(const Fault& fault) {
  return py::make_tuple(fault.where, fault.what, fault.value, fault.rule, fault.file, fault.row,
                        fault.column, fault.nearest);
}

Fault from_facts(const py::tuple& facts) {
  return {.where = facts[0].cast<std::string>(),
          .what = facts[1].cast<std::string>(),
          .value = facts[2].cast<std::string>(),
          .rule = facts[3].cast<std::string>(),
          .file = facts[4].cast<std::string>(),
          .row = facts[5].cast<int>(),
          .column = facts[6].cast<int>(),
          .nearest = facts[7].cast<std::string>()};
}

/// Sets the Python exception of that name, which lives in `critflow.faults`.
void raise(const char* name, const std::vector<Fault>& faults) {
  const py::object type = py::module_::import("critflow.faults").attr(name);
  PyErr_SetObject(type.ptr(), type(faults).ptr());
}

void translate(std::exception_ptr thrown) {
  try {
    if (thrown) std::rethrow_exception(thrown);
  } catch (const InvalidValue& invalid) {
    raise("InvalidValue", {invalid.fault()});
  } catch (const ModelFaults& several) {
    raise("ModelFaults", several.faults());
  }
}

}  // namespace

void bind_fault(py::module_& module) {
  py::class_<Fault>(module, "Fault")
      .def(py::init([](std::string where, std::string what, std::string value, std::string rule,
                       std::string file, int row, int column, std::string nearest) {
             return Fault{.where = std::move(where),
                          .what = std::move(what),
                          .value = std::move(value),
                          .rule = std::move(rule),
                          .file = std::move(file),
                          .row = row,
                          .column = column,
                          .nearest = std::move(nearest)};
           }),
           py::kw_only(), py::arg("where"), py::arg("what"), py::arg("value"), py::arg("rule"),
           py::arg("file") = "", py::arg("row") = 0, py::arg("column") = 0, py::arg("nearest") = "")
      .def_readonly("where", &Fault::where)
      .def_readonly("what", &Fault::what)
      .def_readonly("value", &Fault::value)
      .def_readonly("rule", &Fault::rule)
      .def_readonly("file", &Fault::file)
      .def_readonly("row", &Fault::row)
      .def_readonly("column", &Fault::column)
      .def_readonly("nearest", &Fault::nearest)
      .def(py::self == py::self)
      .def("__hash__", [](const Fault& fault) { return py::hash(facts(fault)); })
      .def("__str__", &Fault::text)
      .def("__repr__", [](const Fault& fault) { return "<Fault " + fault.text() + ">"; })
      .def(py::pickle(&facts, &from_facts));
  py::register_exception_translator(&translate);
}

}  // namespace critflow
