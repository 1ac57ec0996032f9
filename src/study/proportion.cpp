#include "critflow/study/proportion.hpp"

#include <cmath>
#include <cstddef>
#include <string>

#include "critflow/base/fault.hpp"
#include "critflow/study/quantile_function.hpp"

namespace critflow {

double Proportion::share() const {
  return count > 0 ? static_cast<double>(hits) / static_cast<double>(count) : 0.0;
}

ShareInterval Proportion::interval(double confidence) const {
  if (!(confidence > 0.0 && confidence < 1.0))
    throw InvalidValue(
        {"interval", "confidence", shown(confidence), "be above zero and below one"});
  if (count == 0) return {};
  const double z = normal_quantile(0.5 + 0.5 * confidence);
  const auto n = static_cast<double>(count);
  const auto yes = static_cast<double>(hits), no = n - yes;
  const double half = z * std::sqrt(yes * no / n + 0.25 * z * z);
  const double middle = yes + 0.5 * z * z;
  return {hits == 0 ? 0.0 : (middle - half) / (n + z * z),
          hits == count ? 1.0 : (middle + half) / (n + z * z)};
}

Proportion share_larger(std::span<const double> a, std::span<const double> b) {
  if (a.size() != b.size())
    throw InvalidValue({"draws", "another number of them", std::to_string(b.size()),
                        "be " + std::to_string(a.size()) + ", in pairs"});
  Proportion found;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (std::isnan(a[i]) || std::isnan(b[i])) continue;
    ++found.count;
    if (a[i] > b[i]) ++found.hits;
  }
  return found;
}

}  // namespace critflow
