#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <vector>

#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/network/waiting.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/lanes_alone.hpp"
#include "solve/series.hpp"

using namespace critflow;

namespace {

constexpr int most_wait = 3;
const std::vector<std::string> layers{"mass", "lithium", "cobalt"};
const Years annual(2000, 2039);

double waste(int year, std::size_t layer) {
  const int after = year - 2000;
  const double mass = after < 20 ? 10.0 + 8.0 * after : after < 30 ? 60.0 : 0.0;
  return mass * std::array{1.0, 0.02 + 0.001 * after, 0.1 - 0.002 * after}[layer];
}

System plant_with_queue(const Years& years, double factor = 1.0) {
  SystemBuilder builder("waiting");
  builder.years(years);
  for (std::size_t l = 0; l < layers.size(); ++l) {
    std::vector<YearValue> values;
    for (const int year : years.values()) values.push_back({year, factor * waste(year, l)});
    builder.layer({.name = layers[l], .unit = "t"})
        .parameter("waste", "t/a", place("layer", layers[l]), Series(values, Interpolation::table));
  }
  return builder.parameter("capacity", "t/a", {{2000, 0}, {2039, factor * 195}})
      .parameter("longest wait", "a", most_wait)
      .process("waste", Source{.amount = "waste"})
      .process("queue",
               Waiting{.capacity = "capacity", .longest_wait = "longest wait", .lead = "mass"})
      .process("plant", Treatment{})
      .process("products", Outside{})
      .process("abroad", Outside{})
      .flow({.from = "waste", .to = "queue"})
      .flow({.from = "queue", .to = "plant", .rule = FlowRule::done})
      .flow({.from = "queue", .to = "abroad", .rule = FlowRule::rest})
      .flow({.from = "plant", .to = "products"})
      .build();
}

struct Expected {
  std::vector<double> done, late, waiting;  ///< [year][layer]
};

/// A queue kept apart, lot by lot, in amounts of a step.
Expected by_hand(const Years& years) {
  struct Lot {
    int year;
    std::array<double, 3> amount;
  };
  std::deque<Lot> queue;
  Expected expected;
  for (int step = 0; step < years.size(); ++step) {
    const int year = years[step];
    const double length = years.length(step);
    double room = 5.0 * (year - 2000) * length;
    std::array<double, 3> done{}, late{}, waiting{};
    queue.push_back({year, {}});
    for (std::size_t l = 0; l < 3; ++l) queue.back().amount[l] = waste(year, l) * length;
    for (Lot& lot : queue) {
      const double part = lot.amount[0] > 0.0 ? std::min(1.0, room / lot.amount[0]) : 1.0;
      room -= part * lot.amount[0];
      const bool leaves = year - lot.year >= most_wait;
      for (std::size_t l = 0; l < 3; ++l) {
        done[l] += part * lot.amount[l] / length;
        lot.amount[l] *= 1.0 - part;
        (leaves ? late : waiting)[l] += lot.amount[l] / (leaves ? length : 1.0);
        if (leaves) lot.amount[l] = 0.0;
      }
    }
    expected.done.insert(expected.done.end(), done.begin(), done.end());
    expected.late.insert(expected.late.end(), late.begin(), late.end());
    expected.waiting.insert(expected.waiting.end(), waiting.begin(), waiting.end());
  }
  return expected;
}

void check_against_hand(const Years& years) {
  const Run run = simulate(plant_with_queue(years));
  const Expected expected = by_hand(years);
  CHECK(distance(run.flow("queue", "plant").values, expected.done) <= 1e-12);
  CHECK(distance(run.flow("queue", "abroad").values, expected.late) <= 1e-12);
  CHECK(distance(run.stock("queue").values, expected.waiting) <= 1e-11);
  CHECK(largest(expected.late) > 0.0);
  CHECK(largest(expected.waiting) > 0.0);
  CHECK(run.balance().worst <= 1e-14);
}

}  // namespace

TEST_CASE("waste waits before a plant as in a queue kept apart") { check_against_hand(annual); }

TEST_CASE("a lot is as old as its years, however long the steps are") {
  check_against_hand(Years({2000, 2001, 2002, 2004, 2006, 2007, 2008, 2011, 2016, 2020, 2021, 2022,
                            2023, 2024, 2030, 2039}));
}

TEST_CASE("twice the waste and twice the capacity make everything that waits twice as much") {
  const Run run = simulate(plant_with_queue(annual));
  const Run twice = simulate(plant_with_queue(annual, 2.0));
  std::vector<double> doubled = run.stock("queue").values;
  for (double& value : doubled) value *= 2.0;
  CHECK(distance(twice.stock("queue").values, doubled) <= 1e-12 * largest(doubled));
}

TEST_CASE("a queue in lanes is the run on its own, to the bit") {
  const System system = plant_with_queue(annual);
  // More than one block: nothing that waited in the first is in the second.
  const std::vector<double> capacities{20.0, 80.0, 300.0, 80.0, 80.0, 20.0, 9.0, 7.0, 20.0, 40.0};
  const std::vector<double> waits{3.0, 1.0, 3.0, 6.0, 0.5, 2.0, 9.0, 3.0, 3.0, 5.0};
  check_lanes(system, {{"capacity", {}, capacities}, {"longest wait", {}, waits}});
}

TEST_CASE("of a queue is told what goes through the plant in a year, and all that could") {
  const Run run = simulate(plant_with_queue(annual));
  const Expected expected = by_hand(annual);
  std::vector<double> through, capacity, could;
  for (const ClampYear& one : run.clamps()) {
    if (one.name != "capacity") continue;
    through.push_back(one.value);
    capacity.push_back(one.bound);
    could.push_back(195.0 * (one.year - 2000) / 39.0);
  }
  REQUIRE(through.size() == static_cast<std::size_t>(annual.size()));
  std::vector<double> mass;
  for (std::size_t i = 0; i < expected.done.size(); i += layers.size())
    mass.push_back(expected.done[i]);
  CHECK(distance(through, mass) <= 1e-11);
  CHECK(distance(capacity, could) <= 1e-11);
}
