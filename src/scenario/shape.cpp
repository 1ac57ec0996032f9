#include "critflow/scenario/shape.hpp"

#include <cmath>
#include <utility>

#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

constexpr double nothing = 0.001;  // a logistic curve below it has not begun

void require(bool holds, const char* what, const std::string& value, const char* rule) {
  if (!holds) throw InvalidValue({"shape", what, value, rule});
}

void require_rising(int first, int last) {
  require(first < last, "ends before it begins",
          std::to_string(first) + ", " + std::to_string(last), "be two rising years");
}

std::string from_to(const char* word, int first, const char* to, int last) {
  return word + std::to_string(first) + to + std::to_string(last);
}

}  // namespace

Shape::Shape(Series path, std::vector<int> years, std::string text)
    : path_(std::move(path)), years_(std::move(years)), text_(std::move(text)) {}

Shape Shape::step(int year) {
  return {Series({{year - 1, 0.0}, {year, 1.0}}, Interpolation::step),
          {year},
          "step in " + std::to_string(year)};
}

Shape Shape::linear(int first, int last) {
  require_rising(first, last);
  return {Series{{first, 0.0}, {last, 1.0}},
          {first, last},
          from_to("linear from ", first, " to ", last)};
}

Shape Shape::logistic(int t10, int t90) {
  require_rising(t10, t90);
  return {Series::logistic(0.0, 1.0, 0.5 * (t10 + t90), (t90 - t10) / std::log(81.0)),
          {t10, t90},
          from_to("logistic, 10 % in ", t10, " and 90 % in ", t90)};
}

Shape Shape::anchors(std::vector<YearValue> points) {
  std::vector<int> years;
  std::string text = "by anchors";
  for (const YearValue& point : points) {
    require(point.value >= 0.0 && point.value <= 1.0, "anchor outside its domain",
            shown(point.value), "be in [0, 1]");
    text += (years.empty() ? " " : ", ") + std::to_string(point.year) + ": " + shown(point.value);
    years.push_back(point.year);
  }
  return {Series(std::move(points)), std::move(years), std::move(text)};
}

Shape Shape::pulse(int first, int length) {
  require(length > 0, "pulse without length", std::to_string(length), "last a year or more");
  return {Series({{first - 1, 0.0}, {first, 1.0}, {first + length, 0.0}}, Interpolation::step),
          {first},
          from_to("pulse from ", first, ", years: ", length)};
}

Shape Shape::delayed(int years) const {
  require(years >= 0, "negative delay", std::to_string(years), "be >= 0");
  Shape later = *this;
  later.delay_ = years;
  return later;
}

Shape Shape::expected(double probability) const {
  require(probability > 0.0 && probability <= 1.0, "probability outside its domain",
          shown(probability), "be > 0 and <= 1");
  Shape weighed = *this;
  weighed.probability_ = probability;
  return weighed;
}

Shape Shape::with_effort(Series effort) const {
  Shape solved = *this;
  solved.effort_ = std::move(effort);
  return solved;
}

double Shape::at(int year) const {
  const double f = path_.at(year - delay_);
  const bool begun = !path_.points().empty() || f >= nothing;
  return begun ? probability_ * f * effort_.at(year) : 0.0;
}

std::string Shape::text() const {
  std::string text = text_;
  if (delay_ > 0)
    text += ", delayed by " + std::to_string(delay_) + (delay_ == 1 ? " year" : " years");
  if (probability_ < 1.0) text += ", expected at probability " + shown(probability_);
  if (effort_.constant()) return text;
  for (const YearValue& point : effort_.points())
    text += (point == effort_.points().front() ? ", effort by assumption " : ", ") +
            std::to_string(point.year) + ": " + shown(point.value);
  return text;
}

}  // namespace critflow
