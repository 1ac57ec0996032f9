#include "critflow/indicator/recovery_of_material.hpp"

#include "require_share.hpp"

namespace critflow {

Ratio recovery_of_material(const RecoveredMetal& metal) {
  const double evidence = require_share(metal.evidence, "evidence");
  return ratio(metal.in_union + evidence * metal.abroad, metal.input, "metal in what is recycled");
}

}  // namespace critflow
