#include "critflow/indicator/stage_supply.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <set>

#include "critflow/indicator/gather.hpp"
#include "times_share.hpp"
#include "yearly.hpp"

namespace critflow {

namespace {

CountrySupply& supply_of(StageSupply& year, const std::string& country) {
  const auto found = std::ranges::find(year.supply, country, &CountrySupply::country);
  if (found != year.supply.end()) return *found;
  year.supply.push_back({country, 0.0, is_one_country(country)});
  return year.supply.back();
}

void add_import(const Figures& flow, std::vector<StageSupply>& years) {
  const std::vector<double> all = yearly(flow);
  const Dimension* origin = dimension_of_origin(flow.dimensions);
  for (std::size_t step = 0; step < years.size(); ++step) {
    years[step].trade.imports += all[step];
    years[step].origins_known = years[step].origins_known && origin != nullptr;
  }
  if (origin == nullptr) return;
  for (const std::string& country : origin->items) {
    const std::vector<double> amounts = yearly(flow, origin->name, country);
    for (std::size_t step = 0; step < years.size(); ++step)
      supply_of(years[step], country).amount += amounts[step];
  }
}

void add_export(const Figures& flow, std::vector<StageSupply>& years) {
  const std::vector<double> amounts = yearly(flow);
  for (std::size_t step = 0; step < years.size(); ++step)
    years[step].trade.exports += amounts[step];
}

void add_production(const System& system, const ProcessDescription& maker, const Figures& flow,
                    std::vector<StageSupply>& years) {
  const bool told = !maker.owned_by_third_countries.empty();
  const std::vector<double> made = yearly(flow);
  const std::vector<double> owned =
      told ? yearly(times_share(flow, system, maker.owned_by_third_countries)) : made;
  for (std::size_t step = 0; step < years.size(); ++step) {
    years[step].trade.production += made[step];
    years[step].owned_by_third_countries += owned[step];
    years[step].owners_known = years[step].owners_known && (told || made[step] == 0.0);
  }
}

void add(const System& system, const FlowDescription& drawn, const Figures& flow,
         std::vector<StageSupply>& years) {
  if (drawn.trade == "import") return add_import(flow, years);
  if (drawn.trade == "export") return add_export(flow, years);
  add_production(system, *system.description().process(drawn.from), flow, years);
}

/// Absent numbers by year, stage that a flow names, and material; nothing where there are none.
Figures frame(const std::string& name, const SystemDescription& system) {
  Dimension years{"year", {}}, stages{"stage", {}}, materials{"layer", {}};
  for (const int year : system.years.values()) years.items.push_back(std::to_string(year));
  for (const Layer& layer : system.layers)
    if (layer.material) materials.items.push_back(layer.name);
  for (const std::string& stage : supply_stages())
    if (std::ranges::count(system.flows, stage, &FlowDescription::stage) > 0)
      stages.items.push_back(stage);
  if (stages.items.empty() || materials.items.empty()) return {.name = name};
  Figures figures{.name = name, .dimensions = {years, stages, materials}, .units = {"1"}};
  const auto cells = static_cast<std::size_t>(cell_count(figures.dimensions));
  figures.values.assign(cells, 0.0);
  figures.absent.assign(cells, 1);
  return figures;
}

/// By year, stage and material, what `of` makes of a supply.
Figures by_stage(const Run& run, const std::string& name,
                 const std::function<std::optional<double>(const StageSupply&)>& of) {
  Figures figures = frame(name, run.system().description());
  if (figures.dimensions.empty()) return figures;
  const std::vector<std::string>& stages = figures.dimensions[1].items;
  const std::vector<std::string>& materials = figures.dimensions[2].items;
  for (std::size_t column = 0; column < stages.size() * materials.size(); ++column) {
    const auto supply =
        stage_supply(run, stages[column / materials.size()], materials[column % materials.size()]);
    for (std::size_t step = 0; step < supply.size(); ++step) {
      const std::size_t cell = step * stages.size() * materials.size() + column;
      const std::optional<double> value = of(supply[step]);
      figures.values[cell] = value.value_or(0.0);
      figures.absent[cell] = value ? 0 : 1;
    }
  }
  return figures;
}

}  // namespace

const Dimension* dimension_of_origin(const Dimensions& dimensions) {
  for (const char* name : {"partner", "country", "region"})
    if (const Dimension* found = find_dimension(dimensions, name)) return found;
  return nullptr;
}

bool is_one_country(const std::string& origin) { return origin != "rest of world"; }

std::vector<StageSupply> stage_supply(const Run& run, const std::string& stage,
                                      const std::string& material) {
  const SystemDescription& system = run.system().description();
  std::vector<StageSupply> years;
  std::set<std::string> counted;  // what flows by several doors is one flow of a run
  for (const FlowDescription& drawn : system.flows) {
    if (drawn.stage != stage || !counted.insert(drawn.name()).second) continue;
    const Figures flow = run.flow(drawn.from, drawn.to);
    if (position(flow.dimensions.back(), material) < 0) continue;
    years.resize(static_cast<std::size_t>(system.years.size()));
    add(run.system(), drawn, flow.select("layer", material), years);
  }
  for (StageSupply& year : years)
    year.supply.insert(year.supply.begin(), {"", year.trade.production, false});
  return years;
}

Figures import_dependence(const Run& run) {
  return by_stage(run, "import_dependence",
                  [](const StageSupply& year) { return import_dependence(year.trade).value; });
}

Figures apparent_consumption(const Run& run) {
  Figures all = by_stage(run, "apparent_consumption",
                         [](const StageSupply& year) { return year.trade.consumption(); });
  if (!all.dimensions.empty()) all.units = {"t/a"};
  return all;
}

Figures embodied_net_imports(const Run& run) {
  constexpr const char* name = "embodied_net_imports";
  Figures net = by_stage(
      run, name, [](const StageSupply& year) { return year.trade.imports - year.trade.exports; });
  net.absent.clear();  // goods without a material bring none of it
  std::vector<Figures> goods;
  for (const char* stage : {"component", "product"})
    if (const Dimension* stages = find_dimension(net.dimensions, "stage");
        stages != nullptr && position(*stages, stage) >= 0)
      goods.push_back(net.select("stage", stage));
  Figures sum = gather(name, goods, {});
  if (sum.dimensions.empty()) return sum;
  const Figures used = gather_into(sum, "used", run.flows_by_role("used_export"));
  for (std::size_t cell = 0; cell < sum.values.size(); ++cell)
    sum.values[cell] -= used.values[cell];
  sum.units = {"t/a"};
  return sum;
}

Ratio single_country_share(const StageSupply& year) {
  if (!year.origins_known) return no_ratio("the origin of an import is not told");
  return single_country_share(year.supply, year.trade.consumption());
}

Figures single_country_share(const Run& run) {
  return by_stage(run, "single_country_share",
                  [](const StageSupply& year) { return single_country_share(year).value; });
}

Figures third_country_ownership(const Run& run) {
  return by_stage(run, "third_country_ownership",
                  [](const StageSupply& year) -> std::optional<double> {
                    if (!year.owners_known) return std::nullopt;
                    return ratio(year.owned_by_third_countries, year.trade.production,
                                 "production at this stage")
                        .value;
                  });
}

Figures herfindahl(const Run& run) {
  return by_stage(run, "herfindahl", [](const StageSupply& year) {
    return year.origins_known ? herfindahl(year.supply).value : std::nullopt;
  });
}

}  // namespace critflow
