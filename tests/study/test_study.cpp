#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"
#include "critflow/study/parameter_draws.hpp"
#include "critflow/study/study.hpp"
#include "critflow/study/study_result.hpp"
#include "indicator/phones.hpp"
#include "indicator/waste_batteries.hpp"

using namespace critflow;

namespace {

/// Waste batteries of which sales and the share collected are uncertain.
System uncertain(double collection = 0.5, double most_collected = 0.9) {
  SystemParts parts = waste_batteries(collection).build().parts();
  const Place portable{{{"category", "portable"}}};
  parts.uncertainty = {{.parameter = "sales",
                        .shape = UncertaintyShape::uniform,
                        .numbers = {0.5, 1.5},
                        .factor = true},
                       {.parameter = "collection",
                        .place = portable,
                        .shape = UncertaintyShape::uniform,
                        .numbers = {0.1, most_collected}}};
  return System(std::move(parts));
}

/// A sorting plant that lands half of what it gets, and passes on a share of up to all of it.
System shares_beyond_one_in_half() {
  SystemBuilder builder("sorting");
  builder.years(2000, 2001)
      .layer({.name = "metal", .unit = "t", .material = true})
      .parameter("amount", "t/a", 10.0)
      .parameter("share", "1", 0.3)
      .process("waste", Source{.amount = "amount"})
      .process("sorting", Treatment{})
      .process("end", Outside{})
      .flow({.from = "waste", .to = "sorting"})
      .flow({.from = "sorting", .to = "end", .factors = {"share"}, .role = "collected"})
      .flow({.from = "sorting", .to = "end", .factors = {"0.5"}, .role = "mixed_waste"})
      .flow({.from = "sorting", .to = "end", .rule = FlowRule::rest});
  SystemParts parts = builder.build().parts();
  parts.uncertainty = {
      {.parameter = "share", .shape = UncertaintyShape::uniform, .numbers = {0.0, 1.0}}};
  return System(std::move(parts));
}

/// The system with what was drawn in its place.
System with(const System& system, double sales, double collected) {
  const Place portable{{{"category", "portable"}}}, light{{{"category", "LMT"}}};
  return system.replace("sales", portable, 100.0 * sales)
      .replace("sales", light, 20.0 * sales)
      .replace("collection", portable, collected);
}

StudyChoice choice(std::int64_t samples) {
  return {.samples = samples,
          .reported = {.figures = {"demand", "collected", "recycled_content"}},
          .paths = 3};
}

StudyPart whole(const Study& study, int threads = 1) {
  return study.run(BlockSet({0, blocks_of(study.shape().samples)}), threads);
}

std::size_t cell_of(const Study& study, const std::string& figure, int year) {
  std::size_t cell = 0;
  while (study.cells()[cell].figure != figure || study.cells()[cell].year != year) ++cell;
  return cell;
}

/// Whether all that was counted, kept and summed is the same, to the bit.
void check_same(const StudyPart& a, const StudyPart& b) {
  CHECK(a.blocks == b.blocks);
  CHECK(*a.moments.total() == *b.moments.total());
  CHECK(a.sketches == b.sketches);
  CHECK(a.paths == b.paths);
  CHECK(a.failed == b.failed);
}

}  // namespace

TEST_CASE("a sample of a study is the run of its draws") {
  const System system = uncertain();
  const Study study({system}, choice(40));
  const StudyResult result(study.shape(), whole(study));
  const ParameterDraws draws(system, Sampling::sobol, 1, 40);
  const std::size_t demand = cell_of(study, "demand", 2009);
  for (const std::int64_t sample : {0, 17, 39}) {
    const std::vector<double> drawn = draws.values_of(sample);
    const Run run = simulate(with(system, drawn[0], drawn[1]));
    CHECK(result.row_values(demand)[static_cast<std::size_t>(sample)] ==
          doctest::Approx(number(run.flow("market", "factory"), 2009, "cobalt")).epsilon(1e-14));
  }
}

TEST_CASE("any number of threads and any split give the same bits") {
  const Study study({uncertain(), uncertain(0.8)}, choice(4 * block_size + 50));
  const StudyPart one = whole(study, 1);
  for (const int threads : {2, 3, 8}) check_same(whole(study, threads), one);
  StudyPart later = study.run(BlockSet({1, 4}), 2);
  later.add(study.run(BlockSet({4, 5}), 1));
  later.add(study.run(BlockSet({0, 1}), 1));
  check_same(later, one);
}

TEST_CASE("a study of what is drawn evenly has the moments of its distributions") {
  const Study study({uncertain()}, choice(8192));
  const StudyResult result(study.shape(), whole(study, 2));
  const Moments demand = result.moments()[cell_of(study, "demand", 2009)];
  CHECK(demand.mean == doctest::Approx(12.0).epsilon(1e-5));  // 120 t of batteries, a tenth cobalt
  CHECK(demand.sd() == doctest::Approx(12.0 / std::sqrt(12.0)).epsilon(1e-3));
  CHECK(result.quantiles(cell_of(study, "demand", 2009), std::vector<double>{0.25})[0] ==
        doctest::Approx(12.0 * 0.75).epsilon(1e-3));
}

TEST_CASE("options are run with the same numbers, so that they differ by what they are") {
  const Study study({uncertain(), uncertain()}, choice(2000));
  const StudyResult result(study.shape(), whole(study));
  for (const Moments& one : result.differences()) {
    CHECK(one.least == 0.0);
    CHECK(one.most == 0.0);
  }
}

