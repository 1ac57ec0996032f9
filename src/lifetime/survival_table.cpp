#include "critflow/lifetime/survival_table.hpp"

#include <algorithm>
#include <string>

#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

void require_share(bool holds, double age, const char* what, double value, const char* rule) {
  if (holds) return;
  throw InvalidValue({.where = "lifetime.survival(" + shown(age) + ")",
                      .what = what,
                      .value = shown(value),
                      .rule = rule});
}

/// Share that leaves between two ages whose survival is known. Where a sixteenth of what is there
/// leaves, the subtraction loses four bits at most, and the model need not be asked.
double leaving_share(const Lifetime& lifetime, double from, double to, double before,
                     double after) {
  require_share(after >= 0.0 && after <= 1.0, to, "not a share", after, "be in [0, 1]");
  const double difference = before - after;
  if (difference >= before / 16.0) return difference;
  const double leaving = lifetime.leaving(from, to);
  require_share(leaving >= 0.0, to, "rises with age", after, "be at most what it was before");
  return leaving;
}

/// Shares of which nothing is ever seen would only make the processor slow where they are too small
/// for its usual format, and so would their products with an amount.
double without_traces(double share) { return share < 1e-280 ? 0.0 : share; }

/// Age at `bound` of what enters at `place` of its step.
double age_at(const Years& years, double bound, int cohort, double place) {
  return (bound - years.bound(cohort)) - place * years.length(cohort);
}

/// What leaves, of what is there; where nothing is left there is nothing to hold back.
double hazard_of(double leaving, double before) { return before > 0.0 ? leaving / before : 1.0; }

/// Hazard that one lifetime has for `cohort` in `step`.
double acting_hazard(const Years& years, const Lifetime& lifetime, const Entry& entry, int step,
                     int cohort) {
  double left = 0.0;
  double leaving = 0.0;
  for (const auto& [place, share] : entry.points()) {
    const bool enters = step == cohort;
    const double from = enters ? before_entry : age_at(years, years.bound(step), cohort, place);
    const double to = age_at(years, years.bound(step + 1), cohort, place);
    const double before = enters ? 1.0 : lifetime.survival(from);
    left += share * before;
    leaving += share * leaving_share(lifetime, from, to, before, lifetime.survival(to));
  }
  return std::min(hazard_of(leaving, left), 1.0);
}

void require_length(std::size_t length, int steps, const char* where) {
  if (length == static_cast<std::size_t>(steps)) return;
  throw InvalidValue({.where = where,
                      .what = "wrong length",
                      .value = std::to_string(length),
                      .rule = "have one entry per step (" + std::to_string(steps) + ")"});
}

}  // namespace

SurvivalTable::SurvivalTable(const Years& years, bool by_age) : years_(years), by_age_(by_age) {
  const auto steps = static_cast<std::size_t>(size());
  survival_.resize(by_age ? steps : steps * (steps + 1) / 2);
  leaving_.resize(survival_.size());
}

SurvivalTable::SurvivalTable(const Years& years, const Lifetime& lifetime, const Entry& entry)
    : SurvivalTable(years, years.annual()) {
  for (int cohort = 0; cohort < (by_age_ ? 1 : size()); ++cohort) fill(cohort, lifetime, entry);
}

SurvivalTable::SurvivalTable(const Years& years, std::span<const Lifetime> by_cohort,
                             const Entry& entry)
    : SurvivalTable(years, false) {
  require_length(by_cohort.size(), size(), "lifetime by cohort");
  for (int cohort = 0; cohort < size(); ++cohort)
    fill(cohort, by_cohort[static_cast<std::size_t>(cohort)], entry);
}

void SurvivalTable::fill(int cohort, const Lifetime& lifetime, const Entry& entry) {
  for (const auto& [place, share] : entry.points()) {
    double from = before_entry;
    double before = 1.0;
    for (int step = cohort; step < size(); ++step) {
      const double to = age_at(years_, years_.bound(step + 1), cohort, place);
      const double after = without_traces(lifetime.survival(to));
      survival_[index(step, cohort)] += share * after;
      leaving_[index(step, cohort)] +=
          share * without_traces(leaving_share(lifetime, from, to, before, after));
      from = to;
      before = after;
    }
  }
}

SurvivalTable SurvivalTable::from_hazards(const Years& years,
                                          const std::function<double(int, int)>& hazard) {
  SurvivalTable table(years, false);
  for (int cohort = 0; cohort < table.size(); ++cohort) {
    double left = 1.0;
    for (int step = cohort; step < table.size(); ++step) {
      const double share = hazard(step, cohort);
      if (!(share >= 0.0 && share <= 1.0))
        throw InvalidValue({.where = "hazard[" + std::to_string(years[step]) + ", cohort " +
                                     std::to_string(years[cohort]) + "]",
                            .what = "not a share",
                            .value = shown(share),
                            .rule = "be in [0, 1]"});
      table.leaving_[table.index(step, cohort)] = left * share;
      left *= 1.0 - share;
      table.survival_[table.index(step, cohort)] = left;
    }
  }
  return table;
}

SurvivalTable SurvivalTable::from_lifetimes(const Years& years,
                                            const std::function<Lifetime(int, int)>& lifetime,
                                            const Entry& entry) {
  return from_hazards(years, [&](int step, int cohort) {
    return acting_hazard(years, lifetime(step, cohort), entry, step, cohort);
  });
}

SurvivalTable SurvivalTable::with_hazard_factors(std::span<const double> factor) const {
  require_length(factor.size(), size(), "hazard factor");
  for (int step = 0; step < size(); ++step)
    require_not_negative(factor[static_cast<std::size_t>(step)],
                         "hazard factor[" + std::to_string(years_[step]) + "]");
  return from_hazards(years_, [&](int step, int cohort) {
    return std::min(factor[static_cast<std::size_t>(step)] * hazard(step, cohort), 1.0);
  });
}

double SurvivalTable::survival(int step, int cohort) const {
  return step < cohort ? 0.0 : survival_[index(step, cohort)];
}

double SurvivalTable::leaving(int step, int cohort) const {
  return step < cohort ? 0.0 : leaving_[index(step, cohort)];
}

double SurvivalTable::hazard(int step, int cohort) const {
  return hazard_of(leaving(step, cohort), step == cohort ? 1.0 : survival(step - 1, cohort));
}

std::span<const double> SurvivalTable::survival_of(int cohort) const {
  return std::span(survival_).subspan(index(cohort, cohort),
                                      static_cast<std::size_t>(size() - cohort));
}

std::span<const double> SurvivalTable::leaving_of(int cohort) const {
  return std::span(leaving_).subspan(index(cohort, cohort),
                                     static_cast<std::size_t>(size() - cohort));
}

std::size_t SurvivalTable::index(int step, int cohort) const {
  const int before = by_age_ ? 0 : cohort * (2 * size() - cohort + 1) / 2;
  return static_cast<std::size_t>(before + step - cohort);
}

}  // namespace critflow
