#include <doctest/doctest.h>

#include <cmath>

#include "critflow/solve/calibrate.hpp"
#include "critflow/solve/modelled.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/observed.hpp"

using namespace critflow;

namespace {

const std::vector<int> published_years{2004, 2009, 2010, 2017};

/// The tonnes that a system with this share kept in drawers would have had counted.
std::vector<ObservedPhones::Published> counted_with(const Series& kept) {
  std::vector<ObservedPhones::Published> counted;
  for (const int year : published_years) counted.push_back({year, 0.0});
  const System system = ObservedPhones(kept).build(counted);
  const Run run = simulate(system);
  for (std::size_t i = 0; i < counted.size(); ++i)
    counted[i].tonnes = modelled(run, system.observations()[i]);
  return counted;
}

}  // namespace

TEST_CASE("a share that moves later years as well is found back in every year") {
  const Series truth{{2004, 0.6}, {2009, 0.35}, {2010, 0.5}, {2017, 0.15}};
  const System unknown = ObservedPhones(0.2).build(counted_with(truth));
  const Calibrated found = calibrate(unknown, "kept", {}, "collected");
  REQUIRE(found.years.size() == published_years.size());
  for (const CalibratedYear& one : found.years) {
    CHECK(one.share == doctest::Approx(truth.at(one.year)).epsilon(1e-9));
    CHECK(one.before != doctest::Approx(one.published));
    CHECK(one.source == "counted");
  }
  const Run run = simulate(unknown.replace("kept", {}, found.share));
  for (const Observation& one : unknown.observations())
    CHECK(modelled(run, one) == doctest::Approx(one.value).epsilon(1e-11));
}

TEST_CASE("outside the published years the share is as before, or where constant, holds") {
  const auto counted = counted_with(0.3);
  const Series held = calibrate(ObservedPhones(0.2).build(counted), "kept", {}, "collected").share;
  CHECK(held.at(2020) == doctest::Approx(0.3));
  const Series coming({{2000, 0.3}, {2018, 0.2}, {2020, 0.9}}, Interpolation::step);
  const Series kept =
      calibrate(ObservedPhones(coming).build(counted), "kept", {}, "collected").share;
  CHECK(kept.at(2002) == 0.3);
  CHECK(kept.at(2017) == doctest::Approx(0.3));
  CHECK(kept.at(2019) == 0.2);
  CHECK(kept.at(2020) == 0.9);
}

TEST_CASE("every year that no share meets is named, with what the ends would give") {
  const System system = ObservedPhones(0.2).build({{2005, 500.0}, {2006, 100.0}, {2007, 0.1}});
  try {
    (void)calibrate(system, "kept", {}, "collected");
    FAIL("no fault");
  } catch (const ModelFaults& wrong) {
    REQUIRE(wrong.faults().size() == 2);
    CHECK(wrong.faults().front().where == "kept");
    CHECK(wrong.faults().front().what == "would leave what it may be: collected, 2005");
    CHECK(wrong.faults().front().rule == "reach the published 500 t/a");
    CHECK(wrong.faults().back().what == "would leave what it may be: collected, 2007");
  }
}

TEST_CASE("a share may go as far as the other shares of its process leave room") {
  const auto counted = counted_with(0.85);
  const Calibrated found = calibrate(ObservedPhones(0.2).build(counted), "kept", {}, "collected");
  CHECK(found.years.back().share == doctest::Approx(0.85).epsilon(1e-9));
}

TEST_CASE("a share that does not decide the figure is refused, not guessed") {
  ObservedPhones phones(0.2);
  SystemParts parts = phones.build({}).parts();
  parts.observations.push_back({.name = "into drawers and out again",
                                .quantity = Observation::Quantity::flow,
                                .process = "discards",
                                .to = "dump",
                                .layer = "copper",
                                .year = 2010,
                                .value = 15.0,
                                .unit = "t/a"});
  const System system(std::move(parts));
  CHECK_THROWS_WITH_AS((void)calibrate(system, "kept", {}, "into drawers and out again"),
                       doctest::Contains("does not decide: into drawers and out again, 2010"),
                       ModelFaults);
}

TEST_CASE("wrong names come with the nearest") {
  const System system = ObservedPhones(0.2).build({{2005, 100.0}});
  CHECK_THROWS_WITH_AS((void)calibrate(system, "kep", {}, "collected"),
                       "calibrate: unknown parameter: kep, must be a share of the system; did you "
                       "mean 'kept'?",
                       InvalidValue);
  CHECK_THROWS_WITH_AS((void)calibrate(system, "discarded", {}, "collected"),
                       doctest::Contains("not a share: discarded"), InvalidValue);
  CHECK_THROWS_WITH_AS((void)calibrate(system, "kept", {}, "colected"),
                       doctest::Contains("did you mean 'collected'"), InvalidValue);
}

TEST_CASE("two figures for one year cannot both be met") {
  const System system = ObservedPhones(0.2).build({{2005, 100.0}, {2005, 120.0}});
  CHECK_THROWS_WITH_AS((void)calibrate(system, "kept", {}, "collected"),
                       "calibrate: two figures for 2005: collected, must be one figure a year",
                       InvalidValue);
}