TEST_CASE("a draw that cannot be run is recorded with its inputs, and the rest stand") {
  const Study study({shares_beyond_one_in_half()},
                    {.samples = 512, .reported = {.figures = {"collected"}}});
  const StudyPart part = whole(study);
  CHECK(part.failed == 256);
  CHECK(part.failures.size() == StudyPart::most_failures);
  for (const FailedDraw& one : part.failures) CHECK(one.inputs[0] > 0.5);
  CHECK(part.failures.front().faults.front().find("sorting") != std::string::npos);
  const Moments collected = part.moments.total()->front();
  CHECK(collected.count == 256);
  CHECK(collected.most <= 5.0);
}

TEST_CASE("a study that is told to stop does so soon, and what is finished is kept") {
  const Study study({uncertain()}, choice(1000 * block_size));
  const StudyPart part =
      study.run(BlockSet({0, 1000}), 2, [](std::int64_t runs) { return runs < 3 * block_size; });
  CHECK(part.blocks.size() < 1000);
  StudyPart again(study.shape());
  for (const BlockRange& one : part.blocks.ranges()) again.add(study.run(BlockSet(one), 1));
  check_same(again, part);
}

TEST_CASE("an error of the watch ends the study and is passed on") {
  const Study study({uncertain()}, choice(1000 * block_size));
  CHECK_THROWS_AS(
      static_cast<void>(study.run(BlockSet({0, 1000}), 2, [](std::int64_t) -> bool { throw 7; })),
      int);
}

TEST_CASE("a study without options, without chance or without threads is refused") {
  CHECK_THROWS_AS(Study({}, choice(10)), InvalidValue);
  CHECK_THROWS_AS(Study({waste_batteries().build()}, choice(10)), InvalidValue);
  const Study study({uncertain()}, choice(10));
  CHECK_THROWS_AS(static_cast<void>(study.run(BlockSet({0, 1}), 0)), InvalidValue);
}

TEST_CASE("blocks, options and samples that a study does not have are refused") {
  const Study study({uncertain()}, choice(10));
  CHECK_THROWS_WITH_AS(static_cast<void>(study.run(BlockSet({0, 2}), 1)),
                       "study.blocks: not of the study: 1, must be 0 to 0", InvalidValue);
  CHECK_THROWS_WITH_AS(static_cast<void>(study.variance_indices(1, 8, 1)),
                       "study.option: not of the study: 1, must be 0 to 0", InvalidValue);
  CHECK_THROWS_AS(static_cast<void>(study.elementary_effects(-1, 8, 1)), InvalidValue);
  CHECK_THROWS_AS(static_cast<void>(study.held(1)), InvalidValue);
  CHECK_THROWS_WITH_AS(static_cast<void>(study.drawn(10)),
                       "study.sample: not of the study: 10, must be 0 to 9", InvalidValue);
}

TEST_CASE("where the variance comes from is the same for any threads, and adds up") {
  const Study study({uncertain()}, choice(100));
  const int cell = static_cast<int>(cell_of(study, "demand", 2009));
  const VarianceIndices one = study.variance_indices(0, 500, 1);
  const VarianceIndices two = study.variance_indices(0, 500, 2);
  CHECK(study.input_rows() == std::vector<std::string>{"sales", "collection[category=portable]"});
  CHECK(one.index(cell, 0)->first.value == doctest::Approx(1.0).epsilon(0.02));
  CHECK(one.index(cell, 1)->total.value == doctest::Approx(0.0));
  for (int row = 0; row < 2; ++row) {
    const int collected = static_cast<int>(cell_of(study, "collected", 2009));
    CHECK(one.index(collected, row)->first.value == two.index(collected, row)->first.value);
    CHECK(one.index(collected, row)->total.value > 0.1);
  }
}

TEST_CASE("an elementary effect is what an input does over its whole range, for any threads") {
  const Study study({uncertain()}, choice(100));
  const int demand = static_cast<int>(cell_of(study, "demand", 2009));
  const int collected = static_cast<int>(cell_of(study, "collected", 2009));
  const ElementaryEffects one = study.elementary_effects(0, 256, 1);
  const ElementaryEffects two = study.elementary_effects(0, 256, 2);
  CHECK(one.count(demand) == 256);
  CHECK(one.effect(demand, 0)->mean == doctest::Approx(12.0));  // from 6 to 18 t of cobalt
  CHECK(one.effect(demand, 0)->sd == doctest::Approx(0.0));
  CHECK(one.effect(demand, 1)->size.value == doctest::Approx(0.0));
  // From a tenth to nine tenths of 9 t, where sales are as expected.
  CHECK(one.effect(collected, 1)->mean == doctest::Approx(7.2).epsilon(0.01));
  for (int row = 0; row < 2; ++row)
    CHECK(one.effect(collected, row)->sd == two.effect(collected, row)->sd);
}

TEST_CASE("what was drawn for a sample is told by input") {
  const System system = uncertain();
  const Study study({system}, choice(100));
  CHECK(study.inputs() == std::vector<std::string>{"sales", "collection[category=portable]"});
  CHECK(study.drawn(17) == ParameterDraws(system, Sampling::sobol, 1, 100).values_of(17));
}

TEST_CASE("a factor that a policy leaves no room for is told, with the share of draws it is held") {
  const auto with_factor = [](double collection) {
    SystemParts parts = waste_batteries(collection).build().parts();
    parts.uncertainty = {{.parameter = "collection", .numbers = {0.5, 1.5}, .factor = true}};
    return System(std::move(parts));
  };
  const Study study({with_factor(0.5), with_factor(0.8)}, choice(10));
  CHECK(study.held(0).empty());
  REQUIRE(study.held(1).size() == 1);
  CHECK(study.held(1).at("collection") == doctest::Approx(0.25));  // factors above 1 / 0.8
}
