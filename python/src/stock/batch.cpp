#include "critflow/stock/batch.hpp"

#include <pybind11/eigen.h>
#include <pybind11/stl.h>

#include <string>
#include <vector>

#include "bind.hpp"
#include "lifetime/entry_named.hpp"
#include "shrinking_named.hpp"

namespace critflow {

void bind_batch(pybind11::module_& module) {
  namespace py = pybind11;
  py::class_<BatchHistory>(module, "BatchHistory")
      .def_readonly("inflow", &BatchHistory::inflow)
      .def_readonly("outflow", &BatchHistory::outflow)
      .def_readonly("stock", &BatchHistory::stock);
  module.def(
      "inflow_driven_batch",
      [](const Eigen::Ref<const SeriesTable>& inflow, const std::vector<Lifetime>& lifetimes,
         const std::string& entry) {
        return inflow_driven_batch(inflow, lifetimes, entry_named(entry));
      },
      py::arg("inflow"), py::arg("lifetimes"), py::arg("entry"));
  module.def(
      "stock_driven_batch",
      [](const Eigen::Ref<const SeriesTable>& stock, const std::vector<Lifetime>& lifetimes,
         const std::string& shrinking, const std::string& entry) {
        return stock_driven_batch(stock, lifetimes, shrinking_named(shrinking), entry_named(entry));
      },
      py::arg("stock"), py::arg("lifetimes"), py::arg("shrinking"), py::arg("entry"));
}

}  // namespace critflow
