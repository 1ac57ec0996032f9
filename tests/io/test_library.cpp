#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "critflow/base/fault.hpp"
#include "critflow/io/library.hpp"

using critflow::Library;

namespace {

const Library library({"/nowhere", std::filesystem::path(CRITFLOW_SCENARIOS) / "library"});

}  // namespace

TEST_CASE("a data set is found by its name in the first folder that has it") {
  const auto text = library.table("contents", "batpac-5.2");
  REQUIRE(text.has_value());
  CHECK(text->starts_with("parameter,chemistry,material"));
  CHECK_FALSE(library.table("contents", "batpac-0.0").has_value());
  const auto names = library.names("contents");
  CHECK(std::find(names.begin(), names.end(), "batpac-5.2") != names.end());
  CHECK(library.sources().starts_with("key,citation"));
}

TEST_CASE("a data set is never reached by a path") {
  for (const char* path : {"../contents/batpac-5.2", "/etc/passwd", "..", ".hidden", ""})
    CHECK_THROWS_AS(static_cast<void>(library.table("contents", path)), critflow::InvalidValue);
}

TEST_CASE("the package finds its own data sets in the source tree") {
  CHECK(Library::of_package().table("contents", "batpac-5.2").has_value());
}
