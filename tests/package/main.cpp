#include <cmath>
#include <iostream>

#include "critflow/base/version.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"
#include "critflow/stock/inflow_driven.hpp"

using namespace critflow;

namespace {

/// A lifetime of the stranger's own: half of what is left breaks every year.
struct Fragile {
  [[nodiscard]] double survival(double age) const { return std::exp2(-age); }
};

System phones() {
  return SystemBuilder("phones")
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
}

}  // namespace

int main() {
  const Run run = simulate(phones());
  const StockHistory toys = inflow_driven(Eigen::ArrayXd::Constant(60, 2.0), Fragile{});
  std::cout << "critflow " << version() << ": " << run.stock("use").values.back()
            << " t in use, closes to " << run.balance().worst << "; " << toys.stock(59)
            << " toys\n";
  return run.balance().worst < 1e-12 && std::abs(toys.stock(59) - 4.0) < 1e-12 ? 0 : 1;
}
