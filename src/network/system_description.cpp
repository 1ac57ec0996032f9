#include "critflow/network/system_description.hpp"

#include <algorithm>

namespace critflow {

const ProcessDescription* SystemDescription::process(const std::string& process_name) const {
  const auto found = std::ranges::find(processes, process_name, &ProcessDescription::name);
  return found == processes.end() ? nullptr : &*found;
}

const Layer* SystemDescription::layer(const std::string& layer_name) const {
  const auto found = std::ranges::find(layers, layer_name, &Layer::name);
  return found == layers.end() ? nullptr : &*found;
}

}  // namespace critflow
