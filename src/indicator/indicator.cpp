#include "critflow/indicator/indicator.hpp"

#include <utility>

#include "critflow/base/fault.hpp"
#include "critflow/base/nearest_name.hpp"
#include "critflow/indicator/collection.hpp"
#include "critflow/indicator/recovery.hpp"
#include "critflow/indicator/supply.hpp"
#include "critflow/indicator/use.hpp"

namespace critflow {

const std::vector<Indicator>& indicators() {
  static const std::vector<Indicator> all{
      {"inflow",
       {"Into use", "In gebruik genomen"},
       "sum of inflows of stocks in use",
       inflow_into_use},
      {"stock", {"In use", "In gebruik"}, "sum of stocks in use, end of year", stock_in_use},
      {"outflow",
       {"Out of use", "Buiten gebruik geraakt"},
       "sum of outflows of stocks in use",
       outflow_from_use},
      {"waste_generated",
       {"Waste generated", "Vrijgekomen afval"},
       "sum of flows: waste",
       waste_generated},
      {"collected", {"Collected", "Ingezameld"}, "sum of flows: collected", collected},
      {"collection_rate",
       {"True collection rate", "Werkelijk inzamelpercentage"},
       "collected / waste generated",
       collection_rate},
      {"legal_collection_rate",
       {"Legal collection rate", "Wettelijk inzamelpercentage"},
       "3 collected(t) / (placed(t-1) + placed(t-2) + placed(t-3))",
       legal_collection_rate},
      {"recovered",
       {"Recovered from waste", "Teruggewonnen uit afval"},
       "sum of flows: recovered",
       recovered},
      {"recovery",
       {"Yield of recycling", "Rendement van recycling"},
       "recovered / recycling input",
       recovery},
      {"end_of_life_recycling_rate",
       {"End-of-life recycling rate", "Recyclinggraad na gebruik"},
       "recovered / outflow from use",
       end_of_life_recycling_rate},
      {"demand", {"Demand", "Vraag"}, "sum of flows: demand", demand},
      {"secondary_supply",
       {"Secondary supply", "Secundair aanbod"},
       "sum of flows: recovered, new_scrap",
       secondary_supply},
      {"primary_supply",
       {"Primary supply", "Primair aanbod"},
       "sum of flows: primary",
       primary_supply},
      {"mined", {"Mined", "Gedolven"}, "sum of flows: mined", mined},
      {"recycled_content",
       {"Recycled content", "Gerecycled aandeel"},
       "(secondary supply - surplus) / demand",
       recycled_content}};
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
