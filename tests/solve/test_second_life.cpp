#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_with_second_life.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/cohorts.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/lanes_alone.hpp"

using namespace critflow;

namespace {

constexpr double fade = 0.1, displacement = 0.5, repurposed_again = 0.4;
constexpr double arriving = 20.0, cobalt_arriving = 0.04, cobalt_per_kwh = 0.001;

/// Storage of usable kWh from new batteries and from used ones, of which as many arrive each year.
SystemBuilder storage_of(const Series& wanted) {
  const StockWithSecondLife kind{
      .driver_parameter = "wanted",
      .lead = "usable",
      .fresh = {.lifetime = "of new", .content = {{"cobalt", {"0.001"}}}, .fade = "fade"},
      .repurposed = {.lifetime = "of repurposed", .fade = "fade", .displacement = "displacement"}};
  SystemBuilder builder("storage");
  builder.years(2000, 2011)
      .layer({.name = "usable", .unit = "kWh", .conserved = false})
      .layer({.name = "cobalt", .unit = "t", .material = true})
      .parameter("wanted", "kWh", wanted)
      .parameter("fade", "1/a", fade)
      .parameter("displacement", "1", displacement)
      .parameter("arriving", "kWh/a", arriving)
      .parameter("cobalt arriving", "t/a", cobalt_arriving)
      .process("storage", kind)
      .process("vehicles", Source{.amount = "arriving"}, {}, {"usable"})
      .process("cobalt of vehicles", Source{.amount = "cobalt arriving"}, {}, {"cobalt"})
      .process("used", Treatment{})
      .process("scrap", Outside{})
      .process("spare", Outside{})
      .flow({.from = "vehicles", .to = "used"})
      .flow({.from = "cobalt of vehicles", .to = "used"})
      .flow({.from = "used", .to = "storage"})
      .flow({.from = "storage", .to = "spare", .door = "not needed"});
  return builder;
}

/// New ones last three years, repurposed ones two; what leaves is gone.
SystemBuilder with_fixed_lives(const Series& wanted) {
  SystemBuilder builder = storage_of(wanted);
  builder.lifetime({.name = "of new", .distribution = Distribution::fixed, .first = "3"})
      .lifetime({.name = "of repurposed", .distribution = Distribution::fixed, .first = "2"})
      .process("makers", Outside{})
      .process("old scrap", Outside{})
      .flow({.from = "makers", .to = "storage", .rule = FlowRule::request})
      .flow({.from = "storage", .to = "scrap", .door = "new"})
      .flow({.from = "storage", .to = "old scrap", .door = "repurposed"});
  return builder;
}

constexpr double life_of_new = 6.0, life_of_repurposed = 4.0;

/// A part leaves in its year of entry; of what leaves a part is repurposed again, and the rest is
/// recycled into new ones.
SystemBuilder in_loops(const Series& wanted) {
  SystemBuilder builder = storage_of(wanted);
  const auto exponential = [](const char* name, const char* mean) {
    return LifetimeDescription{.name = name,
                               .distribution = Distribution::exponential,
                               .first = mean,
                               .second = mean,
                               .entry = Entry::start()};
  };
  builder.lifetime(exponential("of new", "6"))
      .lifetime(exponential("of repurposed", "4"))
      .process("makers", Production{})
      .process("collection", Treatment{})
      .process("recycling", Treatment{}, {}, {"cobalt"})
      .process("ore", Outside{}, {}, {"cobalt"})
      .process("metal", Market{.offers = {"recycling", "ore"}}, {}, {"cobalt"})
      .flow({.from = "metal", .to = "makers", .rule = FlowRule::request})
      .flow({.from = "ore", .to = "metal", .rule = FlowRule::request})
      .flow({.from = "metal", .to = "scrap", .rule = FlowRule::surplus})
      .flow({.from = "makers", .to = "storage", .rule = FlowRule::request})
      .flow({.from = "storage", .to = "collection", .door = "new"})
      .flow({.from = "storage", .to = "collection", .door = "repurposed"})
      .flow({.from = "collection", .to = "used", .factors = {"0.4"}})
      .flow({.from = "collection", .to = "recycling", .rule = FlowRule::rest})
      .flow({.from = "recycling", .to = "metal", .factors = {"0.9"}})
      .flow({.from = "recycling", .to = "scrap", .rule = FlowRule::rest});
  return builder;
}

const Series rising_and_falling{
    {{2000, 80.0}, {2003, 300.0}, {2006, 120.0}, {2008, 60.0}, {2011, 400.0}}};

std::vector<double> of(const Figures& figures, const char* layer) {
  return figures.select("layer", layer).values;
}

/// The year by trial: what is new, taken and given back is computed again and again.
struct ByTrial {
  std::vector<double> fresh, taken, cobalt_taken, cobalt_left;

