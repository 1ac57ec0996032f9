#include "critflow/indicator/evidence.hpp"

#include "bind.hpp"

namespace critflow {

void bind_evidence(pybind11::module_& module) {
  namespace py = pybind11;
  py::class_<EvidenceCount>(module, "EvidenceCount")
      .def_readonly("verified", &EvidenceCount::verified)
      .def_readonly("derived", &EvidenceCount::derived)
      .def_readonly("assumption", &EvidenceCount::assumption)
      .def("__repr__", [](const EvidenceCount& one) {
        return py::str("evidence: {} verified, {} derived, {} assumption")
            .format(one.verified, one.derived, one.assumption);
      });
  module.def("count_evidence", &count_evidence, py::arg("system"), py::arg("layer"));
}

}  // namespace critflow
