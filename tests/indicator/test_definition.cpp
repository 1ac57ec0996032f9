#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/definition.hpp"
#include "critflow/indicator/indicator.hpp"

using namespace critflow;

namespace {

const std::filesystem::path page =
    std::filesystem::path(CRITFLOW_SCENARIOS).parent_path() / "docs/reference/indicators.md";

/// A line of the page for each fact that is given.
std::string entry(const Definition& one) {
  std::string text = "### " + one.name + "\n\n" + one.title.en + " (" + one.title.nl + ")";
  text += " [" + one.unit + "]\n\n    " + one.formula + "\n\n";
  if (!one.whole.empty()) text += "* Compared with: " + one.whole + ".\n";
  text += "* Do not confuse with: " + one.not_to_confuse + ".\n";
  if (!one.source.empty()) text += "* Source: " + one.source + ".\n";
  return text + "\n";
}

std::string reference() {
  std::string text =
      "# Indicators\n\n"
      "What every figure means, with its unit and the whole that a rate is a part of. A test keeps "
      "this page equal to the library.\n\n"
      "## Computed from every run\n\n";
  for (const Indicator& one : indicators()) text += entry(definition(one.name));
  text +=
      "## Of laws, of supply and of effects\n\nComputed from masses; by `Run.targets` where the "
      "flows of a system tell these masses.\n\n";
  for (const Definition& one : definitions()) {
    bool shown = false;
    for (const Indicator& computed : indicators()) shown = shown || computed.name == one.name;
    if (!shown) text += entry(one);
  }
  text.pop_back();
  return text;
}

}  // namespace

TEST_CASE("every figure has a name of its own, two titles, a unit, a formula and what it is not") {
  std::set<std::string> names;
  for (const Definition& one : definitions()) {
    CAPTURE(one.name);
    CHECK(names.insert(one.name).second);
    for (const std::string& text :
         {one.title.en, one.title.nl, one.unit, one.formula, one.not_to_confuse})
      CHECK_FALSE(text.empty());
  }
}

TEST_CASE("a share says what it is a share of") {
  for (const Definition& one : definitions())
    if (one.unit == "1" && one.formula.find(" / ") != std::string::npos &&
        one.formula.find("HHI") == std::string::npos) {
      CAPTURE(one.name);
      CHECK_FALSE(one.whole.empty());
    }
}

TEST_CASE("an unknown figure is answered with the nearest") {
  CHECK(definition("herfindahl").unit == "1");
  CHECK_THROWS_WITH((void)definition("herfindal"),
                    "indicator: unknown indicator: herfindal, must be one of the library; did you "
                    "mean 'herfindahl'?");
}

TEST_CASE("the page of indicators is what the library says") {
  const std::string wanted = reference();
  if (std::getenv("CRITFLOW_REWRITE") != nullptr) std::ofstream(page) << wanted;
  std::ifstream file(page);
  const std::string told{std::istreambuf_iterator<char>(file), {}};
  const bool same = told == wanted;
  CHECK_MESSAGE(same, "run this test with CRITFLOW_REWRITE=1 to write the page anew");
}
