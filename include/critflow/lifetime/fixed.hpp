#pragma once

namespace critflow {

/// Every unit lasts equally long.
///
///     survival(age) = 1 if age < years, else 0
///
/// With `years` zero all leaves on entry.
class Fixed {
 public:
  /// @param years  [a], finite and >= 0
  /// @throws InvalidValue
  explicit Fixed(double years);

  /// Share still in use at `age` [a].
  [[nodiscard]] double survival(double age) const { return age < years_ ? 1.0 : 0.0; }
  /// Share that leaves between two ages [a].
  [[nodiscard]] double leaving(double from, double to) const {
    return survival(from) - survival(to);
  }
  /// Age at the end of use [a].
  [[nodiscard]] double mean() const noexcept { return years_; }

 private:
  double years_;
};

}  // namespace critflow
