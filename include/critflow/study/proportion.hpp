#pragma once

#include <cstdint>
#include <span>

namespace critflow {

/// From where to where a share may lie.
struct ShareInterval {
  double low = 0.0;
  double high = 1.0;
};

/// A share of draws: of those in which a target is met, or in which one option beats another.
struct Proportion {
  std::int64_t hits = 0;
  std::int64_t count = 0;  ///< draws that could be judged

  /// hits / count; zero of nothing.
  [[nodiscard]] double share() const;

  /// The interval of E. B. Wilson (1927), which holds the true share in so much of all studies, and
  /// stays within zero and one also where all draws or none are hits. Zero to one for no draws. It
  /// is for independent draws; with an even sampling the share is surer than it says.
  /// @param confidence  above 0 and below 1
  /// @throws InvalidValue
  [[nodiscard]] ShareInterval interval(double confidence = 0.95) const;

  [[nodiscard]] bool operator==(const Proportion&) const = default;
};

/// The share of paired draws in which `a` is larger than `b`; a draw in which one of them is not a
/// number does not count, equal ones count as no.
/// @throws InvalidValue unless there are as many of both
[[nodiscard]] Proportion share_larger(std::span<const double> a, std::span<const double> b);

}  // namespace critflow
