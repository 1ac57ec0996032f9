#include "times_share.hpp"

#include <cstddef>
#include <vector>

#include "critflow/base/dimension.hpp"
#include "scenario/lookup.hpp"

namespace critflow {

namespace {

/// The cell of a parameter at a place that may have dimensions more.
int cell_of(const Parameter& parameter, const Place& place) {
  Place own;
  for (const Dimension& dimension : parameter.shape.dimensions)
    own.at.push_back({dimension.name, place.item(dimension.name)});
  return cell_at(parameter.shape.dimensions, own);
}

}  // namespace

Figures times_share(Figures figures, const System& system, const std::string& share) {
  const Parameter* parameter = system.parameter(share);
  const std::vector<Place> places =
      every_place({figures.dimensions.begin() + 1, figures.dimensions.end()});
  for (std::size_t i = 0; i < figures.values.size(); ++i) {
    const Place& place = places[i % places.size()];
    const int step = static_cast<int>(i / places.size());
    figures.values[i] *= parameter == nullptr ? *as_number(share)
                                              : parameter->value(cell_of(*parameter, place), step);
  }
  return figures;
}

}  // namespace critflow
