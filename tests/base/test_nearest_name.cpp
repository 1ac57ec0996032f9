#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "critflow/base/nearest_name.hpp"

using critflow::nearest_name;

namespace {
const std::vector<std::string> processes{"collection", "sorting", "recycling", "mining", "use"};
}

TEST_CASE("one slip of the pen is understood, whatever its kind") {
  CHECK(nearest_name("sortng", processes) == "sorting");    // missing
  CHECK(nearest_name("sortting", processes) == "sorting");  // added
  CHECK(nearest_name("sording", processes) == "sorting");   // changed
  CHECK(nearest_name("sroting", processes) == "sorting");   // swapped
}

TEST_CASE("two slips are understood, three are not") {
  CHECK(nearest_name("colection ", processes) == "collection");
  CHECK(nearest_name("kolektion", processes).empty());
}

TEST_CASE("two swapped letters are one slip, so that the swap wins over two changes") {
  CHECK(nearest_name("imning", {"pinning", "mining"}) == "mining");
}

TEST_CASE("between names that are equally near the first wins") {
  CHECK(nearest_name("cobalt-x", {"cobalt-a", "cobalt-b"}) == "cobalt-a");
  CHECK(nearest_name("cobalt-x", {"cobalt-b", "cobalt-a"}) == "cobalt-b");
}

TEST_CASE("a name of one or two letters is never guessed") {
  CHECK(nearest_name("x", {"NL", "y"}).empty());
}

TEST_CASE("where nothing is known or near there is no guess") {
  CHECK(nearest_name("sorting", {}).empty());
  CHECK(nearest_name("dismantling", processes).empty());
}

TEST_CASE("a text too long for a name is not compared") {
  const std::string longest(80, 'a');
  CHECK(nearest_name(longest, {longest}) == longest);
  CHECK(nearest_name(longest + "a", {longest}).empty());
}
