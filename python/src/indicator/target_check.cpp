#include "critflow/indicator/target_check.hpp"

#include <pybind11/stl.h>

#include <map>
#include <string>
#include <vector>

#include "bind.hpp"

namespace critflow {

namespace {

CheckOptions options_from(const std::vector<std::string>& include, bool full_year_after_date,
                          bool full_year_after_end, double evidence,
                          std::vector<std::string> third_countries,
                          std::map<std::string, double> thresholds) {
  const auto rule = [](bool after) {
    return after ? YearRule::first_full_year_after : YearRule::year_of_date;
  };
  CheckOptions options{.years = {rule(full_year_after_date), rule(full_year_after_end)},
                       .evidence = evidence,
                       .third_countries = std::move(third_countries),
                       .thresholds = std::move(thresholds)};
  for (const std::string& word : include) options.include.push_back(legal_status_named(word));
  return options;
}

}  // namespace

void bind_target_check(pybind11::module_& module) {
  namespace py = pybind11;
  py::class_<TargetCheck>(module, "TargetCheck")
      .def_readonly("target", &TargetCheck::target)
      .def_readonly("year", &TargetCheck::year)
      .def_readonly("value", &TargetCheck::value)
      .def_readonly("threshold", &TargetCheck::threshold)
      .def_property_readonly("status", [](const TargetCheck& one) { return name_of(one.status); })
      .def_readonly("gap", &TargetCheck::gap)
      .def_readonly("law_version", &TargetCheck::law_version)
      .def_readonly("method", &TargetCheck::method)
      .def_readonly("evidence", &TargetCheck::evidence)
      .def_readonly("reason", &TargetCheck::reason);
  module.def(
      "check_targets",
      [](const Run& run, const Law& law, const std::vector<std::string>& include,
         bool full_year_after_date, bool full_year_after_end, double evidence,
         std::vector<std::string> third_countries, std::map<std::string, double> thresholds) {
        return check_targets(
            run, law,
            options_from(include, full_year_after_date, full_year_after_end, evidence,
                         std::move(third_countries), std::move(thresholds)));
      },
      py::arg("run"), py::arg("law"), py::arg("include"), py::arg("full_year_after_date"),
      py::arg("full_year_after_end"), py::arg("evidence"), py::arg("third_countries"),
      py::arg("thresholds"));
}

}  // namespace critflow
