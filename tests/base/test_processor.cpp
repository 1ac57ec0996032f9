#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/base/processor.hpp"

using namespace critflow;

TEST_CASE("the fastest instructions are in use until others are asked for") {
  CHECK(instructions_in_use() == fastest_instructions());
  use_instructions(Instructions::plain);
  CHECK(instructions_in_use() == Instructions::plain);
  use_instructions(fastest_instructions());
  CHECK(instructions_in_use() == fastest_instructions());
}

TEST_CASE("instructions that the processor does not have are refused") {
  if (fastest_instructions() == Instructions::avx512) return;
  CHECK_THROWS_AS(use_instructions(Instructions::avx512), InvalidValue);
}
