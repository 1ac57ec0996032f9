#include "yearly.hpp"

#include <cstddef>

namespace critflow {

std::vector<double> yearly(const Figures& figures) {
  const std::size_t years = figures.dimensions.front().items.size();
  const std::size_t cells = figures.values.size() / years;
  std::vector<double> sums(years, 0.0);
  for (std::size_t i = 0; i < figures.values.size(); ++i) sums[i / cells] += figures.values[i];
  return sums;
}

std::vector<double> yearly(const Figures& figures, const std::string& dimension,
                           const std::string& item) {
  std::size_t after = 1, length = 1, chosen = 0;
  for (const Dimension& one : figures.dimensions) {
    after *= one.items.size();
    if (one.name != dimension) continue;
    length = one.items.size();
    chosen = static_cast<std::size_t>(position(one, item));
    after = 1;
  }
  const std::size_t years = figures.dimensions.front().items.size();
  const std::size_t cells = figures.values.size() / years;
  std::vector<double> sums(years, 0.0);
  for (std::size_t i = 0; i < figures.values.size(); ++i)
    if (i / after % length == chosen) sums[i / cells] += figures.values[i];
  return sums;
}

}  // namespace critflow
