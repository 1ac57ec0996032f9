#include "critflow/base/dimension.hpp"

#include <algorithm>
#include <utility>

namespace critflow {

std::string Place::item(const std::string& dimension) const {
  const auto found =
      std::find_if(at.begin(), at.end(), [&](const At& one) { return one.dimension == dimension; });
  return found == at.end() ? std::string() : found->item;
}

std::string Place::text() const {
  if (at.empty()) return {};
  std::string text = "[";
  for (const At& one : at) text += one.item + ",";
  text.back() = ']';
  return text;
}

int cell_count(const Dimensions& dimensions) {
  int cells = 1;
  for (const Dimension& dimension : dimensions) cells *= static_cast<int>(dimension.items.size());
  return cells;
}

int position(const Dimension& dimension, const std::string& item) {
  const auto found = std::find(dimension.items.begin(), dimension.items.end(), item);
  return found == dimension.items.end() ? -1 : static_cast<int>(found - dimension.items.begin());
}

const Dimension* find_dimension(const Dimensions& dimensions, const std::string& name) {
  const auto found = std::find_if(dimensions.begin(), dimensions.end(),
                                  [&](const Dimension& one) { return one.name == name; });
  return found == dimensions.end() ? nullptr : &*found;
}

int cell_at(const Dimensions& dimensions, const Place& place) {
  int cell = 0;
  for (const Dimension& dimension : dimensions) {
    const int item = position(dimension, place.item(dimension.name));
    if (item < 0) return -1;
    cell = cell * static_cast<int>(dimension.items.size()) + item;
  }
  return cell;
}

std::vector<Place> every_place(const Dimensions& dimensions) {
  std::vector<Place> places{Place{}};
  for (const Dimension& dimension : dimensions) {
    std::vector<Place> longer;
    for (const Place& place : places)
      for (const std::string& item : dimension.items) {
        longer.push_back(place);
        longer.back().at.push_back({dimension.name, item});
      }
    places = std::move(longer);
  }
  return places;
}

}  // namespace critflow
