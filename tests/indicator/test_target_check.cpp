#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/collection.hpp"
#include "critflow/indicator/target_check.hpp"
#include "critflow/solve/simulate.hpp"
#include "waste_batteries.hpp"

using namespace critflow;

namespace {

Target target(const std::string& key, const std::string& indicator, double threshold) {
  return {.key = key,
          .group = "battery waste",
          .instrument = "a law",
          .indicator = indicator,
          .category = "portable",
          .goods = "battery mass",
          .from = Date{2004, 12, 31},
          .comparison = Comparison::at_least,
          .threshold = threshold,
          .unit = "1"};
}

Target collection(double threshold) {
  return target("collection.portable", "legal_collection_rate", threshold);
}

Target recovery(double threshold) {
  Target one = target("recovery.cobalt", "recovery_of_material", threshold);
  one.category.clear();
  one.material = "cobalt";
  return one;
}

std::vector<TargetCheck> checked(const System& system, const std::vector<Target>& targets,
                                 const CheckOptions& options = {}) {
  return check_targets(simulate(system), Law("test-2026-08", targets), options);
}

TargetCheck in(const std::vector<TargetCheck>& checks, int year, const std::string& key = "") {
  const auto found = std::ranges::find_if(checks, [&](const TargetCheck& one) {
    return one.year == year && (key.empty() || one.target.key == key);
  });
  REQUIRE(found != checks.end());
  return *found;
}

}  // namespace

TEST_CASE("a target is met where the rate of the law reaches it, and the gap is told in tonnes") {
  const auto met = checked(waste_batteries().build(), {collection(0.45)});
  CHECK(in(met, 2006).status == CheckStatus::met);
  CHECK(*in(met, 2006).value == doctest::Approx(0.45));
  CHECK(*in(met, 2006).gap == 0.0);

  const auto missed = checked(waste_batteries().build(), {collection(0.63)});
  CHECK(in(missed, 2006).status == CheckStatus::not_met);
  CHECK(*in(missed, 2006).gap == doctest::Approx((0.63 - 0.45) * 100.0));
  CHECK(in(missed, 2006).law_version == "test-2026-08");
  CHECK(in(missed, 2006).evidence.rows() > 0);
}

TEST_CASE("before its first year a target is not applicable yet, and the way to it is told") {
  const auto checks = checked(waste_batteries().build(), {collection(0.63)});
  CHECK(in(checks, 2003).status == CheckStatus::not_yet_applicable);
  CHECK(*in(checks, 2003).gap == doctest::Approx(18.0));
  CHECK(in(checks, 2004).status == CheckStatus::not_met);
}

TEST_CASE("without three years of sales before there is no value, and it is neither 0 nor 100 %") {
  Target early = collection(0.45);
  early.from = Date{1999, 12, 31};
  const TargetCheck first = in(checked(waste_batteries().build(), {early}), 2002);
  CHECK(first.status == CheckStatus::not_assessable);
  CHECK_FALSE(first.value.has_value());
  CHECK_FALSE(first.gap.has_value());
  CHECK(first.reason == "fewer than three years of sales");
}

TEST_CASE("a rate above 100 % is shown as it is, and says so") {
  const System shrinking = waste_batteries(1.0).build().replace(
      "sales", {{{"category", "portable"}}}, {{2003, 100.0}, {2004, 10.0}, {2009, 10.0}});
  const TargetCheck high = in(checked(shrinking, {collection(0.45)}), 2005);
  CHECK(*high.value > 1.0);
  CHECK(high.reason == "above 100 %");
  CHECK(high.status == CheckStatus::met);
}

TEST_CASE("the true share can be whole while the legal rate stays far below it") {
  const System growing = waste_batteries(1.0).build().replace("sales", {{{"category", "portable"}}},
                                                              {{2000, 100.0}, {2009, 500.0}});
  const Run run = simulate(growing.replace("life", {}, 5.0));
  const double legal = *in(check_targets(run, Law("test", {collection(0.73)})), 2008).value;
  const double whole = collection_rate(run)
                           .select("layer", "battery mass")
                           .select("category", "portable")
                           .at({{{"year", "2008"}}});
  CHECK(whole == doctest::Approx(1.0));
  CHECK(legal < 0.73);
}

TEST_CASE("categories are never mixed: those of light transport have a rate of their own") {
  Target light = collection(0.45);
  light.key = "collection.LMT";
  light.category = "LMT";
  const auto checks = checked(waste_batteries().build(), {collection(0.45), light});
  CHECK(*in(checks, 2006, "collection.portable").value == doctest::Approx(0.45));
  CHECK(*in(checks, 2006, "collection.LMT").value == doctest::Approx(0.09));
}

TEST_CASE("a category without a target of collection shows a rate and no verdict") {
  Target take_back = target("take-back.portable", "take_back", 0.0);
  take_back.comparison = Comparison::duty;
  take_back.threshold.reset();
  const TargetCheck check = in(checked(waste_batteries().build(), {take_back}), 2006);
  CHECK(check.status == CheckStatus::indicative_only);
  CHECK(*check.value == doctest::Approx(0.5));
  CHECK_FALSE(check.threshold.has_value());
}

