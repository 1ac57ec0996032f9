#include "critflow/indicator/target_check.hpp"

#include <pybind11/stl.h>

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <utility>
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

namespace py = pybind11;

using Column = std::pair<const char*, std::function<py::object(const TargetCheck&)>>;
using Columns = std::vector<Column>;

py::object text(const std::string& words) {
  return words.empty() ? py::object(py::none()) : py::object(py::str(words));
}

Column of_rule(const char* name, std::string Target::*words) {
  return {name, [words](const TargetCheck& one) { return text(one.target.*words); }};
}

template <class T>
Column of_year(const char* name, T TargetCheck::*fact) {
  return {name, [fact](const TargetCheck& one) { return py::cast(one.*fact); }};
}

/// What is the same for all years that are tested against one step of the law.
const Columns& columns_of_steps() {
  static const Columns columns{
      of_rule("key", &Target::key),
      of_rule("group", &Target::group),
      of_rule("instrument", &Target::instrument),
      of_rule("article", &Target::article),
      of_rule("indicator", &Target::indicator),
      of_rule("category", &Target::category),
      of_rule("stream", &Target::stream),
      of_rule("material", &Target::material),
      {"comparison",
       [](const TargetCheck& one) { return py::str(name_of(one.target.comparison)); }},
      of_rule("unit", &Target::unit),
      {"legal_status", [](const TargetCheck& one) { return py::str(name_of(one.target.status)); }},
      {"verification",
       [](const TargetCheck& one) { return py::str(name_of(one.target.verification)); }},
      of_rule("source", &Target::source),
      of_rule("note", &Target::note),
      {"law_version", [](const TargetCheck& one) { return text(one.law_version); }},
      {"method", [](const TargetCheck& one) { return text(one.method); }},
      {"evidence", [](const TargetCheck& one) {
         const EvidenceCount& count = one.evidence;
         return py::str(std::to_string(count.verified) + " verified, " +
                        std::to_string(count.derived) + " derived, " +
                        std::to_string(count.assumption) + " assumed");
       }}};
  return columns;
}

const Columns& columns_of_years() {
  static const Columns columns{
      of_year("year", &TargetCheck::year),
      of_year("value", &TargetCheck::value),
      of_year("part", &TargetCheck::part),
      of_year("whole", &TargetCheck::whole),
      of_year("threshold", &TargetCheck::threshold),
      {"status", [](const TargetCheck& one) { return py::str(name_of(one.status)); }},
      of_year("gap_tonnes", &TargetCheck::gap),
      {"reason", [](const TargetCheck& one) { return text(one.reason); }}};
  return columns;
}

bool of_one_step(const TargetCheck& one, const TargetCheck& other) {
  return one.target.key == other.target.key && one.target.from == other.target.from;
}

/// A list for each column. Words of a step are made once, and shared by its years.
py::dict columns_of(const std::vector<TargetCheck>& checks) {
  const std::size_t of_steps = columns_of_steps().size();
  std::vector<py::list> lists(of_steps + columns_of_years().size());
  std::vector<py::object> words(of_steps);
  for (std::size_t i = 0; i < checks.size(); ++i) {
    const bool begins = i == 0 || !of_one_step(checks[i - 1], checks[i]);
    for (std::size_t c = 0; c < of_steps; ++c) {
      if (begins) words[c] = columns_of_steps()[c].second(checks[i]);
      lists[c].append(words[c]);
    }
    for (std::size_t c = of_steps; c < lists.size(); ++c)
      lists[c].append(columns_of_years()[c - of_steps].second(checks[i]));
  }
  py::dict columns;
  for (std::size_t c = 0; c < lists.size(); ++c)
    columns[(c < of_steps ? columns_of_steps()[c] : columns_of_years()[c - of_steps]).first] =
        lists[c];
  return columns;
}

}  // namespace

void bind_target_check(pybind11::module_& module) {
  module.def(
      "check_targets",
      [](const Run& run, const Law& law, const std::vector<std::string>& include,
         bool full_year_after_date, bool full_year_after_end, double evidence,
         std::vector<std::string> third_countries, std::map<std::string, double> thresholds) {
        return columns_of(
            check_targets(run, law,
                          options_from(include, full_year_after_date, full_year_after_end, evidence,
                                       std::move(third_countries), std::move(thresholds))));
      },
      py::arg("run"), py::arg("law"), py::arg("include"), py::arg("full_year_after_date"),
      py::arg("full_year_after_end"), py::arg("evidence"), py::arg("third_countries"),
      py::arg("thresholds"));
}

}  // namespace critflow
