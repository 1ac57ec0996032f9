#include "critflow/network/flow_description.hpp"

namespace critflow {

const std::vector<std::string>& flow_roles() {
  static const std::vector<std::string> roles{
      "placed",  "used_export",     "hoarded",   "waste",     "collected",      "mixed_waste",
      "unknown", "recycling_input", "recovered", "new_scrap", "demand",         "primary",
      "mined",   "shortage",        "surplus",   "lost",      "functional_loss"};
  return roles;
}

const std::vector<std::string>& supply_stages() {
  static const std::vector<std::string> stages{"extraction", "refining", "component", "product"};
  return stages;
}

const std::vector<std::string>& trade_words() {
  static const std::vector<std::string> words{"domestic", "import", "export"};
  return words;
}

}  // namespace critflow
