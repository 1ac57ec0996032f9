#include <doctest/doctest.h>

#include "critflow/network/builder.hpp"
#include "critflow/network/source.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/balance.hpp"
#include "critflow/solve/simulate.hpp"

using namespace critflow;

namespace {

/// A stock that holds more than it got, once.
struct Miscounting {
  enum Port { released, held };

  void describe(Builder& builder) const {
    const Group stock = builder.stock();
    const Group out = builder.passes_on("out");
    builder.exit(out);
    builder.release(stock, out, builder.writes_for_layer(released, "released"));
    builder.level(stock, builder.writes_for_layer(held, "held"));
  }
  template <Real R>
  int start(const View<R>& view) const {
    view(held, 0, 0) = R(0.0);
    return 0;
  }
  template <Real R>
  void route(const View<R>& view, int&) const {
    view(released, 0, 0) = R(1.0);
  }
  template <Real R>
  void settle(const View<R>& view, int& years) const {
    ++years;
    view(held, 0, 0) = R(years == 3 ? 15.0 : 9.0 * years);
  }
};

SystemBuilder stock_in_a_chain(const AnyProcess& stock) {
  return SystemBuilder("chain")
      .years(2000, 2005)
      .layer({.name = "metal", .unit = "t"})
      .process("sales", Source{.amount = "10"})
      .process("use", stock)
      .process("waste", Outside{})
      .flow({.from = "sales", .to = "use"})
      .flow({.from = "use", .to = "waste"});
}

}  // namespace

TEST_CASE("a run that does not close is an error that names the vertex and the year") {
  CHECK_THROWS_WITH_AS((void)simulate(stock_in_a_chain(Miscounting{}).build()),
                       "use metal in 2002: does not balance: 1.2, must close within 1e-09 of the "
                       "largest flow",
                       ModelFaults);
}

TEST_CASE("a run in which nothing flows balances") {
  const Run run = simulate(SystemBuilder("still")
                               .layer({.name = "metal", .unit = "t"})
                               .process("waste", Source{.amount = "0"})
                               .process("end", Outside{})
                               .flow({.from = "waste", .to = "end"})
                               .build());
  CHECK(run.balance().worst == 0.0);
  CHECK(run.balance().where.empty());
}
