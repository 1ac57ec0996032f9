#include "critflow/scenario/lever.hpp"

#include <pybind11/stl.h>

#include <string>
#include <vector>

#include "base/place.hpp"
#include "bind.hpp"

namespace critflow {

namespace {

std::vector<std::string> changes_of(const Lever& lever) {
  std::vector<std::string> texts;
  for (const Lever::Cells& cells : lever.changes) {
    std::string place;
    for (const Place::At& one : cells.place.at)
      place += (place.empty() ? "" : ",") + one.dimension + "=" + one.item;
    texts.push_back(cells.parameter + (place.empty() ? "" : "[" + place + "]"));
  }
  return texts;
}

/// The value as written, by year where it has several.
pybind11::object value_of(const Lever& lever) {
  const std::vector<YearValue>& points = lever.value.points();
  if (points.size() < 2) return pybind11::cast(lever.origins.front().given);
  pybind11::dict by_year;
  for (std::size_t i = 0; i < points.size(); ++i)
    by_year[pybind11::int_(points[i].year)] = lever.origins[i].given;
  return by_year;
}

}  // namespace

void bind_lever(pybind11::module_& module) {
  namespace py = pybind11;
  const auto of_origin = [](auto field) {
    return [field](const Lever& lever) { return lever.origins.front().*field; };
  };
  py::class_<Goal::Step>(module, "GoalStep")
      .def_readonly("year", &Goal::Step::year)
      .def_readonly("effort", &Goal::Step::effort)
      .def_readonly("best", &Goal::Step::best)
      .def_readonly("reason", &Goal::Step::reason);
  py::class_<Goal>(module, "Goal")
      .def_property_readonly(
          "figure",
          [](const Goal& goal) { return goal.target.empty() ? goal.indicator : goal.target; })
      .def_readonly("solved", &Goal::solved);
  py::class_<Lever>(module, "Lever")
      .def_readonly("name", &Lever::name)
      .def_readonly("policy", &Lever::policy)
      .def_readonly("file", &Lever::file)
      .def_readonly("row", &Lever::row)
      .def_property_readonly("title",
                             [](const Lever& lever) {
                               return py::dict(py::arg("en") = lever.title.en,
                                               py::arg("nl") = lever.title.nl);
                             })
      .def_readonly("catalogue", &Lever::catalogue)
      .def_property_readonly("changes", &changes_of)
      .def_property_readonly("rule", [](const Lever& lever) { return name_of(lever.rule); })
      .def_property_readonly("value", &value_of)
      .def_property_readonly("unit", of_origin(&Origin::unit))
      .def_property_readonly("source", of_origin(&Origin::source))
      .def_property_readonly(
          "evidence", [](const Lever& lever) { return name_of(lever.origins.front().evidence); })
      .def_property_readonly("note", of_origin(&Origin::note))
      .def_property_readonly("shape", [](const Lever& lever) { return lever.shape.text(); })
      .def_property_readonly("probability",
                             [](const Lever& lever) { return lever.shape.probability(); })
      .def_property_readonly("applies_to",
                             [](const Lever& lever) { return name_of(lever.applies_to); })
      .def_readonly("rescale", &Lever::rescale)
      .def_readonly("r_step", &Lever::r_step)
      .def_readonly("knob", &Lever::knob)
      .def_readonly("legal_status", &Lever::legal_status)
      .def_readonly("actor", &Lever::actor)
      .def_readonly("instrument", &Lever::instrument)
      .def_readonly("pillar", &Lever::pillar)
      .def_readonly("displacement", &Lever::displacement)
      .def_readonly("low", &Lever::low)
      .def_readonly("high", &Lever::high)
      .def_readonly("goal", &Lever::goal)
      .def("first_year", [](const Lever& lever, const std::vector<int>& years) {
        return lever.first_year(Years(years));
      });
}

}  // namespace critflow
