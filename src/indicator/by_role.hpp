#pragma once

#include <string>
#include <utility>
#include <vector>

#include "critflow/solve/run.hpp"

namespace critflow {

/// The flows of any of these roles.
[[nodiscard]] inline std::vector<Figures> flows_of(const Run& run,
                                                   const std::vector<std::string>& roles) {
  std::vector<Figures> flows;
  for (const std::string& role : roles)
    for (Figures& one : run.flows_by_role(role)) flows.push_back(std::move(one));
  return flows;
}

}  // namespace critflow
