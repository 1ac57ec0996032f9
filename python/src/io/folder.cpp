#include "critflow/io/folder.hpp"

#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include <string>
#include <utility>

#include "bind.hpp"

namespace critflow {

void bind_folder(pybind11::module_& module) {
  namespace py = pybind11;
  py::class_<ScenarioFolder>(module, "ScenarioFolder")
      .def(py::init<std::filesystem::path>(), py::arg("path"))
      .def(py::init<std::string, ScenarioFolder::Files>(), py::arg("name"), py::arg("files"))
      .def_property_readonly("name", &ScenarioFolder::name)
      .def_property_readonly("files", &ScenarioFolder::files)
      .def(py::pickle(
          [](const ScenarioFolder& folder) {
            return py::make_tuple(folder.name(), folder.files());
          },
          [](const py::tuple& state) {
            return ScenarioFolder(state[0].cast<std::string>(),
                                  state[1].cast<ScenarioFolder::Files>());
          }));
}

}  // namespace critflow
