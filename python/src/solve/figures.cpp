#include "critflow/solve/figures.hpp"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <string>
#include <utility>
#include <vector>

#include "bind.hpp"
#include "critflow/base/nearest_name.hpp"
#include "critflow/scenario/system.hpp"

namespace critflow {

namespace {

namespace py = pybind11;

/// The numbers of `figures` without a copy: read-only, and keeping their owner alive.
template <class T>
py::array view(const py::object& figures, const std::vector<T>& values, const py::dtype& type) {
  std::vector<py::ssize_t> shape;
  for (const Dimension& one : figures.cast<const Figures&>().dimensions)
    shape.push_back(static_cast<py::ssize_t>(one.items.size()));
  if (shape.empty()) shape.push_back(static_cast<py::ssize_t>(values.size()));
  py::array array(type, std::move(shape), {}, values.data(), figures);
  array.attr("flags").attr("writeable") = false;
  return array;
}

/// The values of a parameter by year and place.
/// @throws InvalidValue with the nearest name
Figures figures_of(const System& system, const std::string& name) {
  const Parameter* parameter = system.parameter(name);
  if (parameter == nullptr)
    throw InvalidValue({.where = "parameter",
                        .what = "unknown parameter",
                        .value = name,
                        .rule = "be a parameter of the system",
                        .nearest = nearest_name(name, system.used_parameters())});
  const Years& years = system.description().years;
  Figures figures{.name = name, .dimensions = {{"year", {}}}, .units = {parameter->unit}};
  for (const int year : years.values())
    figures.dimensions.front().items.push_back(std::to_string(year));
  for (const Dimension& one : parameter->shape.dimensions) figures.dimensions.push_back(one);
  for (int step = 0; step < years.size(); ++step)
    for (int cell = 0; cell < parameter->cells(); ++cell) {
      const bool given = parameter->given(cell);
      figures.values.push_back(given ? parameter->value(cell, step) : 0.0);
      figures.absent.push_back(given ? 0 : 1);
    }
  return figures;
}

}  // namespace

void bind_figures(py::module_& module) {
  py::class_<Figures>(module, "Figures")
      .def_readonly("name", &Figures::name)
      .def_property_readonly("dimensions",
                             [](const Figures& figures) {
                               std::vector<std::pair<std::string, std::vector<std::string>>> all;
                               for (const Dimension& one : figures.dimensions)
                                 all.emplace_back(one.name, one.items);
                               return all;
                             })
      .def_readonly("units", &Figures::units)
      .def_property_readonly("values",
                             [](const py::object& self) {
                               const auto& figures = self.cast<const Figures&>();
                               return view(self, figures.values, py::dtype::of<double>());
                             })
      .def_property_readonly("absent", [](const py::object& self) -> py::object {
        const auto& figures = self.cast<const Figures&>();
        if (figures.absent.empty()) return py::none();
        return view(self, figures.absent, py::dtype::of<bool>());
      });
  module.def("parameter_figures", &figures_of, py::arg("system"), py::arg("name"));
}

}  // namespace critflow
