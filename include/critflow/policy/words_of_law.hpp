#pragma once

#include <string_view>

namespace critflow {

/// How far a rule has come.
enum class LegalStatus {
  in_force,  ///< the act applies, though a step of it may lie ahead
  adopted,   ///< the act is there, but a date, a method or a number of it is still to come
  proposed,  ///< announced or proposed by who may propose it
  plea,      ///< asked for by a government that cannot decide it
  milestone  ///< a report or a review, with a date and no threshold
};

/// How far a row was checked against the text it cites.
enum class Verification {
  read,             ///< in the text itself
  date_unverified,  ///< the rule in the text, its date elsewhere
  unverified,       ///< not in the text
  position          ///< in a paper of a government that states what it wants
};

/// How a value stands to its threshold.
enum class Comparison {
  at_least,
  at_most,
  above,
  exactly,
  duty  ///< something must be done; there is no number to compare with
};

[[nodiscard]] std::string_view name_of(LegalStatus status);
[[nodiscard]] std::string_view name_of(Verification verification);
[[nodiscard]] std::string_view name_of(Comparison comparison);

/// By its word, as files write it: `in force`, `at least`.
/// @throws InvalidValue with the nearest word
[[nodiscard]] LegalStatus legal_status_named(std::string_view word);
[[nodiscard]] Verification verification_named(std::string_view word);
[[nodiscard]] Comparison comparison_named(std::string_view word);

/// Whether a value meets a threshold. Neither is rounded. A duty has no threshold to meet.
/// @throws InvalidValue for a duty
[[nodiscard]] bool meets(double value, Comparison comparison, double threshold);

/// What is missing, in the measure of part and whole [t/a]: at least `threshold * whole` is asked
/// of a part, for example. Never below zero.
///
///     at least, above:  max(0, threshold * whole - part)
///     at most:          max(0, part - threshold * whole)
///     exactly:          abs(threshold * whole - part)
///
/// @throws InvalidValue for a duty
[[nodiscard]] double gap(double part, double whole, Comparison comparison, double threshold);

}  // namespace critflow
