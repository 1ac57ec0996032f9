#include "critflow/scenario/item_lists.hpp"

namespace critflow {

Dimension parameter_dimension(const SystemDescription& description, const std::string& name) {
  Dimension dimension{name, {}};
  if (name == "material" || name == "layer") {
    for (const Layer& layer : description.layers)
      if (layer.material || name == "layer") dimension.items.push_back(layer.name);
  } else if (const Dimension* known = find_dimension(description.dimensions, name)) {
    dimension.items = known->items;
  }
  return dimension;
}

std::vector<std::string> parameter_dimension_names(const SystemDescription& description) {
  std::vector<std::string> names{"material", "layer", "cohort"};
  for (const Dimension& dimension : description.dimensions) names.push_back(dimension.name);
  return names;
}

}  // namespace critflow
