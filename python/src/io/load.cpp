#include "critflow/io/load.hpp"

#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bind.hpp"

namespace critflow {

namespace {

namespace py = pybind11;

py::dict titles(const std::vector<NamedTitle>& all) {
  py::dict by_name;
  for (const NamedTitle& one : all)
    by_name[py::str(one.name)] =
        py::dict(py::arg("en") = one.title.en, py::arg("nl") = one.title.nl);
  return by_name;
}

}  // namespace

void bind_load(py::module_& module) {
  py::class_<Library>(module, "Library")
      .def(py::init<std::vector<std::filesystem::path>>(), py::arg("folders"))
      .def_static("of_package", &Library::of_package)
      .def("table", &Library::table, py::arg("kind"), py::arg("name"))
      .def("names", &Library::names, py::arg("kind"));
  module.def(
      "load",
      [](const ScenarioFolder& folder, const std::string& scenario, const std::string& policy,
         const Library& library, const std::optional<std::vector<std::string>>& levers) {
        return load(folder, scenario, policy, library, levers);
      },
      py::arg("folder"), py::arg("scenario"), py::arg("policy"), py::arg("library"),
      py::arg("levers"));
  module.def(
      "check",
      [](const ScenarioFolder& folder, const Library& library) { return check(folder, library); },
      py::arg("folder"), py::arg("library"));
  module.def(
      "scenarios_of", [](const ScenarioFolder& folder) { return titles(scenarios_of(folder)); },
      py::arg("folder"));
  module.def(
      "policies_of", [](const ScenarioFolder& folder) { return titles(policies_of(folder)); },
      py::arg("folder"));
}

}  // namespace critflow
