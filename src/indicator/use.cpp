#include "critflow/indicator/use.hpp"

#include <algorithm>

#include "by_role.hpp"
#include "critflow/indicator/gather.hpp"
#include "times_share.hpp"

namespace critflow {

namespace {

template <class Read>
Figures over_stocks_in_use(const Run& run, const std::string& name, Read read) {
  std::vector<Figures> figures;
  for (const std::string& stock : stocks_in_use(run)) figures.push_back(read(stock));
  const bool by_product = std::all_of(figures.begin(), figures.end(), [](const Figures& one) {
    return find_dimension(one.dimensions, "product") != nullptr;
  });
  return gather(name, figures,
                by_product ? std::vector<std::string>{"product"} : std::vector<std::string>{});
}

template <class Read>
Figures of_government(const Run& run, const std::string& name, Read read) {
  std::vector<Figures> figures;
  for (const std::string& stock : stocks_in_use(run))
    if (const std::string& share = run.system().description().process(stock)->held_by_government;
        !share.empty())
      figures.push_back(times_share(read(stock), run.system(), share));
  return gather(name, figures, {});
}

/// The stocks that a flow with this role enters.
std::vector<std::string> stocks_entered(const Run& run, const std::string& role) {
  std::vector<std::string> stocks;
  for (const std::string& stock : run.stock_names())
    if (std::ranges::any_of(run.system().description().flows, [&](const FlowDescription& flow) {
          return flow.to == stock && flow.role == role;
        }))
      stocks.push_back(stock);
  return stocks;
}

}  // namespace

std::vector<std::string> stocks_in_use(const Run& run) { return stocks_entered(run, "placed"); }

Figures inflow_into_use(const Run& run) {
  return over_stocks_in_use(run, "inflow", [&](const std::string& s) { return run.inflow(s); });
}

Figures outflow_from_use(const Run& run) {
  return over_stocks_in_use(run, "outflow", [&](const std::string& s) { return run.outflow(s); });
}

Figures stock_in_use(const Run& run) {
  return over_stocks_in_use(run, "stock", [&](const std::string& s) { return run.stock(s); });
}

Figures inflow_to_government(const Run& run) {
  return of_government(run, "government_inflow",
                       [&](const std::string& s) { return run.inflow(s); });
}

Figures stock_of_government(const Run& run) {
  return of_government(run, "government_stock", [&](const std::string& s) { return run.stock(s); });
}

Figures used_exports(const Run& run) {
  const std::vector<Figures> flows = flows_of(run, {"used_export"});
  return gather("used_exports", flows, shared_dimensions(flows));
}

Figures hoarded_stock(const Run& run) {
  std::vector<Figures> stocks;
  for (const std::string& stock : stocks_entered(run, "hoarded"))
    stocks.push_back(run.stock(stock));
  return gather("hoarded_stock", stocks, shared_dimensions(stocks));
}

}  // namespace critflow
