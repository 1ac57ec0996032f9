#pragma once

#include <string>
#include <vector>

#include "critflow/network/network.hpp"

/// What assembling the drawing complains of.
inline std::vector<std::string> faults_of(const critflow::SystemDescription& system) {
  std::vector<critflow::Fault> faults;
  static_cast<void>(critflow::assemble(system, {}, faults));
  std::vector<std::string> texts;
  for (const critflow::Fault& fault : faults) texts.push_back(fault.text());
  return texts;
}
