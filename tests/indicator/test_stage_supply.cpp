#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/stage_supply.hpp"
#include "critflow/network/source.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"
#include "users.hpp"

using namespace critflow;

namespace {

double in_2002(const Figures& figures) {
  return figures.at({{{"year", "2002"}, {"stage", "refining"}, {"layer", "cobalt"}}});
}

}  // namespace

TEST_CASE("a stage depends on what is imported to it, and on the largest country by consumption") {
  const Run run = simulate(cobalt_users());
  CHECK(in_2002(import_dependence(run)) == doctest::Approx(0.8));
  CHECK(in_2002(single_country_share(run)) == doctest::Approx(0.6));
  CHECK(in_2002(herfindahl(run)) == doctest::Approx(0.04 + 0.36 + 0.04));
}

TEST_CASE("the rest of the world is many countries") {
  const auto supply = stage_supply(simulate(cobalt_users()), "refining", "cobalt");
  REQUIRE(supply.size() == 4);
  CHECK(supply[2].supply.size() == 3);
  CHECK_FALSE(supply[2].supply[2].third_country);
}

TEST_CASE("what comes through a harbour has no origin, and so no largest country") {
  const Run run = simulate(cobalt_users("China", false));
  CHECK(in_2002(import_dependence(run)) == doctest::Approx(0.8));
  CHECK_THROWS_AS((void)in_2002(single_country_share(run)), InvalidValue);
  CHECK(single_country_share(stage_supply(run, "refining", "cobalt")[2]).reason ==
        "the origin of an import is not told");
}

TEST_CASE("the name of the country does not matter") {
  CHECK(in_2002(herfindahl(simulate(cobalt_users("Chile")))) ==
        in_2002(herfindahl(simulate(cobalt_users("China")))));
}

TEST_CASE("a stage that no flow names has no supply") {
  const Run run = simulate(cobalt_users());
  CHECK(stage_supply(run, "extraction", "cobalt").empty());
  CHECK(import_dependence(run).dimensions[1].items == std::vector<std::string>{"refining"});
}

TEST_CASE("what is consumed at a stage is made there or imported, and not exported") {
  const Figures consumed = apparent_consumption(simulate(cobalt_users()));
  CHECK(in_2002(consumed) == doctest::Approx(100.0));
  CHECK(consumed.units.front() == "t/a");
}

TEST_CASE("an origin is the item of a partner, a country or a region") {
  const Dimensions both{{"region", {"NL"}}, {"partner", {"China"}}};
  CHECK(dimension_of_origin(both)->name == "partner");
  CHECK(dimension_of_origin({{"product", {"van"}}}) == nullptr);
  CHECK(is_one_country("China"));
  CHECK_FALSE(is_one_country("rest of world"));
}

namespace {

/// 50 t/a of cobalt come in cells and 12 in cathodes, 9 leave in packs and 5 in used vehicles; 30
/// are made into packs here, of refined metal.
System goods() {
  SystemBuilder builder("goods");
  builder.years(2000, 2003).layer({.name = "cobalt", .unit = "t", .material = true});
  const auto trade = [&](const std::string& from, const std::string& to, const char* amount,
                         const std::string& stage, const std::string& kind,
                         const std::string& role = "") {
    builder.process(from, Source{.amount = amount})
        .process(to, Outside{})
        .flow({.from = from,
               .to = to,
               .rule = FlowRule::rest,
               .role = role,
               .stage = stage,
               .trade = kind});
  };
  trade("cells abroad", "pack makers", "50", "product", "import");
  trade("cathodes abroad", "cell makers", "12", "component", "import");
  trade("cells here", "other pack makers", "30", "product", "domestic");
  trade("packs here", "buyers abroad", "9", "product", "export");
  trade("refined abroad", "metal users", "70", "refining", "import");
  trade("vehicles", "drivers abroad", "5", "", "", "used_export");
  return builder.build();
}

}  // namespace

TEST_CASE("metal comes in goods that are bought and leaves in goods that are sold, new or used") {
  const Figures net = embodied_net_imports(simulate(goods()));
  CHECK(net.at({{{"year", "2002"}, {"layer", "cobalt"}}}) == doctest::Approx(50 + 12 - 9 - 5));
  CHECK(net.units.front() == "t/a");
}

TEST_CASE("where no stage of goods is named, no metal in goods is told") {
  CHECK(embodied_net_imports(simulate(cobalt_users())).dimensions.empty());
}

namespace {

/// 30 t/a are made into cells by plants of which 0.3 belong to firms of third countries in
/// 2000 and half from 2001 on, 10 t/a by others.
System owned(const std::string& of_others) {
  SystemBuilder builder("owned");
  const auto makes = [&](const std::string& name, const char* amount, const std::string& share) {
    builder
        .process(
            {.name = name, .kind = Source{.amount = amount}, .owned_by_third_countries = share})
        .flow({.from = name,
               .to = "packs",
               .rule = FlowRule::rest,
               .stage = "product",
               .trade = "domestic"});
  };
  builder.years(2000, 2003)
      .layer({.name = "cobalt", .unit = "t", .material = true})
      .parameter("share", "1", Series({{2000, 0.3}, {2001, 0.5}}))
      .process("packs", Outside{});
  makes("large plants", "30", "share");
  makes("small plants", "10", of_others);
  return builder.build();
}

double ownership(const Run& run, const char* year) {
  return third_country_ownership(run).at(
      {{{"year", year}, {"stage", "product"}, {"layer", "cobalt"}}});
}

}  // namespace

TEST_CASE("what is made here in plants of third countries is told by the share of each plant") {
  const Run run = simulate(owned("0.1"));
  CHECK(ownership(run, "2000") == doctest::Approx((30 * 0.3 + 10 * 0.1) / 40));
  CHECK(ownership(run, "2002") == doctest::Approx((30 * 0.5 + 10 * 0.1) / 40));
}

TEST_CASE("where the owner of something that is made is not told, there is no share") {
  CHECK_THROWS_AS((void)ownership(simulate(owned("")), "2002"), InvalidValue);
}