TEST_CASE("what is recovered outside the Union counts with evidence only") {
  const System system = waste_batteries().build();
  CHECK(*in(checked(system, {recovery(0.5)}), 2006).value == doctest::Approx(0.8 * 0.6));
  CHECK(in(checked(system, {recovery(0.5)}), 2006).status == CheckStatus::not_met);
  const auto with = checked(system, {recovery(0.5)}, {.evidence = 1.0});
  CHECK(*in(with, 2006).value == doctest::Approx(0.8));
  CHECK(in(with, 2006).status == CheckStatus::met);
}

TEST_CASE("another Member State counts as home") {
  CheckOptions options{.third_countries = {"BE", "rest of world"}};
  const System system = waste_batteries().build();
  CHECK(*in(checked(system, {recovery(0.5)}, options), 2006).value == 0.0);
}

TEST_CASE("recovery does not move with collection, the rate after use does") {
  for (const double collection_rate : {0.2, 0.9})
    CHECK(*in(checked(waste_batteries(collection_rate).build(), {recovery(0.5)}), 2006).value ==
          doctest::Approx(0.48));
}

TEST_CASE("an average never meets a norm for each model: it indicates") {
  Target content =
      target("recycled-content.portable.cobalt", "recycled_content_of_active_material", 0.16);
  content.material = "cobalt";
  const TargetCheck check = in(checked(waste_batteries().build(), {content}), 2006);
  CHECK(check.status == CheckStatus::indicative_only);
  CHECK(check.value.has_value());
  CHECK(*check.gap == doctest::Approx(std::max(0.0, 0.16 - *check.value) * 10.0));
}

TEST_CASE("a rule that the system cannot concern is not there, one it cannot show is there once") {
  Target copper = recovery(0.9);
  copper.key = "recovery.copper";
  copper.material = "copper";
  Target equipment = target("equipment-collection", "equipment_collection_rate", 0.65);
  equipment.goods = "equipment mass";
  Target efficiency = target("efficiency.lithium-based", "recycling_efficiency", 0.65);
  const auto checks = checked(waste_batteries().build(), {copper, equipment, efficiency});
  REQUIRE(checks.size() == 1);
  CHECK(checks.front().target.key == "efficiency.lithium-based");
  CHECK_FALSE(checks.front().year.has_value());
  CHECK(checks.front().status == CheckStatus::not_assessable);
  CHECK(checks.front().reason == "no flow of the system measures it");
}

TEST_CASE("one of two alternatives suffices") {
  Target placed = target("equipment-collection.placed", "equipment_collection_rate", 0.65);
  Target waste = target("equipment-collection.generated", "equipment_collection_of_waste", 0.5);
  placed.either = waste.either = "equipment-collection";
  const auto checks = checked(waste_batteries().build(), {placed, waste});
  CHECK(in(checks, 2006, "equipment-collection.generated").status == CheckStatus::met);
  CHECK(in(checks, 2006, "equipment-collection.placed").status == CheckStatus::exempt);
  CHECK(in(checks, 2006, "equipment-collection.placed").reason ==
        "met by equipment-collection.generated");
}

TEST_CASE("proposals are checked only where they are asked for") {
  Target proposed = collection(0.8);
  proposed.from = Date{2006, 12, 31};
  proposed.status = LegalStatus::proposed;
  const std::vector<Target> law{collection(0.45), proposed};
  const System system = waste_batteries().build();
  CHECK(in(checked(system, law), 2007).status == CheckStatus::met);
  CHECK(in(checked(system, law, {.include = {LegalStatus::proposed}}), 2007).status ==
        CheckStatus::not_met);
}

TEST_CASE("a threshold that the law leaves open is the user's, and no duty gets one") {
  Target open = collection(0.0);
  open.threshold.reset();
  const System system = waste_batteries().build();
  CHECK(in(checked(system, {open}), 2006).status == CheckStatus::indicative_only);
  CHECK(in(checked(system, {open}, {.thresholds = {{"collection.portable", 0.6}}}), 2006).status ==
        CheckStatus::not_met);
  Target duty = open;
  duty.comparison = Comparison::duty;
  CHECK_THROWS_AS((void)checked(system, {duty}, {.thresholds = {{"collection.portable", 0.6}}}),
                  InvalidValue);
  CHECK_THROWS_AS((void)checked(system, {open}, {.thresholds = {{"collection", 0.6}}}),
                  InvalidValue);
}

TEST_CASE("twice the batteries are as far from the target, and miss twice the tonnes") {
  const auto once = checked(waste_batteries().build(), {collection(0.63)});
  const auto twice = checked(waste_batteries(0.5, 2.0).build(), {collection(0.63)});
  CHECK(*in(twice, 2006).value == doctest::Approx(*in(once, 2006).value));
  CHECK(*in(twice, 2006).gap == doctest::Approx(2.0 * *in(once, 2006).gap));
}

TEST_CASE("every status has a word of its own") {
  std::set<std::string_view> words;
  for (const CheckStatus one :
       {CheckStatus::met, CheckStatus::not_met, CheckStatus::not_assessable,
        CheckStatus::not_yet_applicable, CheckStatus::exempt, CheckStatus::indicative_only})
    words.insert(name_of(one));
  CHECK(words.size() == 6);
}

TEST_CASE("the masses behind a rate stand beside it") {
  const TargetCheck one = in(checked(waste_batteries().build(), {collection(0.45)}), 2006);
  CHECK(*one.part / *one.whole == doctest::Approx(*one.value));
  CHECK(*one.part > 0.0);
}
