#include "critflow/policy/element_rule.hpp"

namespace critflow {

namespace {

constexpr int first_year_of_cell_elements = 2030;

}  // namespace

const std::vector<std::string>& optional_elements(int year) {
  static const std::vector<std::string> before{"oxygen",     "carbon",   "iron",
                                               "phosphorus", "chlorine", "sulphur"};
  static const std::vector<std::string> after{"oxygen", "chlorine", "sulphur"};
  return year < first_year_of_cell_elements ? before : after;
}

}  // namespace critflow
