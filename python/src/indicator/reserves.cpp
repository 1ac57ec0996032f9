#include "critflow/indicator/reserves.hpp"

#include <pybind11/stl.h>

#include "bind.hpp"

namespace critflow {

void bind_reserves(pybind11::module_& module) {
  namespace py = pybind11;
  const auto value = [](const Ratio& ratio) { return ratio.value; };
  module.def(
      "share_of_reserves",
      [value](const std::vector<double>& mined, double reserves) {
        return value(share_of_reserves(mined, reserves));
      },
      py::arg("mined"), py::arg("reserves"));
  module.def(
      "years_of_reserves",
      [value](double reserves, double mined) { return value(years_of_reserves(reserves, mined)); },
      py::arg("reserves"), py::arg("mined"));
}

}  // namespace critflow
