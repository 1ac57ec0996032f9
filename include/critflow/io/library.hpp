#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace critflow {

/// The data sets that come with the package, asked for by name and version, never by a path:
/// `contents = "batpac-5.2"` is the table `contents/batpac-5.2.csv` of one of its folders.
class Library {
 public:
  /// The folders to look in, in order.
  explicit Library(std::vector<std::filesystem::path> folders) : folders_(std::move(folders)) {}

  /// What the environment variable `CRITFLOW_LIBRARY` names, the installed folder, the source tree.
  [[nodiscard]] static Library of_package();

  /// The text of `kind/name.csv`; nothing where no folder has it.
  /// @throws InvalidValue where the name is no name, or the file cannot be read
  [[nodiscard]] std::optional<std::string> table(const std::string& kind,
                                                 const std::string& name) const;
  /// The sources that its tables cite; empty where there are none.
  [[nodiscard]] std::string sources() const;
  /// The names of all tables of a kind, sorted.
  [[nodiscard]] std::vector<std::string> names(const std::string& kind) const;

 private:
  std::vector<std::filesystem::path> folders_;
};

}  // namespace critflow
