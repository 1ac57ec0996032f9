#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/indicator.hpp"
#include "critflow/network/flow_description.hpp"
#include "critflow/study/role_formula.hpp"

using namespace critflow;

namespace {

void check_roles(const std::vector<RoleTerm>& terms) {
  for (const RoleTerm& one : terms)
    CHECK(std::ranges::find(flow_roles(), one.role) != flow_roles().end());
}

}  // namespace

TEST_CASE("every formula is of an indicator, and of roles that flows may have") {
  for (const RoleFormula& formula : indicator_formulas()) {
    CHECK(std::ranges::any_of(indicators(),
                              [&](const Indicator& one) { return one.name == formula.name; }));
    check_roles(formula.part);
    check_roles(formula.whole);
  }
  for (const RoleFormula& formula : target_formulas()) {
    check_roles(formula.part);
    check_roles(formula.whole);
  }
}

TEST_CASE("an indicator without a formula is refused, and the nearest one named") {
  try {
    static_cast<void>(indicator_formula("mind"));
    FAIL("found");
  } catch (const InvalidValue& wrong) {
    CHECK(wrong.fault().nearest == "mined");
  }
}
