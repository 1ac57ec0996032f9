#include "critflow/io/library.hpp"

#include <cstdlib>
#include <set>

#include "critflow/base/fault.hpp"
#include "critflow/base/name.hpp"
#include "read_file.hpp"
#include "text.hpp"

namespace critflow {

namespace {

namespace fs = std::filesystem;

std::optional<std::string> text_of(const fs::path& path, const std::string& name) {
  std::error_code error;
  if (!fs::exists(path, error)) return {};
  std::string text = read_file(path, name);
  require_plain_text(text, name);
  return text;
}

}  // namespace

Library Library::of_package() {
  std::vector<fs::path> folders;
  if (const char* named = std::getenv("CRITFLOW_LIBRARY")) folders.emplace_back(named);
  folders.emplace_back(CRITFLOW_INSTALLED_LIBRARY);
  folders.emplace_back(CRITFLOW_SOURCE_LIBRARY);
  return Library(std::move(folders));
}

std::optional<std::string> Library::table(const std::string& kind, const std::string& name) const {
  const bool is_path = name.find('/') != std::string::npos || name.starts_with('.');
  if (is_path || !fault_of_name(name).empty())
    throw InvalidValue({.where = kind,
                        .what = "not a name",
                        .value = legible(name),
                        .rule = "be the name of a data set, no path"});
  const std::string file = kind + "/" + name + ".csv";
  for (const fs::path& folder : folders_)
    if (auto text = text_of(folder / file, file)) return text;
  return {};
}

std::string Library::sources() const {
  for (const fs::path& folder : folders_)
    if (auto text = text_of(folder / "sources.csv", "library/sources.csv")) return *text;
  return {};
}

std::vector<std::string> Library::names(const std::string& kind) const {
  std::set<std::string> names;
  for (const fs::path& folder : folders_) {
    std::error_code error;
    for (fs::directory_iterator entry(folder / kind, error), end; entry != end;
         entry.increment(error))
      if (entry->path().extension() == ".csv") names.insert(entry->path().stem().string());
  }
  return {names.begin(), names.end()};
}

}  // namespace critflow
