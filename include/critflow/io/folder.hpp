#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace critflow {

/// A scenario folder as texts: read once, then a value that can be copied, compared and sent
/// elsewhere. Only what the format knows is read: `system.toml`, `uncertainty.csv`,
/// `observations.csv`, `sources.csv`, `parameters/*.csv`, `scenarios/*.toml`, `policies/*.toml`.
///
/// Refused are files over 16 MiB, more than 256 MiB or 1000 files together, symbolic links and
/// devices, `.csv` and `.toml` files that nobody would read, and texts that are not UTF-8 or hold
/// control characters.
class ScenarioFolder {
 public:
  using Files = std::map<std::string, std::string>;

  /// @throws ModelFaults with everything that is refused
  explicit ScenarioFolder(const std::filesystem::path& path);

  /// From texts by their path inside the folder.
  /// @throws ModelFaults as above
  ScenarioFolder(std::string name, Files files);

  /// The name of the folder, which names the system.
  [[nodiscard]] const std::string& name() const { return name_; }
  /// Text by path inside the folder.
  [[nodiscard]] const Files& files() const { return files_; }
  /// The text of a file, or null.
  [[nodiscard]] const std::string* file(const std::string& path) const;

  [[nodiscard]] bool operator==(const ScenarioFolder&) const = default;

 private:
  std::string name_;
  Files files_;
};

}  // namespace critflow
