#include "critflow/network/earlier_cohorts.hpp"

#include <cstddef>
#include <vector>

#include "critflow/network/builder.hpp"

namespace critflow {

void EarlierCohorts::describe(Builder& builder, int first_port) const {
  if (!total.empty()) {
    builder.reads(first_port + in_total, builder.of_instance(total, "initial.total"));
    builder.reads(first_port + inflow_growth,
                  builder.of_instance(growth.empty() ? "0" : growth, "initial.growth"));
  }
  if (stock.empty()) return;
  const std::vector<std::string> given = builder.items(stock, "cohort");
  const int oldest = builder.years().first() - static_cast<int>(given.size());
  for (std::size_t c = 0; c < given.size(); ++c)
    if (const std::string year = std::to_string(oldest + static_cast<int>(c)); given[c] != year)
      builder.fault("initial.stock", "cohorts are not every year before the first", given[c],
                    "be " + year);
  builder.reads(first_port + by_cohort, builder.over(stock, "cohort", given, "initial.stock"));
}

}  // namespace critflow
