#pragma once

#include "critflow/policy/date.hpp"

namespace critflow {

/// In which year a date counts, where a model knows years only.
enum class YearRule {
  year_of_date,          ///< the year that holds the date
  first_full_year_after  ///< the first that lies wholly after it
};

/// What a model of years makes of dates within one. The law does not say it: the choice is an
/// option, and its default the reading that asks for nothing before it is due.
struct YearRules {
  YearRule within_year = YearRule::first_full_year_after;  ///< such as 18 August
  YearRule end_of_year = YearRule::year_of_date;           ///< 31 December
};

/// The first year that is tested against what is due from `date`. A duty of 1 January counts from
/// that year under both rules.
[[nodiscard]] int first_year(const Date& date, const YearRules& rules);

}  // namespace critflow
