#include <doctest/doctest.h>

#include <array>
#include <deque>
#include <string>
#include <vector>

#include "critflow/network/process.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/series.hpp"
#include "solve/waiting.hpp"

using namespace critflow;

static_assert(RemembersYears<Waiting>);

namespace {

constexpr int years = 40;
const std::vector<std::string> layers{"mass", "lithium", "cobalt"};

double waste(int year, std::size_t layer) {
  const double mass = year < 20 ? 10.0 + 8.0 * year : year < 30 ? 60.0 : 0.0;
  return mass * std::array{1.0, 0.02 + 0.001 * year, 0.1 - 0.002 * year}[layer];
}

System plant_with_queue() {
  SystemBuilder builder("waiting");
  builder.years(2000, 2000 + years - 1);
  for (std::size_t l = 0; l < layers.size(); ++l) {
    std::vector<double> values;
    for (int year = 0; year < years; ++year) values.push_back(waste(year, l));
    builder.layer({.name = layers[l], .unit = "t"})
        .parameter("waste", "t/a", place("layer", layers[l]), table(2000, values));
  }
  return builder.parameter("capacity", "t/a", {{2000, 0}, {2039, 195}})
      .process("waste", Source{.amount = "waste"})
      .process("sorting", Waiting{.limit = 3, .capacity = "capacity", .lead = "mass"})
      .process("plant", Treatment{})
      .process("products", Outside{})
      .process("abroad", Outside{})
      .flow({.from = "waste", .to = "sorting"})
      .flow({.from = "sorting", .to = "plant", .rule = FlowRule::done})
      .flow({.from = "sorting", .to = "abroad", .rule = FlowRule::rest})
      .flow({.from = "plant", .to = "products"})
      .build();
}

struct Expected {
  std::vector<double> done, late, waiting;  ///< [year][layer]
};

/// A queue kept apart, lot by lot.
Expected by_hand() {
  struct Lot {
    int year;
    std::array<double, 3> amount;
  };
  std::deque<Lot> queue;
  Expected expected;
  for (int year = 0; year < years; ++year) {
    double room = 5.0 * year;
    std::array<double, 3> done{}, late{}, waiting{};
    queue.push_back({year, {waste(year, 0), waste(year, 1), waste(year, 2)}});
    for (Lot& lot : queue) {
      const double part = lot.amount[0] > 0.0 ? std::min(1.0, room / lot.amount[0]) : 1.0;
      room -= part * lot.amount[0];
      for (std::size_t l = 0; l < 3; ++l) {
        done[l] += part * lot.amount[l];
        lot.amount[l] *= 1.0 - part;
        (year - lot.year == 3 ? late : waiting)[l] += lot.amount[l];
      }
    }
    if (queue.front().year == year - 3) queue.pop_front();
    expected.done.insert(expected.done.end(), done.begin(), done.end());
    expected.late.insert(expected.late.end(), late.begin(), late.end());
    expected.waiting.insert(expected.waiting.end(), waiting.begin(), waiting.end());
  }
  return expected;
}

}  // namespace

TEST_CASE("a process of one's own, a queue before a plant, does what a queue kept apart does") {
  const Run run = simulate(plant_with_queue());
  const Expected expected = by_hand();
  CHECK(distance(run.flow("sorting", "plant").values, expected.done) <= 1e-12);
  CHECK(distance(run.flow("sorting", "abroad").values, expected.late) <= 1e-12);
  CHECK(distance(run.stock("sorting").values, expected.waiting) <= 1e-12);
  CHECK(largest(expected.late) > 0.0);
  CHECK(run.balance().worst <= 1e-14);
}

TEST_CASE("a process of one's own in lanes is the run on its own, to the bit") {
  const System system = plant_with_queue();
  const std::vector<double> capacities{20.0, 80.0, 300.0};
  simulate_samples(
      Plan(system), system, std::vector<Draw>{{"capacity", {}, capacities}}, 3,
      [&](int sample, const Run& run) {
        const double capacity = capacities[static_cast<std::size_t>(sample)];
        const Run alone = simulate(system.replace("capacity", {}, capacity));
        CHECK(run.flow("sorting", "abroad").values == alone.flow("sorting", "abroad").values);
        CHECK(run.stock("sorting").values == alone.stock("sorting").values);
      },
      [](int, const ModelFaults& faults) { FAIL(std::string(faults.what())); });
}
