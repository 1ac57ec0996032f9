#include "critflow/study/study_result.hpp"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <limits>
#include <utility>

#include "bind.hpp"
#include "critflow/study/study.hpp"

namespace critflow {

namespace {

namespace py = pybind11;

template <class T, class Of>
py::array_t<double> array_of(const std::vector<T>& all, Of of) {
  py::array_t<double> values(static_cast<py::ssize_t>(all.size()));
  double* to = values.mutable_data();
  for (const T& one : all) *to++ = static_cast<double>(of(one));
  return values;
}

/// One row for each fact, one column for each column of the study.
py::dict facts_of(const std::vector<Moments>& moments) {
  py::dict facts;
  facts["count"] = array_of(moments, [](const Moments& m) { return m.count; });
  facts["mean"] = array_of(moments, [](const Moments& m) { return m.mean; });
  facts["sd"] = array_of(moments, [](const Moments& m) { return m.sd(); });
  facts["least"] = array_of(moments, [](const Moments& m) { return m.least; });
  facts["most"] = array_of(moments, [](const Moments& m) { return m.most; });
  facts["least_sample"] = array_of(moments, [](const Moments& m) { return m.least_sample; });
  facts["most_sample"] = array_of(moments, [](const Moments& m) { return m.most_sample; });
  return facts;
}

py::array_t<double> quantiles_of(const StudyResult& result, const std::vector<std::size_t>& columns,
                                 const std::vector<double>& probabilities) {
  py::array_t<double> values({columns.size(), probabilities.size()});
  auto to = values.mutable_unchecked<2>();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::vector<double> told = result.quantiles(columns[i], probabilities);
    for (std::size_t p = 0; p < probabilities.size(); ++p)
      to(static_cast<py::ssize_t>(i), static_cast<py::ssize_t>(p)) =
          told.empty() ? std::numeric_limits<double>::quiet_NaN() : told[p];
  }
  return values;
}

}  // namespace

void bind_study_result(py::module_& module) {
  py::class_<StudyResult>(module, "StudyResult")
      .def(py::init([](const Study& study, StudyPart& part) {
             return StudyResult(study.shape(), std::move(part));
           }),
           py::arg("study"), py::arg("part"))
      .def_property_readonly("part", &StudyResult::part)
      .def_property_readonly("moments",
                             [](const StudyResult& result) { return facts_of(result.moments()); })
      .def_property_readonly(
          "differences", [](const StudyResult& result) { return facts_of(result.differences()); })
      .def("quantiles", &quantiles_of, py::arg("columns"), py::arg("probabilities"))
      .def(
          "values",
          [](const StudyResult& result, std::size_t column) {
            return array_of(result.row_values(column), [](double value) { return value; });
          },
          py::arg("column"))
      .def_property_readonly("tests",
                             [](const StudyResult& result) {
                               py::list tests;
                               for (const TestCount& one : result.part().tests)
                                 tests.append(py::make_tuple(one.tested, one.met));
                               return tests;
                             })
      .def(
          "pair",
          [](const StudyResult& result, int first, int second, std::size_t cell) {
            const auto cells = static_cast<std::size_t>(result.shape().cells);
            const PairCount& one =
                result.part().pairs[result.shape().pair(first, second) * cells + cell];
            return py::make_tuple(one.compared, one.lower, one.higher);
          },
          py::arg("first"), py::arg("second"), py::arg("cell"))
      .def_property_readonly("paths",
                             [](const StudyResult& result) { return result.part().paths; });
}

}  // namespace critflow
