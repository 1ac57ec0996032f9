#include "critflow/lifetime/lifetime.hpp"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "bind.hpp"
#include "critflow/lifetime/distribution.hpp"
#include "critflow/lifetime/tabulated.hpp"
#include "lifetimes.hpp"

namespace critflow {

namespace {

namespace py = pybind11;

/// An object of Python's that has a method `survival(age)`. Asked with the interpreter's lock held,
/// while a survival table is made: no thread ever meets it.
struct PythonLifetime {
  py::object object;
  [[nodiscard]] double survival(double age) const {
    return object.attr("survival")(age).cast<double>();
  }
};

using Parameter = py::array_t<double, py::array::c_style | py::array::forcecast>;

std::span<const double> entries(const Parameter& values) {
  return {values.data(), static_cast<std::size_t>(values.size())};
}

void bind_lifetimes(py::module_& module) {
  py::class_<Lifetimes>(module, "Lifetimes")
      .def(py::init([](std::vector<Lifetime> each) { return Lifetimes{std::move(each)}; }),
           py::arg("each"));
  module.def(
      "lifetimes_from_mean_sd",
      [](const std::string& distribution, const Parameter& mean, const Parameter& sd) {
        return Lifetimes{
            lifetimes_from_mean_sd(distribution_named(distribution), entries(mean), entries(sd))};
      },
      py::arg("distribution"), py::arg("mean"), py::arg("sd"));
  module.def(
      "lifetimes_from_native",
      [](const std::string& distribution, const Parameter& first, const Parameter& second) {
        return Lifetimes{lifetimes_from_native(distribution_named(distribution), entries(first),
                                               entries(second))};
      },
      py::arg("distribution"), py::arg("first"), py::arg("second") = Parameter(0));
}

}  // namespace

void bind_lifetime(py::module_& module) {
  py::class_<Lifetime>(module, "Lifetime")
      .def("survival", py::vectorize(&Lifetime::survival), py::arg("age"));
  module.def(
      "lifetime_from_mean_sd",
      [](const std::string& distribution, double mean, double sd) {
        return lifetime_from_mean_sd(distribution_named(distribution), mean, sd);
      },
      py::arg("distribution"), py::arg("mean"), py::arg("sd"));
  module.def(
      "lifetime_from_native",
      [](const std::string& distribution, double first, double second) {
        return lifetime_from_native(distribution_named(distribution), first, second);
      },
      py::arg("distribution"), py::arg("first"), py::arg("second") = 0.0);
  module.def(
      "lifetime_from_table",
      [](std::vector<double> ages, std::vector<double> shares) {
        return Lifetime(Tabulated(std::move(ages), std::move(shares)));
      },
      py::arg("ages"), py::arg("shares"));
  module.def(
      "lifetime_from_object", [](py::object object) { return Lifetime(PythonLifetime{object}); },
      py::arg("object"));
  bind_lifetimes(module);
}

}  // namespace critflow
