#pragma once

#include <map>
#include <string>

#include "critflow/base/dimension.hpp"

namespace critflow {

/// A place as Python writes it: `{"product": "bev-car"}`.
using PlaceByName = std::map<std::string, std::string>;

[[nodiscard]] inline Place place_of(const PlaceByName& items) {
  Place place;
  for (const auto& [dimension, item] : items) place.at.push_back({dimension, item});
  return place;
}

[[nodiscard]] inline PlaceByName by_name(const Place& place) {
  PlaceByName items;
  for (const Place::At& at : place.at) items[at.dimension] = at.item;
  return items;
}

}  // namespace critflow
