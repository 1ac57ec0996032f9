#include "critflow/study/proportion.hpp"

#include <utility>

#include "bind.hpp"

namespace critflow {

namespace py = pybind11;

void bind_proportion(py::module_& module) {
  py::class_<Proportion>(module, "Proportion",
                         "A share of draws: of those in which a target is met, or in which one "
                         "option beats another.")
      .def(py::init([](std::int64_t hits, std::int64_t count) {
             return Proportion{hits, count};
           }),
           py::arg("hits"), py::arg("count"))
      .def_readonly("hits", &Proportion::hits)
      .def_readonly("count", &Proportion::count, "Draws that could be judged.")
      .def_property_readonly("share", &Proportion::share)
      .def(
          "interval",
          [](const Proportion& of, double confidence) {
            const ShareInterval found = of.interval(confidence);
            return std::pair(found.low, found.high);
          },
          py::arg("confidence") = 0.95,
          "Between which shares the true one lies in so much of all studies, by Wilson.")
      .def("__repr__", [](const Proportion& one) {
        return py::str("proportion: {:.3g} %, {} of {} draws")
            .format(100.0 * one.share(), one.hits, one.count);
      });
}

}  // namespace critflow
