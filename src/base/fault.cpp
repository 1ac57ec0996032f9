#include "critflow/base/fault.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace critflow {

namespace {

std::string joined(const std::vector<Fault>& faults) {
  std::string text;
  for (const Fault& fault : faults) text += fault.text() + "\n";
  if (!text.empty()) text.pop_back();
  return text;
}

double require(bool holds, double value, std::string_view where, const char* what,
               const char* rule) {
  if (holds) return value;
  throw InvalidValue(
      {.where = std::string(where), .what = what, .value = shown(value), .rule = rule});
}

}  // namespace

std::string Fault::text() const {
  std::string place = file;
  if (row > 0) place += ":" + std::to_string(row);
  if (row > 0 && column > 0) place += ":" + std::to_string(column);
  std::string text = place.empty() ? where : where.empty() ? place : place + ": " + where;
  text += ": " + what;
  if (!value.empty()) text += ": " + value;
  if (!rule.empty()) text += ", must " + rule;
  if (!nearest.empty()) text += "; did you mean '" + nearest + "'?";
  return text;
}

InvalidValue::InvalidValue(Fault fault)
    : std::invalid_argument(fault.text()), fault_(std::move(fault)) {}

ModelFaults::ModelFaults(std::vector<Fault> faults)
    : std::runtime_error(joined(faults)), faults_(std::move(faults)) {}

std::string shown(double value) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

double require_positive(double value, std::string_view where) {
  return require(std::isfinite(value) && value > 0.0, value, where, "not positive",
                 "be finite and > 0");
}

double require_not_negative(double value, std::string_view where) {
  return require(std::isfinite(value) && value >= 0.0, value, where, "negative or not finite",
                 "be finite and >= 0");
}

double require_finite(double value, std::string_view where) {
  return require(std::isfinite(value), value, where, "not finite", "be finite");
}

}  // namespace critflow
