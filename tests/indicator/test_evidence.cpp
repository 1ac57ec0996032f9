#include <doctest/doctest.h>

#include "critflow/indicator/evidence.hpp"
#include "phones.hpp"

using namespace critflow;

TEST_CASE("rows in force are counted once each") {
  const EvidenceCount before = count_evidence(phones().build());
  const EvidenceCount after =
      count_evidence(phones().build().replace("export", {}, Series{{2000, 0.1}, {2009, 0.2}}));
  CHECK(before.rows() > 0);
  CHECK(after.rows() == before.rows() + 1);
}

TEST_CASE("a row of one material says nothing of another") {
  SystemBuilder builder = phones();
  const EvidenceCount cobalt = count_evidence(builder.build(), "cobalt");
  CHECK(cobalt.rows() == count_evidence(builder.build(), "nickel").rows());
}

TEST_CASE("rows of what does not exist are not counted") {
  SystemBuilder builder = phones();
  const int before = count_evidence(builder.build()).rows();
  builder.parameter("returned", "t/a", {{{"product", "smart"}}}, 1.0)
      .parameter("returned", "t/a", {{{"product", "plain"}}}, 2.0)
      .process({.name = "returns",
                .kind = Source{.amount = "returned"},
                .dimensions = {{"product", {"smart"}}}})
      .process("bin", Outside{})
      .flow({.from = "returns", .to = "bin", .sum = {"product"}});
  CHECK(count_evidence(builder.build()).rows() == before + 1);
}
