#include "critflow/indicator/indicator.hpp"

#include <array>
#include <utility>

#include "critflow/base/fault.hpp"
#include "critflow/base/nearest_name.hpp"
#include "critflow/indicator/collection.hpp"
#include "critflow/indicator/definition.hpp"
#include "critflow/indicator/recovery.hpp"
#include "critflow/indicator/stage_supply.hpp"
#include "critflow/indicator/stockpiles.hpp"
#include "critflow/indicator/supply.hpp"
#include "critflow/indicator/use.hpp"

namespace critflow {

namespace {

using Compute = Figures (*)(const Run&);

constexpr std::array<std::pair<const char*, Compute>, 32> computed{
    {{"inflow", inflow_into_use},
     {"stock", stock_in_use},
     {"outflow", outflow_from_use},
     {"government_inflow", inflow_to_government},
     {"government_stock", stock_of_government},
     {"waste_generated", waste_generated},
     {"collected", collected},
     {"mixed_waste", mixed_waste},
     {"used_exports", used_exports},
     {"hoarded_stock", hoarded_stock},
     {"collection_rate", collection_rate},
     {"legal_collection_rate", legal_collection_rate},
     {"recovered", recovered},
     {"recovery", recovery},
     {"end_of_life_recycling_rate", end_of_life_recycling_rate},
     {"demand", demand},
     {"secondary_supply", secondary_supply},
     {"primary_supply", primary_supply},
     {"primary_demand", primary_demand},
     {"mined", mined},
     {"recycled_content", recycled_content},
     {"end_of_life_input_rate", end_of_life_input_rate},
     {"recycling_input_rate", recycling_input_rate},
     {"old_scrap_ratio", old_scrap_ratio},
     {"non_functional_recycling_rate", non_functional_recycling_rate},
     {"apparent_consumption", apparent_consumption},
     {"import_dependence", import_dependence},
     {"embodied_net_imports", embodied_net_imports},
     {"single_country_share", single_country_share},
     {"third_country_ownership", third_country_ownership},
     {"herfindahl", herfindahl},
     {"stock_days", stock_days}}};

}  // namespace

const std::vector<Indicator>& indicators() {
  static const std::vector<Indicator> all = [] {
    std::vector<Indicator> defined;
    for (const auto& [name, compute] : computed) {
      const Definition& known = definition(name);
      defined.push_back({name, known.title, known.formula, compute});
    }
    return defined;
  }();
  return all;
}

Figures indicator(const Run& run, const std::string& name) {
  std::vector<std::string> names;
  for (const Indicator& one : indicators()) {
    if (one.name == name) return one.compute(run);
    names.push_back(one.name);
  }
  Fault fault{.where = "indicator",
              .what = "unknown indicator",
              .value = name,
              .rule = "be one of the library"};
  fault.nearest = nearest_name(name, names);
  throw InvalidValue(std::move(fault));
}

}  // namespace critflow
