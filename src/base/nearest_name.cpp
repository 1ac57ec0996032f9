#include "critflow/base/nearest_name.hpp"

#include <algorithm>
#include <cstddef>

namespace critflow {

namespace {

/// Damerau-Levenshtein distance with adjacent swaps (optimal string alignment).
std::size_t slips(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1,
                             cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  return cost[a.size()][b.size()];
}

}  // namespace

std::string nearest_name(std::string_view given, const std::vector<std::string>& known) {
  // A very long name is no slip of the pen; comparing it would only cost time.
  constexpr std::size_t longest = 80;
  std::string nearest;
  std::size_t fewest = 3;
  if (given.size() > longest) return nearest;
  for (const std::string& name : known) {
    if (name.size() > longest || name.size() <= 2) continue;
    const std::size_t distance = slips(given, name);
    if (distance < fewest) {
      fewest = distance;
      nearest = name;
    }
  }
  return nearest;
}

}  // namespace critflow
