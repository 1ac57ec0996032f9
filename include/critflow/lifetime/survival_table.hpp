#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "critflow/base/years.hpp"
#include "critflow/lifetime/entry.hpp"
#include "critflow/lifetime/lifetime.hpp"

namespace critflow {

/// Lifetimes laid over a time axis: for every cohort, named by the step in which it enters, the
/// share in use at the end of each step and the share that leaves during it.
///
///     survival(t, c) = mean over the entry points of c of S_c(end of t - entry)
///     leaving(t, c)  = survival(t - 1, c) - survival(t, c),   leaving(c, c) = 1 - survival(c, c)
///
/// What leaves is not the difference of two shares where that would lose digits, but taken from the
/// model (`LeavingModel`); it keeps 14 digits while all is new as well as in the tail.
/// Cohorts and steps share one axis: to follow what entered before the first model year, let the
/// axis begin there. One lifetime on an annual axis is stored by age (T numbers, not T^2 / 2).
class SurvivalTable {
 public:
  /// One lifetime for all cohorts.
  /// @throws InvalidValue where the lifetime leaves [0, 1], rises or is not a number
  SurvivalTable(const Years& years, const Lifetime& lifetime, const Entry& entry = Entry::end());

  /// A lifetime for each cohort, in the order of the steps.
  /// @throws InvalidValue
  SurvivalTable(const Years& years, std::span<const Lifetime> by_cohort,
                const Entry& entry = Entry::end());

  /// From the hazard of each (step, cohort): the share of what is left of the cohort that leaves
  /// during the step, in [0, 1]. Asked for step >= cohort only.
  /// @throws InvalidValue
  [[nodiscard]] static SurvivalTable from_hazards(const Years& years,
                                                  const std::function<double(int, int)>& hazard);

  /// From the lifetime that holds for each (step, cohort): its hazard at the cohort's age acts in
  /// that step. Effects of the cohort and of the calendar year in one.
  /// @throws InvalidValue
  [[nodiscard]] static SurvivalTable from_lifetimes(
      const Years& years, const std::function<Lifetime(int, int)>& lifetime,
      const Entry& entry = Entry::end());

  /// The same cohorts under hazards `factor[step]` times as high (at most one): what lengthens or
  /// shortens the life of all that is in use in a calendar year, whatever its cohort.
  /// @param factor  one per step, finite and >= 0
  /// @throws InvalidValue
  [[nodiscard]] SurvivalTable with_hazard_factors(std::span<const double> factor) const;

  /// Share of `cohort` in use at the end of `step`; zero before it enters.
  [[nodiscard]] double survival(int step, int cohort) const;
  /// Share of `cohort` that leaves during `step`; zero before it enters.
  [[nodiscard]] double leaving(int step, int cohort) const;
  /// Share of what is left of `cohort` that leaves during `step`; one where nothing is left.
  [[nodiscard]] double hazard(int step, int cohort) const;

  /// `survival` of one cohort from its own step to the last.
  [[nodiscard]] std::span<const double> survival_of(int cohort) const;
  /// `leaving` of one cohort from its own step to the last.
  [[nodiscard]] std::span<const double> leaving_of(int cohort) const;

  [[nodiscard]] const Years& years() const { return years_; }
  /// Number of steps, and of cohorts.
  [[nodiscard]] int size() const { return years_.size(); }
  /// Whether the shares depend on age alone: then every cohort has the same series.
  [[nodiscard]] bool by_age() const { return by_age_; }

 private:
  SurvivalTable(const Years& years, bool by_age);
  void fill(int cohort, const Lifetime& lifetime, const Entry& entry);
  [[nodiscard]] std::size_t index(int step, int cohort) const;

  Years years_;
  bool by_age_;
  std::vector<double> survival_;
  std::vector<double> leaving_;
};

}  // namespace critflow
