#pragma once

#include <string>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/base/title.hpp"
#include "critflow/base/years.hpp"
#include "critflow/network/flow_description.hpp"
#include "critflow/network/layer.hpp"
#include "critflow/network/lifetime_description.hpp"
#include "critflow/network/parameter_shape.hpp"
#include "critflow/network/process_description.hpp"

namespace critflow {

/// The drawing of a system: what is joined to what, and the names of the numbers that fix it.
struct SystemDescription {
  std::string name;
  Title title{};
  Years years{2000, 2000};
  std::vector<Layer> layers{};
  Dimensions dimensions{};
  std::vector<ProcessDescription> processes{};
  std::vector<FlowDescription> flows{};
  std::vector<LifetimeDescription> lifetimes{};
  std::vector<DerivedParameter> derived{};

  /// By name, or null.
  [[nodiscard]] const ProcessDescription* process(const std::string& process_name) const;
  [[nodiscard]] const Layer* layer(const std::string& layer_name) const;
};

}  // namespace critflow
