#include "times_share.hpp"

#include <cstddef>
#include <vector>

#include "critflow/base/dimension.hpp"
#include "scenario/lookup.hpp"

namespace critflow {

Figures times_share(Figures figures, const System& system, const std::string& share) {
  const Lookup lookup(system.parts());
  const std::vector<Place> places =
      every_place({figures.dimensions.begin() + 1, figures.dimensions.end()});
  for (std::size_t i = 0; i < figures.values.size(); ++i) {
    const auto step = static_cast<int>(i / places.size());
    figures.values[i] *= lookup.value(share, places[i % places.size()], step).value_or(0.0);
  }
  return figures;
}

}  // namespace critflow
