#include "critflow/indicator/mandate_effect.hpp"

#include <algorithm>

#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

void require_use(const SecondaryUse& use) {
  require_not_negative(use.supply, "supply");
  require_not_negative(use.in_scope, "in_scope");
  if (use.in_scope > use.supply)
    throw InvalidValue({.where = "in_scope",
                        .what = "more than there is",
                        .value = shown(use.in_scope),
                        .rule = "be at most " + shown(use.supply)});
}

}  // namespace

MandateEffect mandate_effect(const SecondaryUse& with, const SecondaryUse& without) {
  require_use(with);
  require_use(without);
  const double additional = std::max(0.0, with.supply - without.supply);
  return {additional, std::max(0.0, with.in_scope - without.in_scope - additional)};
}

}  // namespace critflow
