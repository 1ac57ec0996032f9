#include "critflow/indicator/reserves.hpp"

#include <numeric>

namespace critflow {

Ratio share_of_reserves(const std::vector<double>& mined, double reserves) {
  return ratio(std::accumulate(mined.begin(), mined.end(), 0.0), reserves, "reserves");
}

Ratio years_of_reserves(double reserves, double mined) { return ratio(reserves, mined, "mining"); }

}  // namespace critflow
