#include "critflow/solve/calibrate.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "critflow/base/nearest_name.hpp"
#include "critflow/solve/modelled.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/bracketed_search.hpp"

namespace critflow {

namespace {

constexpr double precision = 1e-12;  // of the published figure, and of the share
constexpr int halvings = 40;         // of one: to 1e-12

/// The series of that name, years rising.
std::vector<Observation> find_series(const System& system, const std::string& name) {
  std::vector<Observation> series;
  std::vector<std::string> known;
  for (const Observation& one : system.observations()) {
    known.push_back(one.name);
    if (one.name == name) series.push_back(one);
  }
  if (series.empty())
    throw InvalidValue({.where = "calibrate",
                        .what = "no observations of that name",
                        .value = name,
                        .rule = "be among the observations of the system",
                        .nearest = nearest_name(name, known)});
  std::ranges::sort(series, {}, &Observation::year);
  const auto twice = std::ranges::adjacent_find(series, {}, &Observation::year);
  if (twice != series.end())
    throw InvalidValue({.where = "calibrate",
                        .what = "two figures for " + std::to_string(twice->year),
                        .value = name,
                        .rule = "be one figure a year",
                        .file = twice->file,
                        .row = twice->row});
  return series;
}

const Parameter& find_share(const System& system, const std::string& name) {
  const Parameter* parameter = system.parameter(name);
  if (parameter != nullptr && parameter->unit == "1") return *parameter;
  std::vector<std::string> shares;
  for (const Parameter& one : system.parameters())
    if (one.unit == "1") shares.push_back(one.name());
  throw InvalidValue({.where = "calibrate",
                      .what = parameter == nullptr ? "unknown parameter" : "not a share",
                      .value = name,
                      .rule = "be a share of the system",
                      .nearest = nearest_name(name, shares)});
}

/// A share over the years that is being solved, from the first published year to the last.
class Calibration {
 public:
  Calibration(const System& system, const Parameter& share, const Place& place,
              std::vector<Observation> series)
      : system_(system),
        name_(share.name()),
        place_(place),
        series_(std::move(series)),
        before_(simulate(system)) {
    const std::vector<int> cells = share.cells_at(place);
    if (cells.empty())
      throw InvalidValue({.where = name_,
                          .what = "no such cell",
                          .value = place.text(),
                          .rule = "have a value to begin with"});
    const Series& given = share.setting(cells.front()).series;
    const auto keep_years = [&](auto outside) {
      for (const int year : system.description().years.values())
        if (!given.constant() && outside(year)) points_.push_back({year, given.at(year)});
    };
    keep_years([&](int year) { return year < series_.front().year; });
    first_ = points_.size();
    for (const Observation& one : series_) points_.push_back({one.year, given.at(one.year)});
    keep_years([&](int year) { return year > series_.back().year; });
  }

  Calibrated solve() {
    std::vector<CalibratedYear> years;
    for (std::size_t i = 0; i < series_.size(); ++i) {
      solve_year(i);
      years.push_back({.year = series_[i].year,
                       .share = points_[first_ + i].value,
                       .published = series_[i].value,
                       .before = modelled(before_, series_[i]),
                       .source = series_[i].source});
    }
    if (!faults_.empty()) throw ModelFaults(std::move(faults_));
    return {Series(points_), std::move(years)};
  }

 private:
  /// How far the model lies above a published figure, at the ends of what the share may be.
  struct Bracket {
    double low, high;
    double below, above;
  };

  [[nodiscard]] System changed() const { return system_.replace(name_, place_, Series(points_)); }

  /// The years after the one being solved follow it: none of them decides it.
  void put(std::size_t year, double share) {
    for (std::size_t i = year; i < series_.size(); ++i) points_[first_ + i].value = share;
  }

  double off(std::size_t year, double share) {
    put(year, share);
    return modelled(simulate(changed()), series_[year]) - series_[year].value;
  }

  std::optional<double> off_if_possible(std::size_t year, double share) {
    try {
      return off(year, share);
    } catch (const ModelFaults&) {
      return std::nullopt;
    }
  }

  /// From zero to one, or to the most that the other shares of the process leave room for.
  Bracket bracket(std::size_t year) {
    const double below = off(year, 0.0);
    if (const std::optional<double> above = off_if_possible(year, 1.0))
      return {0.0, 1.0, below, *above};
    Bracket possible{0.0, 0.0, below, below};
    double impossible = 1.0;
    for (int i = 0; i < halvings; ++i) {
      const double middle = 0.5 * (possible.high + impossible);
      const std::optional<double> above = off_if_possible(year, middle);
      (above ? possible.high : impossible) = middle;
      if (above) possible.above = *above;
    }
    return possible;
  }

  void solve_year(std::size_t year) {
    const double start = points_[first_ + year].value;
    const Bracket ends = bracket(year);
    const double published = series_[year].value;
    if (std::abs(ends.above - ends.below) <= precision * std::max(1.0, std::abs(published))) {
      refuse(year, ends, "does not decide", "change what is modelled");
      return put(year, start);
    }
    if (ends.below * ends.above > 0.0) {
      refuse(year, ends, "would leave what it may be",
             "reach the published " + shown(published) + " " + series_[year].unit);
      return put(year, start);
    }
    const auto found = bracketed_search([&](double share) { return off(year, share); }, ends.low,
                                        ends.high, ends.below, ends.above, precision);
    put(year, std::abs(off(year, found.first)) < std::abs(off(year, found.second)) ? found.first
                                                                                   : found.second);
  }

  void refuse(std::size_t year, const Bracket& ends, const std::string& what,
              const std::string& rule) {
    const Observation& one = series_[year];
    const auto modelled_at = [&](double share, double difference) {
      return shown(one.value + difference) + " at " + shown(share);
    };
    faults_.push_back(
        {.where = name_ + place_.text(),
         .what = what + ": " + one.name + ", " + std::to_string(one.year),
         .value = modelled_at(ends.low, ends.below) + ", " + modelled_at(ends.high, ends.above),
         .rule = rule,
         .file = one.file,
         .row = one.row});
  }

  const System& system_;
  std::string name_;
  Place place_;
  std::vector<Observation> series_;
  Run before_;
  std::vector<YearValue> points_;
  std::size_t first_ = 0;  ///< of the points, the first that is solved
  std::vector<Fault> faults_;
};

}  // namespace

Calibrated calibrate(const System& system, const std::string& parameter, const Place& place,
                     const std::string& observations) {
  return Calibration(system, find_share(system, parameter), place,
                     find_series(system, observations))
      .solve();
}

}  // namespace critflow
