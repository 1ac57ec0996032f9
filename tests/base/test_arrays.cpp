#include <doctest/doctest.h>

#include "critflow/base/arrays.hpp"

TEST_CASE("library and program agree on the alignment of arrays") {
  CHECK(critflow::agreed_alignment() == EIGEN_MAX_ALIGN_BYTES);
}
