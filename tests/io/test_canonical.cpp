#include <doctest/doctest.h>

#include <string>

#include "bad_folders.hpp"
#include "critflow/io/canonical.hpp"
#include "critflow/io/load.hpp"

using critflow::canonical_text;
using critflow::load;
using critflow::ScenarioFolder;

namespace {

std::string text_of(const ScenarioFolder::Files& files) {
  return canonical_text(load(ScenarioFolder("phones", files)));
}

/// The canonical text after one change of a file.
std::string text_after(const std::string& file, const std::string& from, const std::string& to) {
  auto files = good_files();
  std::string& text = files[file];
  REQUIRE(text.find(from) != std::string::npos);
  text.replace(text.find(from), from.size(), to);
  return text_of(files);
}

}  // namespace

TEST_CASE("the text is sorted and holds the numbers of each year") {
  const std::string text = text_of(good_files());
  CHECK(text.starts_with("critflow system 1\nyears 2020 2021"));
  CHECK(text.find("\nparameter <life.mean> product=<tablet> unit=<a> 6.5\n") != std::string::npos);
  CHECK(text.find("\nlayer <cobalt> unit=<t> conserved material\n") != std::string::npos);
}

TEST_CASE("what decides no result does not change the text") {
  const std::string text = text_of(good_files());
  CHECK(text_after("system.toml", "en = \"Phones\"", "en = \"Telephones\"") == text);
  CHECK(text_after("parameters/sales.csv", "teardown,", "teardown,seen twice") == text);
  CHECK(text_after("parameters/sales.csv", "8,g/unit", "0.008,kg/unit") == text);
  CHECK(text_after("sources.csv", "A yearly report", "The yearly report") == text);
  CHECK(text_after("parameters/rates.csv", "6,5;a", "6,50;a") == text);
}

TEST_CASE("what decides a result changes the text") {
  const std::string text = text_of(good_files());
  CHECK(text_after("parameters/sales.csv", "8,g/unit", "8.0001,g/unit") != text);
  CHECK(text_after("system.toml", "last = 2030", "last = 2031") != text);
  CHECK(text_after("system.toml", "distribution = \"weibull\"", "distribution = \"gamma\"") !=
        text);
  CHECK(text_after("system.toml", "lead = \"units\"",
                   "lead = \"units\"\nshrinking = \"retire_early\"") != text);
  CHECK(text_after("system.toml", "at_most = 1.0", "at_most = 0.9") != text);
}
