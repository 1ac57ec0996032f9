#include "critflow/network/system_description.hpp"

#include <pybind11/stl.h>

#include <map>
#include <string>
#include <string_view>
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

std::string listed(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& one : texts) all += (all.empty() ? "" : ", ") + one;
  return all;
}

std::string_view distribution_of(const LifetimeDescription& lifetime) {
  return lifetime.survival_by_age.empty() ? name_of(lifetime.distribution) : "tabulated";
}

std::string told(const Layer& layer) {
  return layer.name + ": " + layer.unit + (layer.material ? ", material" : "") +
         (layer.conserved ? "" : ", not conserved");
}

std::string told(const ProcessDescription& process) {
  std::vector<std::string> dimensions;
  for (const Dimension& one : process.dimensions) dimensions.push_back(one.name);
  return process.name + ": " + (process.layers.empty() ? "all layers" : listed(process.layers)) +
         (dimensions.empty() ? "" : " by " + listed(dimensions));
}

std::string told(const FlowDescription& flow) {
  return flow.name() + (flow.role.empty() ? "" : ": " + flow.role);
}

std::string told(const LifetimeDescription& lifetime) {
  const bool by_mean = lifetime.survival_by_age.empty() && lifetime.by_mean_and_sd;
  return lifetime.name + ": " + std::string(distribution_of(lifetime)) +
         (by_mean ? " by mean and sd" : "") + ", entry " + lifetime.entry.name();
}

}  // namespace

void bind_system_description(py::module_& module) {
  py::class_<Layer>(module, "Layer")
      .def_readonly("name", &Layer::name)
      .def_readonly("unit", &Layer::unit)
      .def_readonly("conserved", &Layer::conserved)
      .def_readonly("material", &Layer::material)
      .def("__repr__", py::overload_cast<const Layer&>(&told));
  py::class_<ProcessDescription>(module, "ProcessDescription")
      .def_readonly("name", &ProcessDescription::name)
      .def_property_readonly("dimensions",
                             [](const ProcessDescription& one) { return pairs(one.dimensions); })
      .def_readonly("layers", &ProcessDescription::layers)
      .def_property_readonly("title",
                             [](const ProcessDescription& one) { return by_language(one.title); })
      .def("__repr__", py::overload_cast<const ProcessDescription&>(&told));
  py::class_<FlowDescription>(module, "FlowDescription")
      .def_readonly("from_", &FlowDescription::from)
      .def_readonly("to", &FlowDescription::to)
      .def_readonly("role", &FlowDescription::role)
      .def_property_readonly("title",
                             [](const FlowDescription& one) { return by_language(one.title); })
      .def("__repr__", py::overload_cast<const FlowDescription&>(&told));
  py::class_<LifetimeDescription>(module, "LifetimeDescription")
      .def_readonly("name", &LifetimeDescription::name)
      .def_property_readonly("distribution", &distribution_of)
      .def_readonly("by_mean_and_sd", &LifetimeDescription::by_mean_and_sd)
      .def_property_readonly("entry",
                             [](const LifetimeDescription& one) { return one.entry.name(); })
      .def("__repr__", py::overload_cast<const LifetimeDescription&>(&told));
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
