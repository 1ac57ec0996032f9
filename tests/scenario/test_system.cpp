#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "critflow/scenario/system.hpp"
#include "phones.hpp"

using critflow::InvalidValue;
using critflow::ModelFaults;
using critflow::Place;
using critflow::Series;
using critflow::System;

namespace {

const Place phone{{{"product", "phone"}}};

template <class Refused>
std::string refusal(const std::function<void()>& attempt) {
  try {
    attempt();
  } catch (const Refused& refused) {
    return refused.what();
  }
  return "accepted";
}

}  // namespace

TEST_CASE("a replaced value makes another system and leaves the first as it was") {
  const System first = phones().build();
  const System second = first.replace("sales", phone, 7.0, "kt/a");
  CHECK(second.parameter("sales")->value(0, 10) == doctest::Approx(7000.0));
  CHECK(second.parameter("sales")->value(1, 10) == 5.0);
  CHECK(first.parameter("sales")->value(0, 10) == doctest::Approx(20'000.0));
  CHECK(second.parameter("sales")->history[0].back().by == "code");
  CHECK(second.parameter("sales")->history[0].size() == 2);
}

TEST_CASE("a place that fixes nothing replaces every cell") {
  const System system = phones().build().replace("life.mean", {}, Series{{2020, 3}, {2030, 5}});
  CHECK(system.parameter("life.mean")->value(0, 5) == doctest::Approx(4.0));
  CHECK(system.parameter("life.mean")->value(1, 10) == doctest::Approx(5.0));
}

TEST_CASE("a lifetime is replaced through its two parameters") {
  const System system = phones().build().replace_lifetime("life", {}, 10.0, 3.0);
  CHECK(system.parameter("life.mean")->value(1, 0) == 10.0);
  CHECK(system.parameter("life.sd")->value(0, 0) == 3.0);
}

TEST_CASE("a change that names nothing is refused with the nearest name") {
  const System system = phones().build();
  CHECK(refusal<InvalidValue>([&] { static_cast<void>(system.replace("sale", {}, 1.0)); }) ==
        "replace: unknown parameter: sale, must be a parameter of the system; did you mean "
        "'sales'?");
  CHECK(refusal<InvalidValue>([&] {
          static_cast<void>(system.replace("sales", {{{"product", "phnoe"}}}, 1.0));
        }).ends_with("did you mean 'phone'?"));
  CHECK(refusal<InvalidValue>([&] { static_cast<void>(system.replace("sales", {}, 1.0, "t")); }) ==
        "sales: unit of the wrong kind: t, must measure t/a");
  CHECK(refusal<InvalidValue>([&] {
          static_cast<void>(system.replace_lifetime("live", {}, 1.0, 1.0));
        }).ends_with("did you mean 'life'?"));
}

TEST_CASE("a changed value must lie in the domain of its use") {
  const System system = phones().build();
  CHECK(refusal<ModelFaults>([&] { static_cast<void>(system.replace("sales", phone, -1.0)); }) ==
        "sales[phone]: value outside its domain: -1 t/a, must be >= 0 as "
        "process.use.driver.inflow");
  CHECK(refusal<ModelFaults>([&] {
          static_cast<void>(system.replace("life.sd", {}, 0.0));
        }).find("must be > 0 as lifetime.life.sd") != std::string::npos);
}

TEST_CASE("what was found before is told with what the system finds") {
  critflow::SystemParts parts = phones().build().parts();
  parts.parameters.front().unit = "kWh";
  const critflow::Fault before{"a", "b", "c", "d"};
  const std::string told =
      refusal<ModelFaults>([&] { const System system(std::move(parts), {before}); });
  CHECK(told.starts_with("a: b: c, must d\n"));
  CHECK(told.find("unit of the wrong kind") != std::string::npos);
}

TEST_CASE("a system knows which parameters decide its results") {
  CHECK(phones().build().used_parameters() ==
        std::vector<std::string>{"life.mean", "life.sd", "sales"});
}

TEST_CASE("of a parameter, only the cells of what exists decide a result") {
  critflow::SystemBuilder builder = phones();
  builder.parameter("returned", "t/a", phone, 1.0)
      .parameter("returned", "t/a", {{{"product", "tablet"}}}, 2.0)
      .process({.name = "returns",
                .kind = critflow::Source{.amount = "returned"},
                .dimensions = {{"product", {"phone"}}}})
      .flow({.from = "returns", .to = "waste", .sum = {"product"}});
  const auto cells = builder.build().used_cells();
  CHECK(cells.at("returned") == std::set<int>{0});
  CHECK(cells.at("sales") == std::set<int>{0, 1});
}
