#include <doctest/doctest.h>

#include "critflow/base/title.hpp"

using critflow::Title;

TEST_CASE("titles are the same when they are in both languages") {
  const Title waste{"Waste", "Afval"};
  CHECK(waste == Title{"Waste", "Afval"});
  CHECK(waste != Title{"Waste", "Restafval"});
  CHECK(waste != Title{"Scrap", "Afval"});
}

TEST_CASE("a title is empty until it is given") {
  CHECK(Title{}.en.empty());
  CHECK(Title{}.nl.empty());
}
