#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/series.hpp"

using namespace critflow;

namespace {

System sorting() {
  return SystemBuilder("sorting")
      .years(2000, 2001)
      .layer({.name = "metal", .unit = "t"})
      .dimension("region", {"NL", "BE"})
      .parameter("amount", "t/a", place("region", "NL"), {{2000, 10}, {2001, 20}})
      .parameter("amount", "t/a", place("region", "BE"), 1.0)
      .parameter("share", "1", 0.5)
      .process("waste", Source{.amount = "amount"}, {"region"})
      .process("sorting", Treatment{}, {"region"})
      .process("end", Outside{})
      .process("landfill", Outside{})
      .flow({.from = "waste", .to = "sorting"})
      .flow({.from = "sorting", .to = "end", .factors = {"share"}, .sum = {"region"}})
      .flow({.from = "sorting", .to = "landfill", .factors = {"0.5"}, .sum = {"region"}})
      .build();
}

using Values = std::vector<double>;

}  // namespace

TEST_CASE("a system is run year by year") {
  CHECK(simulate(sorting()).flow("sorting", "end").values == Values{5.0, 0.5, 10.0, 0.5});
}

TEST_CASE("a draw replaces the cells it names in every year, and leaves the others") {
  const System system = sorting();
  std::vector<Values> found;
  simulate_samples(
      Plan(system), system, std::vector<Draw>{{"amount", place("region", "NL"), {100.0, 7.0}}}, 2,
      [&](int, const Run& run) { found.push_back(run.flow("waste", "sorting").values); },
      [](int, const ModelFaults& faults) { FAIL(std::string(faults.what())); });
  CHECK(found == std::vector<Values>{{100.0, 1.0, 100.0, 1.0}, {7.0, 1.0, 7.0, 1.0}});
}

TEST_CASE("a sample with faults is reported, in its place, and the others stand") {
  const System system = sorting();
  std::vector<std::string> told;
  simulate_samples(
      Plan(system), system, std::vector<Draw>{{"share", {}, {0.5, 0.6, 0.5}}}, 3,
      [&](int sample, const Run&) { told.push_back(std::to_string(sample) + " done"); },
      [&](int sample, const ModelFaults& faults) {
        told.push_back(std::to_string(sample) + " " + faults.faults().front().text());
      });
  CHECK(told == std::vector<std::string>{
                    "0 done",
                    "1 process sorting[NL] metal: shares of what leaves it sum to: 1.1 in 2000, "
                    "must sum to one: give the rest a flow with rest = true",
                    "2 done"});
}

TEST_CASE("a draw of an unknown parameter, place or number of samples is refused") {
  const System system = sorting();
  const Plan plan(system);
  const auto run = [&](const Draw& draw) {
    simulate_samples(
        plan, system, std::vector{draw}, 2, [](int, const Run&) {}, [](int, const ModelFaults&) {});
  };
  CHECK_THROWS_WITH_AS(run({"shrae", {}, {0.5, 0.5}}),
                       "draw: unknown parameter: shrae, must be a parameter of the system; did you "
                       "mean 'share'?",
                       InvalidValue);
  CHECK_THROWS_WITH_AS(run({"share", {}, {0.5}}),
                       "draw.share: another number of samples: 1, must have 2 values",
                       InvalidValue);
  CHECK_THROWS_AS(run({"amount", place("region", "FR"), {1.0, 1.0}}), InvalidValue);
  CHECK_THROWS_WITH_AS(run({"share", {}, {0.5, 1.2}}),
                       "draw.share: value outside its domain: 1.2, must be in [0, 1] as flow "
                       "sorting -> end.share",
                       InvalidValue);
  CHECK_THROWS_AS(run({"amount", {}, {-1.0, 1.0}}), InvalidValue);
}

TEST_CASE("a plan compiled for a constant does not serve a series") {
  const System constant = sorting();
  const System rising =
      constant.replace("amount", place("region", "BE"), {{2000, 1.0}, {2001, 4.0}})
          .replace("share", {}, {{2000, 0.5}, {2001, 0.5}});
  const Plan plan(constant);
  CHECK(simulate(plan, constant.replace("share", {}, 0.5)).flow("sorting", "end").values ==
        simulate(constant).flow("sorting", "end").values);
  CHECK_THROWS_AS((void)simulate(plan, rising), InvalidValue);
}
