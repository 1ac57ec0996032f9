#include "critflow/scenario/system.hpp"

#include <pybind11/stl.h>

#include <string>
#include <vector>

#include "base/place.hpp"
#include "bind.hpp"
#include "series_from.hpp"

namespace critflow {

namespace {

namespace py = pybind11;

/// One number that decides results: a point of a setting in force in a cell.
py::tuple row_of(const Parameter& parameter, int cell, const Setting& setting, const Lever* lever,
                 std::size_t point) {
  const Origin& origin = setting.origins[point];
  const Series& given = lever != nullptr ? lever->value : setting.series;
  const bool yearly = given.points().size() > 1;
  return py::make_tuple(parameter.name(), by_name(parameter.place(cell)),
                        yearly ? py::cast(given.points()[point].year) : py::none(), origin.given,
                        origin.unit, origin.source, name_of(origin.evidence), origin.note,
                        lever != nullptr ? lever->how() : given.shape(), setting.by, setting.file,
                        origin.row);
}

py::list rows_in_force(const System& system) {
  py::list rows;
  for (const auto& [name, cells] : system.used_cells()) {
    const Parameter& parameter = *system.parameter(name);
    for (const int cell : cells)
      if (parameter.given(cell))
        for (const Setting& setting : parameter.settings_in_force(cell))
          for (std::size_t point = 0; point < setting.origins.size(); ++point)
            rows.append(row_of(parameter, cell, setting, system.lever(setting.lever), point));
  }
  return rows;
}

}  // namespace

void bind_system(py::module_& module) {
  py::class_<System>(module, "System")
      .def_property_readonly("description", &System::description)
      .def_property_readonly("scenario", &System::scenario)
      .def_property_readonly("policy", &System::policy)
      .def_property_readonly("law", [](const System& system) { return system.parts().law; })
      .def_property_readonly("levers", &System::levers)
      .def_property_readonly("citations", &System::citations)
      .def_property_readonly("observations", &System::observations)
      .def_property_readonly("parameters",
                             [](const System& system) {
                               std::vector<std::string> names;
                               for (const Parameter& one : system.parameters())
                                 names.push_back(one.name());
                               return names;
                             })
      .def("used_parameters", &System::used_parameters)
      .def("rows_in_force", &rows_in_force)
      .def(
          "replace",
          [](const System& system, const std::string& parameter, const PlaceByName& place,
             const NumberOrYears& value, const std::string& unit) {
            return system.replace(parameter, place_of(place), series_from(value), unit);
          },
          py::arg("parameter"), py::arg("place"), py::arg("value"), py::arg("unit"))
      .def(
          "replace_lifetime",
          [](const System& system, const std::string& lifetime, const PlaceByName& place,
             double first, double second) {
            return system.replace_lifetime(lifetime, place_of(place), first, second);
          },
          py::arg("lifetime"), py::arg("place"), py::arg("first"), py::arg("second"));
}

}  // namespace critflow
