#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include "bad_folders.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/io/folder.hpp"

using critflow::ModelFaults;
using critflow::ScenarioFolder;

namespace {

namespace fs = std::filesystem;

/// A folder of its own that goes when the test ends.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "critflow-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
    write("system.toml", "schema = 1\n");
  }
  ~Scratch() { fs::remove_all(path); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name) << text;
  }

  fs::path path;
};

std::string refusal(const std::function<void()>& attempt) {
  try {
    attempt();
  } catch (const ModelFaults& refused) {
    return refused.what();
  }
  return "accepted";
}

std::string refusal(const fs::path& path) {
  return refusal([&] { ScenarioFolder folder(path); });
}

}  // namespace

TEST_CASE("a folder is its texts, by path") {
  const ScenarioFolder folder(fs::path(CRITFLOW_CASES) / "phones");
  CHECK(folder.name() == "phones");
  CHECK(folder.files().size() == 9);
  REQUIRE(folder.file("policies/collect.toml") != nullptr);
  CHECK(folder.file("policies/collect.toml")->starts_with("schema = 1"));
  CHECK(folder.file("policies/none.toml") == nullptr);
  CHECK(folder == ScenarioFolder("phones", folder.files()));
}

TEST_CASE("a stroke at the end does not change the name of a folder") {
  CHECK(ScenarioFolder(fs::path(CRITFLOW_CASES) / "phones/").name() == "phones");
}

TEST_CASE("what the format does not know is left alone, a byte order mark is dropped") {
  const Scratch scratch;
  scratch.write("README.md", "\x01 not read");
  scratch.write("pictures/one.svg", "<svg/>");
  scratch.write("sources.csv", "\xEF\xBB\xBFkey,citation\n");
  const ScenarioFolder folder(scratch.path);
  CHECK(folder.files().size() == 2);
  CHECK(*folder.file("sources.csv") == "key,citation\n");
}

TEST_CASE("a folder that is not there is refused") {
  CHECK(refusal(fs::path("/nowhere/phones")) == "phones: no such folder, must be a folder");
}

TEST_CASE("a link is not followed, inside or out") {
  const Scratch scratch;
  fs::create_symlink("/etc/passwd", scratch.path / "sources.csv");
  CHECK(refusal(scratch.path) ==
        "sources.csv: cannot be read, must exist, be readable and be no link");
  fs::remove(scratch.path / "sources.csv");
  fs::create_directory_symlink("/etc", scratch.path / "parameters");
  CHECK(refusal(scratch.path) == "parameters/: symbolic link, must be a folder of its own");
}

TEST_CASE("a pipe is refused and not waited for") {
  const Scratch scratch;
  REQUIRE(::mkfifo((scratch.path / "sources.csv").c_str(), 0600) == 0);
  CHECK(refusal(scratch.path) == "sources.csv: no regular file, must be a file");
}

TEST_CASE("a file over 16 MiB is refused") {
  const Scratch scratch;
  scratch.write("parameters/large.csv", std::string((16U << 20U) + 1, 'a'));
  CHECK(refusal(scratch.path) ==
        "parameters/large.csv: file too large: over 16 MiB, must be at most 16 MiB: split it");
}

TEST_CASE("a thousand files are accepted, one more is not") {
  const Scratch scratch;
  for (int i = 1; i < 1000; ++i)
    scratch.write("parameters/" + std::to_string(i) + ".csv", "parameter\n");
  CHECK(refusal(scratch.path) == "accepted");
  scratch.write("sources.csv", "key,citation\n");
  CHECK(refusal(scratch.path).ends_with("too many files: over 1000, must hold at most 1000"));
}

TEST_CASE("texts given by path keep to the sizes of the format") {
  CHECK(refusal([] {
          ScenarioFolder("x", {{"parameters/large.csv", std::string((16U << 20U) + 1, 'a')}});
        }) ==
        "parameters/large.csv: file too large: over 16 MiB, must be at most 16 MiB: split it");
  ScenarioFolder::Files files;
  for (int i = 0; i < 17; ++i)
    files["parameters/" + std::to_string(i) + ".csv"].assign(16U << 20U, 'a');
  CHECK(refusal([&] { ScenarioFolder("x", files); }) ==
        "x: folder too large: over 256 MiB, must be at most 256 MiB");
}

TEST_CASE("a folder with a misspelt name is not forgotten in silence") {
  const Scratch scratch;
  scratch.write("scenario/high.toml", "schema = 1\n");
  CHECK(refusal(scratch.path) ==
        "scenario/: nobody reads this folder, must be parameters/, scenarios/ or policies/; did "
        "you mean 'scenarios/'?");
}

TEST_CASE("texts given by path keep to the paths of the format") {
  CHECK(refusal([] {
          ScenarioFolder("x", {{"../system.toml", "schema = 1"}});
        }).starts_with("../system.toml: nobody reads this file"));
}
