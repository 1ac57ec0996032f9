#include "critflow/io/explain.hpp"

#include <pybind11/stl.h>

#include <string>

#include "base/place.hpp"
#include "bind.hpp"

namespace critflow {

void bind_explain(pybind11::module_& module) {
  namespace py = pybind11;
  py::class_<Explanation::Point>(module, "ExplanationPoint")
      .def_property_readonly("year",
                             [](const Explanation::Point& point) -> py::object {
                               return point.year == 0 ? py::object(py::none())
                                                      : py::cast(point.year);
                             })
      .def_property_readonly("row", [](const Explanation::Point& p) { return p.origin.row; })
      .def_property_readonly("value", [](const Explanation::Point& p) { return p.origin.given; })
      .def_property_readonly("unit", [](const Explanation::Point& p) { return p.origin.unit; })
      .def_property_readonly("source", [](const Explanation::Point& p) { return p.origin.source; })
      .def_property_readonly("note", [](const Explanation::Point& p) { return p.origin.note; })
      .def_property_readonly("evidence",
                             [](const Explanation::Point& p) { return name_of(p.origin.evidence); })
      .def_readonly("citation", &Explanation::Point::citation);
  py::class_<Explanation::Step>(module, "ExplanationStep")
      .def_readonly("by", &Explanation::Step::by)
      .def_readonly("file", &Explanation::Step::file)
      .def_readonly("shape", &Explanation::Step::shape)
      .def_readonly("value", &Explanation::Step::value)
      .def_readonly("points", &Explanation::Step::points)
      .def_readonly("factor", &Explanation::Step::factor)
      .def_readonly("legal_status", &Explanation::Step::legal_status);
  py::class_<Explanation>(module, "Explanation")
      .def_readonly("parameter", &Explanation::parameter)
      .def_property_readonly("place", [](const Explanation& e) { return by_name(e.place); })
      .def_readonly("year", &Explanation::year)
      .def_readonly("value", &Explanation::value)
      .def_readonly("unit", &Explanation::unit)
      .def_readonly("steps", &Explanation::steps)
      .def("__str__", &Explanation::text)
      .def("__repr__", [](const Explanation& one) {
        const std::string text = one.text();
        return text.substr(0, text.find('\n')) + ", from " + one.steps.front().by;
      });
  module.def(
      "explain",
      [](const System& system, const std::string& parameter, const PlaceByName& place, int year) {
        return explain(system, parameter, place_of(place), year);
      },
      py::arg("system"), py::arg("parameter"), py::arg("place"), py::arg("year"));
}

}  // namespace critflow
