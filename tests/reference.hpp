#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

/// Where the tests find numbers that others computed.

/// A reference case of the project, in `tests/cases/`.
inline nlohmann::json reference_case(const std::string& file) {
  std::ifstream text(std::filesystem::path(CRITFLOW_CASES) / file);
  REQUIRE_MESSAGE(text.good(), "no reference case " << file);
  return nlohmann::json::parse(text);
}

/// A reference result that is no part of the project, from the folder that the environment variable
/// `CRITFLOW_ORACLES` names; where it names none, the test says that it is skipped.
inline std::optional<nlohmann::json> outside_oracle(const std::string& file) {
  const char* folder = std::getenv("CRITFLOW_ORACLES");
  if (folder == nullptr || *folder == '\0') {
    MESSAGE("skipped, since CRITFLOW_ORACLES is not set: " << file);
    return std::nullopt;
  }
  std::ifstream text(std::filesystem::path(folder) / file);
  REQUIRE_MESSAGE(text.good(), "no outside oracle " << file);
  return nlohmann::json::parse(text);
}
