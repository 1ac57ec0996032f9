#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace critflow {

/// A day of the calendar, as laws name it.
struct Date {
  int year = 0;
  int month = 1;
  int day = 1;

  [[nodiscard]] auto operator<=>(const Date&) const = default;
};

/// Reads `2031-08-18`.
/// @throws InvalidValue where the text is no day of the calendar
[[nodiscard]] Date parse_date(std::string_view text);

/// `2031-08-18`.
[[nodiscard]] std::string shown(const Date& date);

/// Share of its year that is left from that day on, the day itself counted [1]: of 2031 from
/// 18 August, 136 / 365.
[[nodiscard]] double share_of_year_left(const Date& date);

}  // namespace critflow
