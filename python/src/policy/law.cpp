#include "critflow/policy/law.hpp"

#include <pybind11/stl.h>

#include "bind.hpp"

namespace critflow {

void bind_law(pybind11::module_& module) {
  namespace py = pybind11;
  const auto day = [](const std::optional<Date>& date) -> py::object {
    return date ? py::object(py::str(shown(*date))) : py::none();
  };
  py::class_<Target>(module, "Target")
      .def_readonly("key", &Target::key)
      .def_readonly("group", &Target::group)
      .def_readonly("instrument", &Target::instrument)
      .def_readonly("article", &Target::article)
      .def_readonly("indicator", &Target::indicator)
      .def_readonly("category", &Target::category)
      .def_readonly("stream", &Target::stream)
      .def_readonly("material", &Target::material)
      .def_property_readonly("from_", [day](const Target& one) { return day(one.from); })
      .def_property_readonly("until", [day](const Target& one) { return day(one.until); })
      .def_property_readonly("comparison",
                             [](const Target& one) { return name_of(one.comparison); })
      .def_readonly("threshold", &Target::threshold)
      .def_readonly("unit", &Target::unit)
      .def_property_readonly("legal_status", [](const Target& one) { return name_of(one.status); })
      .def_property_readonly("verification",
                             [](const Target& one) { return name_of(one.verification); })
      .def_readonly("source", &Target::source)
      .def_readonly("note", &Target::note)
      .def_property_readonly("title", [](const Target& one) {
        return py::dict(py::arg("en") = one.title.en, py::arg("nl") = one.title.nl);
      });
  py::class_<Law>(module, "Law")
      .def_property_readonly("name", &Law::name)
      .def_property_readonly("targets", &Law::targets);
}

}  // namespace critflow
