#include "critflow/study/sobol_sequence.hpp"

#include <boost/random/sobol.hpp>
#include <string>

#include "base/index.hpp"
#include "critflow/base/fault.hpp"

namespace critflow {

SobolSequence::SobolSequence(int dimensions) {
  if (dimensions < 1 || dimensions > most_dimensions)
    throw InvalidValue({.where = "sobol",
                        .what = "number of dimensions",
                        .value = std::to_string(dimensions),
                        .rule = "be 1 to " + std::to_string(most_dimensions)});
  directions_.resize(at(dimensions) * digits);
  boost::random::sobol_engine<std::uint32_t, digits> points(at(dimensions));
  for (std::size_t digit = 0; digit < digits; ++digit) {
    points.seed((std::uint32_t{1} << digit) - 1);  // goes on with the point after it
    for (std::size_t i = digit; i < directions_.size(); i += digits)
      directions_[i] = points() ^ (digit > 0 ? directions_[i - 1] : 0);
  }
}

std::uint32_t SobolSequence::bits(std::uint32_t point, int dimension) const {
  const std::uint32_t* direction = directions_.data() + at(dimension) * digits;
  std::uint32_t sum = 0;
  for (std::uint32_t gray = point ^ point >> 1; gray != 0; gray >>= 1, ++direction)
    if ((gray & 1) != 0) sum ^= *direction;
  return sum;
}

}  // namespace critflow
