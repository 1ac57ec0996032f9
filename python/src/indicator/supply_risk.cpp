#include "critflow/indicator/supply_risk.hpp"

#include <pybind11/stl.h>

#include "bind.hpp"

namespace critflow {

void bind_supply_risk(pybind11::module_& module) {
  namespace py = pybind11;
  py::class_<GovernedSupply>(module, "GovernedSupply")
      .def(py::init([](std::string country, double share, double governance, double trade) {
             return GovernedSupply{std::move(country), share, governance, trade};
           }),
           py::arg("country"), py::arg("share"), py::arg("governance"), py::arg("trade"));
  module.def("governed_concentration", &governed_concentration, py::arg("supply"));
  module.def(
      "supply_risk_variant",
      [](std::vector<GovernedSupply> world, std::vector<GovernedSupply> to_union,
         double import_reliance, double end_of_life_input_rate, double substitution) {
        return supply_risk_variant({std::move(world), std::move(to_union), import_reliance,
                                    end_of_life_input_rate, substitution});
      },
      py::arg("world"), py::arg("to_union"), py::arg("import_reliance"),
      py::arg("end_of_life_input_rate"), py::arg("substitution"));
}

}  // namespace critflow
