#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "critflow/base/fault.hpp"

namespace critflow {

inline constexpr std::size_t largest_file = std::size_t{16} << 20U;
inline constexpr std::size_t largest_folder = std::size_t{256} << 20U;
inline constexpr std::size_t most_files = 1000;

/// What is wrong with a file over 16 MiB.
/// @param name  how faults call it
[[nodiscard]] Fault too_large(const std::string& name);

/// The text of a regular file, opened without following a symbolic link.
/// @param name  how faults call it
/// @throws InvalidValue where it is no regular file, cannot be read, or is over 16 MiB
[[nodiscard]] std::string read_file(const std::filesystem::path& path, const std::string& name);

}  // namespace critflow
