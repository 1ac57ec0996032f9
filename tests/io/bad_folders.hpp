#pragma once

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "critflow/io/folder.hpp"

/// A case of `tests/cases/bad-folders`, see the README there.
struct BadFolder {
  std::string title;
  critflow::ScenarioFolder::Files files;
  std::vector<std::string> expected;
};

/// The texts of the good folder `tests/cases/phones`.
inline critflow::ScenarioFolder::Files good_files() {
  return critflow::ScenarioFolder(std::filesystem::path(CRITFLOW_CASES) / "phones").files();
}

namespace bad_folder_reading {

namespace fs = std::filesystem;

inline std::string text_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

/// `\xNN` is that byte.
inline std::string unescaped(std::string text) {
  for (std::size_t at = 0; (at = text.find("\\x", at)) != std::string::npos; ++at)
    text.replace(at, 4, 1, static_cast<char>(std::stoi(text.substr(at + 2, 2), nullptr, 16)));
  return text;
}

inline void change(std::string& text, const std::string& line, const std::string& title) {
  const std::size_t arrow = line.find(" =>");
  const std::string from = unescaped(line.substr(0, arrow));
  const std::size_t at = text.find(from);
  if (arrow == line.npos || at == text.npos || text.find(from, at + 1) != text.npos)
    throw std::runtime_error(title + ": not exactly once: " + line);
  const std::string to = line.size() > arrow + 4 ? line.substr(arrow + 4) : "";
  text.replace(at, from.size(), unescaped(to));
}

/// One part of a case: `> verb FILE` and the lines below it.
inline void apply(BadFolder& folder, const std::string& head,
                  const std::vector<std::string>& lines) {
  std::istringstream words(head);
  std::string mark, verb, file;
  words >> mark >> verb >> file;
  std::string& text = folder.files[file];
  if (verb == "file") text.clear();
  for (const std::string& line : lines)
    if (verb == "change")
      change(text, line, folder.title);
    else
      text += unescaped(line) + "\n";
  if (verb == "expect") folder.expected = lines;
  if (verb == "remove" || verb == "expect") folder.files.erase(file);
}

inline BadFolder parsed(const std::vector<std::string>& lines) {
  BadFolder folder{lines.front().substr(3), good_files(), {}};
  for (auto line = lines.begin() + 1; line != lines.end();) {
    const auto end = std::find_if(line + 1, lines.end(),
                                  [](const std::string& one) { return one.starts_with("> "); });
    std::vector<std::string> body(line + 1, end);
    while (!body.empty() && body.back().empty()) body.pop_back();
    apply(folder, *line, body);
    line = end;
  }
  return folder;
}

}  // namespace bad_folder_reading

/// All cases, in order of file and line.
inline std::vector<BadFolder> bad_folders() {
  namespace fs = std::filesystem;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(CRITFLOW_CASES) / "bad-folders"))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::ranges::sort(files);
  std::vector<BadFolder> all;
  for (const fs::path& file : files) {
    std::vector<std::string> one;
    for (const std::string& line :
         bad_folder_reading::lines_of(bad_folder_reading::text_of(file))) {
      if (line.starts_with("## ") && !one.empty()) {
        all.push_back(bad_folder_reading::parsed(one));
        one.clear();
      }
      one.push_back(line);
    }
    all.push_back(bad_folder_reading::parsed(one));
  }
  return all;
}
