#include "critflow/solve/calibrate.hpp"

#include <pybind11/stl.h>

#include <map>

#include "base/place.hpp"
#include "bind.hpp"

namespace critflow {

void bind_calibrate(pybind11::module_& module) {
  namespace py = pybind11;
  py::class_<CalibratedYear>(module, "CalibratedYear")
      .def_readonly("year", &CalibratedYear::year)
      .def_readonly("share", &CalibratedYear::share)
      .def_readonly("published", &CalibratedYear::published)
      .def_readonly("before", &CalibratedYear::before)
      .def_readonly("source", &CalibratedYear::source);
  py::class_<Calibrated>(module, "Calibrated")
      .def_property_readonly("share",
                             [](const Calibrated& found) {
                               std::map<int, double> share;
                               for (const YearValue& point : found.share.points())
                                 share[point.year] = point.value;
                               return share;
                             })
      .def_readonly("years", &Calibrated::years);
  module.def(
      "calibrate",
      [](const System& system, const std::string& parameter, const PlaceByName& place,
         const std::string& observations) {
        return calibrate(system, parameter, place_of(place), observations);
      },
      py::arg("system"), py::arg("parameter"), py::arg("place"), py::arg("observations"));
}

}  // namespace critflow
