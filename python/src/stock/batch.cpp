#include "critflow/stock/batch.hpp"

#include <pybind11/eigen.h>
#include <pybind11/numpy.h>

#include <string>

#include "bind.hpp"
#include "lifetime/entry_named.hpp"
#include "lifetime/lifetimes.hpp"
#include "shrinking_named.hpp"

namespace critflow {

namespace {

namespace py = pybind11;

using Known = Eigen::Ref<const SeriesTable>;
using Two = std::pair<py::array_t<double>, py::array_t<double>>;

/// Two tables in memory of NumPy's, which asks for large pages.
/// @param fill  is given both
template <class Fill>
Two two_tables(const Known& known, Fill fill) {
  const auto table = [&] { return py::array_t<double>({known.rows(), known.cols()}); };
  const auto map = [&](py::array_t<double>& values) {
    return Eigen::Map<SeriesTable>(values.mutable_data(), known.rows(), known.cols());
  };
  Two both{table(), table()};
  fill(map(both.first), map(both.second));
  return both;
}

}  // namespace

void bind_batch(py::module_& module) {
  module.def(
      "inflow_driven_batch",
      [](const Known& inflow, const Lifetimes& lifetimes, const std::string& entry) {
        return two_tables(inflow, [&](auto outflow, auto stock) {
          inflow_driven_batch(inflow, lifetimes.each, entry_named(entry), outflow, stock);
        });
      },
      py::arg("inflow"), py::arg("lifetimes"), py::arg("entry"));
  module.def(
      "inflow_driven_batch",
      [](const Known& inflow, const SurvivalTable& table) {
        return two_tables(inflow, [&](auto outflow, auto stock) {
          inflow_driven_batch(inflow, table, outflow, stock);
        });
      },
      py::arg("inflow"), py::arg("table"));
  module.def(
      "stock_driven_batch",
      [](const Known& stock, const Lifetimes& lifetimes, const std::string& shrinking,
         const std::string& entry) {
        return two_tables(stock, [&](auto inflow, auto outflow) {
          stock_driven_batch(stock, lifetimes.each, shrinking_named(shrinking), entry_named(entry),
                             inflow, outflow);
        });
      },
      py::arg("stock"), py::arg("lifetimes"), py::arg("shrinking"), py::arg("entry"));
  module.def(
      "stock_driven_batch",
      [](const Known& stock, const SurvivalTable& table, const std::string& shrinking) {
        return two_tables(stock, [&](auto inflow, auto outflow) {
          stock_driven_batch(stock, table, shrinking_named(shrinking), inflow, outflow);
        });
      },
      py::arg("stock"), py::arg("table"), py::arg("shrinking"));
}

}  // namespace critflow
