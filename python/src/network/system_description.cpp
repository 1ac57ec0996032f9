#include "critflow/network/system_description.hpp"

#include <pybind11/stl.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "bind.hpp"

namespace critflow {

namespace {

namespace py = pybind11;

std::map<std::string, std::string> by_language(const Title& title) {
  return {{"en", title.en}, {"nl", title.nl}};
}

std::vector<std::pair<std::string, std::vector<std::string>>> pairs(const Dimensions& dimensions) {
  std::vector<std::pair<std::string, std::vector<std::string>>> all;
  for (const Dimension& one : dimensions) all.emplace_back(one.name, one.items);
  return all;
}

}  // namespace

void bind_system_description(py::module_& module) {
  py::class_<Layer>(module, "Layer")
      .def_readonly("name", &Layer::name)
      .def_readonly("unit", &Layer::unit)
      .def_readonly("conserved", &Layer::conserved)
      .def_readonly("material", &Layer::material);
  py::class_<ProcessDescription>(module, "ProcessDescription")
      .def_readonly("name", &ProcessDescription::name)
      .def_property_readonly("dimensions",
                             [](const ProcessDescription& one) { return pairs(one.dimensions); })
      .def_readonly("layers", &ProcessDescription::layers)
      .def_property_readonly("title",
                             [](const ProcessDescription& one) { return by_language(one.title); });
  py::class_<FlowDescription>(module, "FlowDescription")
      .def_readonly("from_", &FlowDescription::from)
      .def_readonly("to", &FlowDescription::to)
      .def_readonly("role", &FlowDescription::role)
      .def_property_readonly("title",
                             [](const FlowDescription& one) { return by_language(one.title); });
  py::class_<LifetimeDescription>(module, "LifetimeDescription")
      .def_readonly("name", &LifetimeDescription::name)
      .def_property_readonly("distribution",
                             [](const LifetimeDescription& one) {
                               return one.survival_by_age.empty() ? name_of(one.distribution)
                                                                  : "tabulated";
                             })
      .def_readonly("by_mean_and_sd", &LifetimeDescription::by_mean_and_sd)
      .def_property_readonly("entry",
                             [](const LifetimeDescription& one) { return one.entry.name(); });
  py::class_<SystemDescription>(module, "SystemDescription")
      .def_readonly("name", &SystemDescription::name)
      .def_property_readonly("title",
                             [](const SystemDescription& one) { return by_language(one.title); })
      .def_property_readonly("years",
                             [](const SystemDescription& one) { return one.years.values(); })
      .def_readonly("layers", &SystemDescription::layers)
      .def_property_readonly("dimensions",
                             [](const SystemDescription& one) { return pairs(one.dimensions); })
      .def_readonly("processes", &SystemDescription::processes)
      .def_readonly("flows", &SystemDescription::flows)
      .def_readonly("lifetimes", &SystemDescription::lifetimes);
}

}  // namespace critflow