  static double left(double life, int age) { return std::exp(-(age + 1) / life); }

  void year(int now, double wanted) {
    const auto sum = [&](const std::vector<double>& entered, auto share) {
      double total = 0.0;
      for (int c = 0; c < now; ++c) total += entered[static_cast<std::size_t>(c)] * share(now - c);
      return total;
    };
    const auto stays = [](double life) { return [life](int age) { return left(life, age); }; };
    const auto goes = [](double life) {
      return [life](int age) { return left(life, age - 1) - left(life, age); };
    };
    const auto faded = [](auto share) {
      return [share](int age) { return share(age) * std::pow(1.0 - fade, age); };
    };
    const double old = sum(fresh, faded(stays(life_of_new))) +
                       displacement * sum(taken, faded(stays(life_of_repurposed)));
    const double gone =
        sum(fresh, faded(goes(life_of_new))) + sum(taken, faded(goes(life_of_repurposed)));
    const double cobalt_gone = cobalt_per_kwh * sum(fresh, goes(life_of_new)) +
                               sum(cobalt_taken, goes(life_of_repurposed));
    const double new_stays = left(life_of_new, 0), taken_stays = left(life_of_repurposed, 0);
    const double gap = std::max(wanted - old, 0.0);
    double n = 0.0, t = 0.0, cobalt = 0.0, left_cobalt = 0.0;
    for (int trial = 0; trial < 2000; ++trial) {
      const double in =
          arriving + repurposed_again * (gone + (1.0 - new_stays) * n + (1.0 - taken_stays) * t);
      left_cobalt =
          cobalt_gone + (1.0 - new_stays) * cobalt_per_kwh * n + (1.0 - taken_stays) * cobalt;
      t = std::min(in, gap / (displacement * taken_stays));
      cobalt = (cobalt_arriving + repurposed_again * left_cobalt) * t / in;
      n = std::max(gap - displacement * taken_stays * t, 0.0) / new_stays;
    }
    fresh.push_back(n);
    taken.push_back(t);
    cobalt_taken.push_back(cobalt);
    cobalt_left.push_back(left_cobalt);
  }
};

void check_near(const std::vector<double>& got, const std::vector<double>& expected) {
  REQUIRE(got.size() == expected.size());
  const double most = *std::max_element(expected.begin(), expected.end());
  for (std::size_t i = 0; i < got.size(); ++i)
    CHECK(std::abs(got[i] - expected[i]) <= 1e-12 * most);
}

}  // namespace

TEST_CASE("repurposed batteries save new ones for as long as they last and as far as they give") {
  const Run run = simulate(with_fixed_lives(100.0).build());
  const std::vector<double> cobalt_of_new = of(run.flow("makers", "storage"), "cobalt");
  const double kwh_of_2000 = 100.0 - displacement * arriving;
  const double kwh_of_2002 = 100.0 - 0.81 * kwh_of_2000 - 0.5 * 20.0 * 0.9 - 0.5 * 20.0;
  CHECK(cobalt_of_new[0] == doctest::Approx(cobalt_per_kwh * 90.0));
  CHECK(cobalt_of_new[1] == doctest::Approx(0.0));
  CHECK(cobalt_of_new[2] == doctest::Approx(cobalt_per_kwh * kwh_of_2002));
  CHECK(kwh_of_2002 == doctest::Approx(8.1));
  CHECK(of(run.stock("storage"), "usable")[0] == doctest::Approx(90.0 + 20.0));
  CHECK(run.balance().worst <= 1e-13);
}

