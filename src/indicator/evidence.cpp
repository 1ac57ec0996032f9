#include "critflow/indicator/evidence.hpp"

namespace critflow {

namespace {

bool concerns(const Parameter& parameter, int cell, const std::string& layer) {
  const Place place = parameter.place(cell);
  const std::string of = place.item("layer") + place.item("material");
  return layer.empty() || of.empty() || of == layer;
}

void add(const Origin& origin, EvidenceCount& count) {
  switch (origin.evidence) {
    case Evidence::verified:
      ++count.verified;
      break;
    case Evidence::derived:
      ++count.derived;
      break;
    case Evidence::assumption:
      ++count.assumption;
      break;
  }
}

}  // namespace

EvidenceCount count_evidence(const System& system, const std::string& layer) {
  EvidenceCount count;
  for (const auto& [name, cells] : system.used_cells()) {
    const Parameter* parameter = system.parameter(name);
    if (parameter == nullptr) continue;
    for (const int cell : cells)
      if (parameter->given(cell) && concerns(*parameter, cell, layer))
        for (const Setting& setting : parameter->settings_in_force(cell))
          for (const Origin& origin : setting.origins) add(origin, count);
  }
  return count;
}

}  // namespace critflow
