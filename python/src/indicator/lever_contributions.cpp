#include "critflow/indicator/lever_contributions.hpp"

#include <pybind11/stl.h>

#include "bind.hpp"

namespace critflow {

void bind_lever_contributions(pybind11::module_& module) {
  namespace py = pybind11;
  py::class_<Contribution>(module, "Contribution")
      .def_readonly("alone", &Contribution::alone)
      .def_readonly("last", &Contribution::last)
      .def_readonly("share", &Contribution::share)
      .def_readonly("standard_error", &Contribution::standard_error);
  module.def(
      "lever_contributions",
      [](const System& system, const std::string& indicator,
         const std::vector<std::string>& materials, std::vector<std::vector<double>> weights,
         int exact_up_to, int orders, std::uint64_t seed) {
        std::vector<AskedOfLevers> asked;
        for (std::size_t i = 0; i < materials.size(); ++i)
          asked.push_back({indicator, materials[i], std::move(weights[i])});
        const py::gil_scoped_release free;
        return lever_contributions(system, asked, {exact_up_to, orders, seed});
      },
      py::arg("system"), py::arg("indicator"), py::arg("materials"), py::arg("weights"),
      py::arg("exact_up_to"), py::arg("orders"), py::arg("seed"));
}

}  // namespace critflow
