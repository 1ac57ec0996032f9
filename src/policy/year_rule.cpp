#include "critflow/policy/year_rule.hpp"

namespace critflow {

int first_year(const Date& date, const YearRules& rules) {
  if (date == Date{date.year, 1, 1}) return date.year;
  const bool end = date == Date{date.year, 12, 31};
  const YearRule rule = end ? rules.end_of_year : rules.within_year;
  return rule == YearRule::year_of_date ? date.year : date.year + 1;
}

}  // namespace critflow
