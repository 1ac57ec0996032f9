#include "critflow/indicator/recovery_of_material.hpp"

#include "critflow/base/fault.hpp"

namespace critflow {

Ratio recovery_of_material(const RecoveredMetal& metal) {
  if (!(metal.evidence >= 0.0 && metal.evidence <= 1.0))
    throw InvalidValue({"evidence", "no share", shown(metal.evidence), "lie in [0, 1]"});
  return ratio(metal.in_union + metal.evidence * metal.abroad, metal.input,
               "metal in what is recycled");
}

}  // namespace critflow
