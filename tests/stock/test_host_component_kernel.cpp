#include <doctest/doctest.h>

#include <numeric>
#include <vector>

#include "critflow/lifetime/normal.hpp"
#include "critflow/lifetime/survival_table.hpp"
#include "critflow/stock/host_component_kernel.hpp"

using critflow::HostComponentPairs;
using critflow::lane;
using critflow::Lanes;
using doctest::Approx;

namespace {

using Numbers = std::vector<double>;

double total(const Numbers& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

/// A hundred pairs of year 0; the first year after, hosts and components fail with these hazards.
HostComponentPairs<double> pairs_after_a_year(double host_hazard, double component_hazard) {
  HostComponentPairs<double> pairs(5);
  const Numbers never{0.0};
  pairs.age(0, {never, never});
  pairs.receive(100.0, {never, never});
  const Numbers hosts{host_hazard, 0.0}, components{component_hazard, 0.0};
  pairs.age(1, {hosts, components});
  return pairs;
}

}  // namespace

TEST_CASE("hosts and components fail independently of each other") {
  const auto pairs = pairs_after_a_year(0.2, 0.3);
  CHECK(pairs.in_use() == Approx(56.0));
  CHECK(pairs.turnover().hosts_left[0] == Approx(20.0));
  CHECK(pairs.turnover().failed[0] == Approx(30.0));
}

TEST_CASE("a host whose component failed gets a new one, or is scrapped") {
  auto pairs = pairs_after_a_year(0.2, 0.3);
  const Numbers replaced{0.5, 0.0}, reused{0.0, 0.0};
  pairs.receive(0.0, {replaced, reused});
  CHECK(pairs.in_use() == Approx(56.0 + 12.0));
  CHECK(pairs.hosts_of(0) == Approx(68.0));
  CHECK(pairs.components_of(1) == Approx(12.0));
  CHECK(pairs.turnover().new_components == Approx(12.0));
  CHECK(pairs.turnover().hosts_left[0] == Approx(20.0 + 12.0));
  CHECK(pairs.turnover().working[0] == Approx(14.0));
}

TEST_CASE("a component whose host failed goes to an old host first, then to a new one") {
  auto pairs = pairs_after_a_year(0.4, 0.1);
  const Numbers replaced{1.0, 0.0}, reused{1.0, 0.0};
  pairs.receive(50.0, {replaced, reused});  // 36 components are free, 6 old hosts need one
  CHECK(pairs.hosts_of(0) == Approx(54.0 + 6.0));
  CHECK(pairs.components_of(0) == Approx(54.0 + 36.0));
  CHECK(pairs.turnover().new_components == Approx(50.0 + 6.0 - 36.0));
  CHECK(total(pairs.turnover().working) == Approx(0.0));
}

TEST_CASE("no more hosts are repaired than the stock lacks") {
  auto pairs = pairs_after_a_year(0.0, 0.5);
  const Numbers replaced{1.0, 0.0}, reused{0.0, 0.0};
  pairs.restore(70.0, {replaced, reused});
  CHECK(pairs.in_use() == Approx(70.0));
  CHECK(pairs.turnover().new_hosts == Approx(0.0));
  CHECK(pairs.turnover().new_components == Approx(20.0));
  CHECK(pairs.turnover().hosts_left[0] == Approx(30.0));
}

TEST_CASE("the oldest hosts are the ones not repaired, the oldest components the ones not reused") {
  HostComponentPairs<double> pairs(3);
  const Numbers never(3, 0.0), all(3, 1.0);
  pairs.age(0, {never, never});
  pairs.receive(100.0, {never, never});
  pairs.age(1, {never, never});
  pairs.receive(100.0, {never, never});
  SUBCASE("hosts") {
    const Numbers failing{0.5, 0.5, 0.0};
    pairs.age(2, {never, failing});
    pairs.restore(160.0, {all, never});
    CHECK(pairs.hosts_of(0) == Approx(60.0));
    CHECK(pairs.hosts_of(1) == Approx(100.0));
  }
  SUBCASE("components") {
    const Numbers failing{0.5, 0.5, 0.0};
    pairs.age(2, {failing, never});
    pairs.restore(160.0, {never, all});
    CHECK(pairs.components_of(0) == Approx(60.0));
    CHECK(pairs.components_of(1) == Approx(100.0));
    CHECK(pairs.turnover().working[0] == Approx(40.0));
  }
}

TEST_CASE("of the free components the oldest go to the oldest hosts") {
  HostComponentPairs<double> pairs(5);
  const Numbers never(5, 0.0), all(5, 1.0);
  for (int year = 0; year < 4; ++year) {
    pairs.age(year, {never, never});
    pairs.receive(100.0, {never, never});
  }
  const Numbers hosts{0.0, 0.0, 0.5, 0.5, 0.0}, components{0.5, 0.3, 0.0, 0.0, 0.0};
  pairs.age(4, {hosts, components});
  pairs.receive(20.0, {all, all});
  CHECK(pairs.in_use(0, 2) == Approx(50.0));
  CHECK(pairs.in_use(1, 3) == Approx(30.0));
  CHECK(pairs.in_use(4, 3) == Approx(20.0));
  CHECK(pairs.in_use(0, 3) == 0.0);
  CHECK(pairs.turnover().new_components == Approx(0.0));
}

TEST_CASE("a reused component spares a new host the first hazard of a new one") {
  const Numbers never(2, 0.0), all(2, 1.0);
  for (const bool reuse : {true, false}) {
    HostComponentPairs<double> pairs(2);
    pairs.age(0, {never, never});
    pairs.receive(100.0, {never, never});
    const Numbers hosts{0.5, 0.0}, components{0.0, 0.5};
    pairs.age(1, {hosts, components});
    pairs.restore(100.0, {never, reuse ? all : never});
    CHECK(pairs.in_use() == Approx(100.0));
    CHECK(pairs.turnover().new_hosts == Approx(reuse ? 50.0 : 100.0));
  }
}

TEST_CASE("what is new faces its first hazard in the same step") {
  HostComponentPairs<double> pairs(1);
  const Numbers host{0.1}, component{0.2}, never{0.0};
  pairs.age(0, {host, component});
  pairs.restore(72.0, {never, never});
  CHECK(pairs.turnover().new_hosts == Approx(100.0));
  CHECK(pairs.turnover().failed[0] == Approx(20.0));
  CHECK(pairs.turnover().working[0] == Approx(8.0));
  CHECK(pairs.turnover().hosts_left[0] == Approx(28.0));
}

TEST_CASE("a lane of pairs holds the same bits as pairs of their own") {
  const int steps = 12;
  const critflow::SurvivalTable host_life(critflow::Years(1, steps), critflow::Normal(6.0, 3.0));
  const critflow::SurvivalTable component_life(critflow::Years(1, steps),
                                               critflow::Normal(4.0, 2.5));
  const auto run = [&](auto stock_in, auto share) {
    using R = decltype(share);
    HostComponentPairs<R> pairs(steps);
    std::vector<R> seen;
    const std::vector<R> shares(steps, share);
    for (int step = 0; step < steps; ++step) {
      std::vector<R> hosts, components;
      for (int cohort = 0; cohort <= step; ++cohort) {
        hosts.push_back(R(host_life.hazard(step, cohort)));
        components.push_back(R(component_life.hazard(step, cohort)));
      }
      pairs.age(step, {hosts, components});
      pairs.restore(stock_in(step), {shares, shares, share, share});
      seen.push_back(pairs.turnover().new_hosts);
      seen.push_back(pairs.turnover().new_components);
      seen.push_back(pairs.components_of(step / 2));
    }
    return seen;
  };
  const auto factor = [](int i) { return 0.1 + 0.1 * i; };
  const auto together = run(
      [&](int step) {
        return critflow::each_lane<Lanes>([&](int i) { return 100.0 * (step + 1) * factor(i); });
      },
      critflow::each_lane<Lanes>(factor));
  for (int i = 0; i < critflow::lane_count<Lanes>; ++i) {
    const auto alone = run([&](int step) { return 100.0 * (step + 1) * factor(i); }, factor(i));
    for (std::size_t k = 0; k < alone.size(); ++k) CHECK(lane(together[k], i) == alone[k]);
  }
}

TEST_CASE("hosts of a cohort are made more with their components, and no others") {
  HostComponentPairs<double> pairs(2);
  const Numbers never(2, 0.0);
  pairs.age(0, {never, never});
  pairs.receive(100.0, {never, never});
  pairs.age(1, {never, never});
  pairs.receive(50.0, {never, never});
  pairs.scale(0, 0.3);
  CHECK(pairs.hosts_of(0) == Approx(30.0));
  CHECK(pairs.components_of(0) == Approx(30.0));
  CHECK(pairs.hosts_of(1) == 50.0);
}
