#include <doctest/doctest.h>

#include <string>

#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "phones.hpp"

using critflow::ModelFaults;
using critflow::System;
using critflow::SystemBuilder;
using critflow::Treatment;

namespace {

std::string refusal(const SystemBuilder& builder) {
  try {
    static_cast<void>(builder.build());
  } catch (const ModelFaults& refused) {
    return refused.what();
  }
  return "built";
}

}  // namespace

TEST_CASE("a system built in code has its numbers in canonical units") {
  const System system = phones().build();
  const critflow::Parameter& sales = *system.parameter("sales");
  CHECK(sales.unit == "t/a");
  CHECK(sales.value(0, 5) == doctest::Approx(15'000.0));
  CHECK(sales.value(1, 5) == 5.0);
  CHECK(system.description().name == "phones");
  CHECK(system.scenario() == "base");
}

TEST_CASE("the program in the header builds") {
  using namespace critflow;
  const System phones = SystemBuilder("phones")
                            .years(2000, 2050)
                            .layer({.name = "cobalt", .unit = "t", .material = true})
                            .parameter("sales", "t/a", {{2000, 10}, {2020, 60}})
                            .parameter("life.mean", "a", 4.0)
                            .parameter("life.sd", "a", 1.5)
                            .lifetime({.name = "life", .first = "life.mean", .second = "life.sd"})
                            .process("makers", Outside{})
                            .process("use", StockProcess{.driver = StockProcess::Driver::inflow,
                                                         .driver_parameter = "sales",
                                                         .lead = "cobalt",
                                                         .lifetime = "life"})
                            .process("waste", Outside{})
                            .flow({.from = "makers", .to = "use", .rule = FlowRule::request})
                            .flow({.from = "use", .to = "waste"})
                            .build();
  CHECK(phones.network().stocks.size() == 1);
}

TEST_CASE("everything that is wrong is named at once") {
  SystemBuilder builder = phones();
  builder.parameter("sales", "t/a", {{{"product", "phone"}}}, 1.0)
      .parameter("life.sd", "kg", 1.0)
      .parameter("price", "euro", 1.0)
      .process("shop", Treatment{}, {"prodct"});
  const std::string refused = refusal(builder);
  CHECK(refused.find("parameter.sales[phone]: given twice") != std::string::npos);
  CHECK(refused.find("parameter.life.sd: unit of the wrong kind: kg, must measure a") !=
        std::string::npos);
  CHECK(refused.find("unknown unit: euro") != std::string::npos);
  CHECK(refused.find("process.shop: unknown dimension: prodct, must be a dimension of the system; "
                     "did you mean 'product'?") != std::string::npos);
}

TEST_CASE("a name that the drawing does not have is refused with the nearest") {
  SystemBuilder builder = phones();
  builder.flow({.from = "use", .to = "wast"});
  CHECK(refusal(builder) ==
        "flow use -> wast: unknown process: wast, must be a process of the system; did you mean "
        "'waste'?");
}
