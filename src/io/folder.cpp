#include "critflow/io/folder.hpp"

#include <array>
#include <cstddef>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/base/nearest_name.hpp"
#include "read_file.hpp"
#include "text.hpp"

namespace critflow {

namespace {

namespace fs = std::filesystem;

const std::vector<std::string>& known_files() {
  static const std::vector<std::string> names{"system.toml", "uncertainty.csv", "correlations.csv",
                                              "observations.csv", "sources.csv"};
  return names;
}

/// The folders of the format and the ending of the files in each.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> known_folders{
    {{"parameters/", ".csv"}, {"scenarios/", ".toml"}, {"policies/", ".toml"}}};

bool is_read(const std::string& path) {
  for (const std::string& name : known_files())
    if (path == name) return true;
  for (const auto& [folder, ending] : known_folders)
    if (path.starts_with(folder) && path.ends_with(ending) &&
        path.find('/', folder.size()) == std::string::npos)
      return true;
  return false;
}

/// A table or settings file in the wrong place would be forgotten in silence.
bool looks_meant(const std::string& path) {
  return path.ends_with(".csv") || path.ends_with(".toml");
}

std::string nearest_path(const std::string& path) {
  for (const auto& [folder, ending] : known_folders) {
    const std::size_t stroke = path.find('/');
    if (stroke != std::string::npos && path.ends_with(ending) &&
        !nearest_name(path.substr(0, stroke + 1), {std::string(folder)}).empty())
      return std::string(folder) + path.substr(stroke + 1);
  }
  return nearest_name(path, known_files());
}

void require_read(const std::string& path) {
  if (is_read(path)) return;
  throw InvalidValue({.where = "",
                      .what = "nobody reads this file",
                      .value = "",
                      .rule = "be system.toml, parameters/*.csv, scenarios/*.toml, ...",
                      .file = legible(path),
                      .nearest = nearest_path(path)});
}

class FolderReader {
 public:
  explicit FolderReader(const fs::path& root) : root_(root) {
    std::error_code error;
    if (!fs::is_directory(root, error)) {
      faults.push_back({.where = legible(root.filename().string()),
                        .what = "no such folder",
                        .value = "",
                        .rule = "be a folder"});
      return;
    }
    read("");
    for (const auto& known : known_folders) read(std::string(known.first));
  }

  ScenarioFolder::Files files;
  std::vector<Fault> faults;

 private:
  void read(const std::string& folder) {
    std::error_code error;
    const fs::path here = root_ / folder.substr(0, folder.find('/'));  // "a/" would follow a link
    if (!fs::exists(fs::symlink_status(here, error))) return;
    if (!folder.empty() && fs::is_symlink(fs::symlink_status(here, error)))
      return add("symbolic link", "", "be a folder of its own", folder);
    std::set<fs::path> entries;
    for (fs::directory_iterator entry(here, error), end; entry != end; entry.increment(error))
      entries.insert(entry->path());
    for (const fs::path& entry : entries) take(folder + entry.filename().string(), entry);
    if (error) add("cannot be read", "", "be readable", folder);
  }

  void take(const std::string& path, const fs::path& where) {
    if (!looks_meant(path)) return look_inside(path, where);
    if (files.size() > most_files || size_ > largest_folder) return;
    try {
      size_ += files.emplace(path, read_file(where, legible(path))).first->second.size();
    } catch (const InvalidValue& refused) {
      faults.push_back(refused.fault());
    }
  }

  /// A folder with a misspelt name holds files that were meant.
  void look_inside(const std::string& path, const fs::path& where) {
    std::error_code error;
    const std::string folder = path + "/";
    for (const auto& known : known_folders)
      if (folder != known.first && fs::is_directory(fs::symlink_status(where, error)) &&
          !nearest_name(folder, {std::string(known.first)}).empty())
        faults.push_back({.where = "",
                          .what = "nobody reads this folder",
                          .value = "",
                          .rule = "be parameters/, scenarios/ or policies/",
                          .file = legible(folder),
                          .nearest = std::string(known.first)});
  }

  void add(const char* what, const std::string& value, const char* rule, const std::string& file) {
    faults.push_back(
        {.where = "", .what = what, .value = value, .rule = rule, .file = legible(file)});
  }

  fs::path root_;
  std::size_t size_ = 0;
};

std::vector<Fault> faults_of_size(const std::string& name, const ScenarioFolder::Files& files) {
  std::vector<Fault> faults;
  std::size_t size = 0;
  for (const auto& [path, text] : files) {
    size += text.size();
    if (text.size() > largest_file) faults.push_back(too_large(legible(path)));
  }
  if (size > largest_folder)
    faults.push_back({name, "folder too large", "over 256 MiB", "be at most 256 MiB"});
  if (files.size() > most_files)
    faults.push_back({name, "too many files", "over 1000", "hold at most 1000"});
  return faults;
}

std::string name_of_folder(const fs::path& path) {
  const fs::path whole = fs::absolute(path).lexically_normal();
  return (whole.has_filename() ? whole : whole.parent_path()).filename().string();
}

ScenarioFolder::Files read_folder(const fs::path& path) {
  FolderReader reader(path);
  if (!reader.faults.empty()) throw ModelFaults(std::move(reader.faults));
  return std::move(reader.files);
}

}  // namespace

ScenarioFolder::ScenarioFolder(const fs::path& path)
    : ScenarioFolder(name_of_folder(path), read_folder(path)) {}

ScenarioFolder::ScenarioFolder(std::string name, Files files)
    : name_(std::move(name)), files_(std::move(files)) {
  std::vector<Fault> faults = faults_of_size(name_, files_);
  for (auto& [path, text] : files_) {
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    try {
      require_read(path);
      require_plain_text(text, path);
    } catch (const InvalidValue& refused) {
      faults.push_back(refused.fault());
    }
  }
  if (!faults.empty()) throw ModelFaults(std::move(faults));
}

const std::string* ScenarioFolder::file(const std::string& path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : &found->second;
}

}  // namespace critflow