TEST_CASE("a repurposed battery keeps its content and comes back by a door of its own") {
  const Run run = simulate(with_fixed_lives(100.0).build());
  const std::vector<double> old_cobalt = of(run.flow("storage", "old scrap"), "cobalt");
  CHECK(old_cobalt[1] == 0.0);
  CHECK(old_cobalt[2] == doctest::Approx(cobalt_arriving));
  CHECK(of(run.flow("storage", "old scrap"), "usable")[2] == doctest::Approx(arriving * 0.81));
  CHECK(of(run.flow("storage", "scrap"), "cobalt")[3] == doctest::Approx(cobalt_per_kwh * 90.0));
}

TEST_CASE("batteries that the storage does not need are passed on, in every layer alike") {
  const Run run = simulate(with_fixed_lives(6.0).build());  // served by 12 usable kWh
  CHECK(of(run.flow("storage", "spare"), "usable")[0] == doctest::Approx(8.0));
  CHECK(of(run.flow("storage", "spare"), "cobalt")[0] == doctest::Approx(cobalt_arriving * 0.4));
  CHECK(of(run.flow("makers", "storage"), "cobalt")[0] == 0.0);
  CHECK(of(run.stock("storage"), "usable")[0] == doctest::Approx(12.0));
}

TEST_CASE("in loops within the year the storage is what trial finds") {
  const Run run = simulate(in_loops(rising_and_falling).build());
  ByTrial trial;
  for (int step = 0; step < 12; ++step) trial.year(step, rising_and_falling.at(2000 + step));
  std::vector<double> cobalt_of_new;
  for (const double kwh : trial.fresh) cobalt_of_new.push_back(cobalt_per_kwh * kwh);
  check_near(of(run.flow("makers", "storage"), "cobalt"), cobalt_of_new);
  std::vector<double> recycled;
  for (const double cobalt : trial.cobalt_left)
    recycled.push_back((1.0 - repurposed_again) * cobalt);
  check_near(of(run.flow("collection", "recycling"), "cobalt"), recycled);
  CHECK(*std::min_element(trial.fresh.begin(), trial.fresh.end()) == 0.0);
  CHECK(of(run.flow("storage", "spare"), "usable")[8] > 1.0);
  CHECK(run.balance().worst <= 1e-12);
  CHECK(run.uniqueness().weakest != Certificate::none);
}

TEST_CASE("twice the need and twice the used batteries are twice the flows") {
  const auto recycled = [&](double factor) {
    SystemBuilder builder = in_loops(rising_and_falling.times(factor));
    System system = builder.build();
    system = system.replace("arriving", {}, arriving * factor);
    system = system.replace("cobalt arriving", {}, cobalt_arriving * factor);
    return of(simulate(system).flow("collection", "recycling"), "cobalt");
  };
  const std::vector<double> once = recycled(1.0), twice = recycled(2.0);
  for (std::size_t i = 0; i < once.size(); ++i) CHECK(twice[i] == 2.0 * once[i]);
}

TEST_CASE("what is in storage by year of entry sums to what is in storage") {
  const Run run = simulate(in_loops(rising_and_falling).build());
  const Figures by_cohort = stock_by_cohort(run, "storage");
  for (const char* layer : {"usable", "cobalt"})
    check_near(of(by_cohort.sum("cohort"), layer), of(run.stock("storage"), layer));
}

TEST_CASE("a sample of storage in lanes has the bits of a run of its own") {
  const System system = in_loops(rising_and_falling).build();
  constexpr int samples = 9;
  std::vector<Draw> draws{{"fade"}, {"displacement"}, {"arriving"}};
  for (int sample = 0; sample < samples; ++sample) {
    const double place = (sample + 0.5) / samples;
    const std::vector<double> values{0.2 * place, 1.0 - 0.9 * place, 100.0 * place};
    for (std::size_t d = 0; d < draws.size(); ++d) draws[d].values.push_back(values[d]);
  }
  check_lanes(system, draws);
}
