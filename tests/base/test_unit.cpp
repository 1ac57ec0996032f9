#include <doctest/doctest.h>

#include <string>

#include "critflow/base/fault.hpp"
#include "critflow/base/unit.hpp"

using critflow::canonical_unit;
using critflow::InvalidValue;
using critflow::parse_unit;

namespace {

std::string refusal(const std::string& text) {
  try {
    static_cast<void>(parse_unit(text));
  } catch (const InvalidValue& refused) {
    return refused.what();
  }
  return "accepted";
}

}  // namespace

TEST_CASE("a unit is a measure and a number of canonical units") {
  CHECK(parse_unit("kt").factor == 1e3);
  CHECK(parse_unit("GWh").factor == 1e6);
  CHECK(parse_unit("thousand units").factor == 1e3);
  CHECK(parse_unit("%").factor == 1e-2);
  CHECK(canonical_unit(parse_unit("Mt").measure) == "t");
  CHECK(canonical_unit(parse_unit("a").measure) == "a");
  CHECK(canonical_unit(parse_unit("%").measure) == "1");
}

TEST_CASE("each part after a stroke divides") {
  CHECK(parse_unit("kg/kWh").factor == doctest::Approx(1e-3));
  CHECK(parse_unit("kg/MWh").factor == doctest::Approx(1e-6));
  CHECK(canonical_unit(parse_unit("kg/kWh").measure) == "t/kWh");
  CHECK(canonical_unit(parse_unit("g/unit/a").measure) == "t/units/a");
  CHECK(canonical_unit(parse_unit("1/a").measure) == "1/a");
  CHECK(canonical_unit(parse_unit("EUR/kg").measure) == "EUR/t");
  CHECK(parse_unit("t/t").measure == parse_unit("%").measure);
}

TEST_CASE("measures multiply: content per pack is size per pack times content per size") {
  const auto pack = parse_unit("kWh/unit").measure * parse_unit("kg/kWh").measure;
  CHECK(pack == parse_unit("t/unit").measure);
}

TEST_CASE("an unknown unit is refused with the one that was perhaps meant") {
  CHECK(refusal("kwh").ends_with("did you mean 'kWh'?"));
  CHECK(refusal("KG/kWh").ends_with("did you mean 'kg'?"));
  CHECK(refusal("thousnd units").ends_with("did you mean 'thousand units'?"));
  CHECK(refusal("kg/").starts_with("unit: unknown unit: kg/, must be made of"));
  CHECK(refusal("").starts_with("unit: unit missing, must be made of"));
}

TEST_CASE("a value is shown with its unit, a share without") {
  CHECK(critflow::shown(12.5, "kt/a") == "12.5 kt/a");
  CHECK(critflow::shown(45.0, "%") == "45 %");
  CHECK(critflow::shown(0.4, "1") == "0.4");
}
