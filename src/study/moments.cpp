#include "critflow/study/moments.hpp"

#include <cmath>

namespace critflow {

double Moments::sd() const {
  return count < 2 ? 0.0 : std::sqrt(squares / static_cast<double>(count - 1));
}

Moments moments_of(std::span<const double> values, std::int64_t first) {
  Moments found;
  double sum = 0.0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double value = values[i];
    if (std::isnan(value)) continue;
    const std::int64_t sample = first + static_cast<std::int64_t>(i);
    if (found.count == 0 || value < found.least) found.least = value, found.least_sample = sample;
    if (found.count == 0 || value > found.most) found.most = value, found.most_sample = sample;
    ++found.count;
    sum += value;
  }
  if (found.count == 0) return found;
  found.mean = sum / static_cast<double>(found.count);
  for (const double value : values)
    if (!std::isnan(value)) found.squares += (value - found.mean) * (value - found.mean);
  return found;
}

Moments merged(const Moments& before, const Moments& after) {
  if (before.count == 0) return after;
  if (after.count == 0) return before;
  Moments both = before;
  both.count += after.count;
  const double between = after.mean - before.mean;
  const double share = static_cast<double>(after.count) / static_cast<double>(both.count);
  both.mean += between * share;
  both.squares += after.squares + between * between * static_cast<double>(before.count) * share;
  if (after.least < both.least) both.least = after.least, both.least_sample = after.least_sample;
  if (after.most > both.most) both.most = after.most, both.most_sample = after.most_sample;
  return both;
}

}  // namespace critflow
