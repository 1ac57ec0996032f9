#include <doctest/doctest.h>

#include <filesystem>

#include "critflow/io/load.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/crm4_expected.hpp"

using namespace critflow;

namespace {

const std::filesystem::path folder = std::filesystem::path(CRITFLOW_CASES) / "crm4";

}  // namespace

TEST_CASE("the folder of crm4 has no fault") { CHECK(check(folder).empty()); }

TEST_CASE("the folder of crm4 gives the published figures") {
  crm4::check_series(simulate(load(folder)), crm4::expected()["deterministic"], 1);
}
