#include "critflow/policy/date.hpp"

#include <chrono>
#include <optional>

#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

std::chrono::year_month_day calendar_day(const Date& date) {
  return std::chrono::year{date.year} / std::chrono::month{static_cast<unsigned>(date.month)} /
         std::chrono::day{static_cast<unsigned>(date.day)};
}

std::optional<int> digits(std::string_view text) {
  int number = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return {};
    number = 10 * number + (digit - '0');
  }
  return number;
}

std::string padded(int number, std::size_t width) {
  const std::string text = std::to_string(number);
  return std::string(text.size() < width ? width - text.size() : 0, '0') + text;
}

}  // namespace

Date parse_date(std::string_view text) {
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (year && month && day && calendar_day({*year, *month, *day}).ok())
      return {*year, *month, *day};
  }
  throw InvalidValue(
      {"date", "not a day", std::string(text), "be a day of the calendar such as 2031-08-18"});
}

std::string shown(const Date& date) {
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

double share_of_year_left(const Date& date) {
  using std::chrono::sys_days;
  const sys_days first = calendar_day({date.year, 1, 1});
  const sys_days next = calendar_day({date.year + 1, 1, 1});
  return static_cast<double>((next - sys_days{calendar_day(date)}).count()) /
         static_cast<double>((next - first).count());
}

}  // namespace critflow
