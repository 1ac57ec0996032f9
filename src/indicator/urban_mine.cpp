#include "critflow/indicator/urban_mine.hpp"

#include <cstddef>
#include <numeric>

namespace critflow {

namespace {

Ratio mean_over_ages(const std::vector<double>& amounts, const char* whole_is) {
  double sum = 0.0;
  for (std::size_t age = 0; age < amounts.size(); ++age)
    sum += static_cast<double>(age) * amounts[age];
  return ratio(sum, std::accumulate(amounts.begin(), amounts.end(), 0.0), whole_is);
}

}  // namespace

Ratio realised_lifetime(const std::vector<double>& left_by_age) {
  return mean_over_ages(left_by_age, "outflow from use");
}

Ratio mean_age(const std::vector<double>& stock_by_age) {
  return mean_over_ages(stock_by_age, "stock in use");
}

Ratio service_per_tonne(const std::vector<double>& energy_in_use, double primary_metal) {
  return ratio(std::accumulate(energy_in_use.begin(), energy_in_use.end(), 0.0), primary_metal,
               "primary metal");
}

}  // namespace critflow
