#include "target_measures.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>

#include "amounts_by_role.hpp"
#include "critflow/indicator/battery_collection.hpp"
#include "critflow/indicator/equipment_collection.hpp"
#include "critflow/indicator/legal_recycled_content.hpp"
#include "critflow/indicator/recovery_of_material.hpp"
#include "critflow/indicator/stage_supply.hpp"

namespace critflow {

namespace {

using Computed = std::function<Ratio(std::size_t step)>;

/// A ratio for each year, where all amounts are known.
Measured by_year(const std::vector<const YearlyAmounts*>& needed, std::string method,
                 const Computed& compute) {
  Measured measured{.method = std::move(method)};
  for (const YearlyAmounts* one : needed)
    if (!one->known()) measured.reason = one->reason;
  if (!measured.reason.empty()) return measured;
  for (std::size_t step = 0; step < needed.front()->by_year.size(); ++step)
    measured.by_year.push_back(compute(step));
  return measured;
}

std::vector<double> up_to(const YearlyAmounts& all, std::size_t end) {
  return {all.by_year.begin(), all.by_year.begin() + static_cast<std::ptrdiff_t>(end)};
}

using OfPlaced = Ratio (*)(double, const std::vector<double>&);

/// Collected of a window of sales that ends before the year, or with it.
Measured collection(AmountsByRole& amounts, const Target& target, OfPlaced rate, std::size_t ends) {
  if (!amounts.run().system().description().years.annual())
    return {.reason = "the window of the law is one of single years"};
  const YearlyAmounts collected = amounts.of("collected", target.goods, target.category);
  const YearlyAmounts placed = amounts.of("placed", target.goods, target.category);
  const std::string method =
      ends == 0 ? "mean of sales in the three years before" : "mean of sales in three years";
  return by_year({&collected, &placed}, method, [&](std::size_t step) {
    return rate(collected.by_year[step], up_to(placed, step + ends));
  });
}

Measured of_waste(AmountsByRole& amounts, const Target& target) {
  const YearlyAmounts collected = amounts.of("collected", target.goods, target.category);
  const YearlyAmounts waste = amounts.of("waste", target.goods, target.category);
  return by_year({&collected, &waste}, "share of the waste of the year", [&](std::size_t step) {
    return ratio(collected.by_year[step], waste.by_year[step], "waste");
  });
}

Measured recovery_from_batteries(AmountsByRole& amounts, const Target& target,
                                 const CheckOptions& options) {
  const YearlyAmounts input = amounts.of("recycling_input", target.material);
  const YearlyAmounts all = amounts.of("recovered", target.material);
  const YearlyAmounts abroad =
      amounts.of_items("recovered", target.material, options.third_countries);
  return by_year(
      {&input, &all, &abroad}, "yield of all recycling; outside the Union by evidence",
      [&](std::size_t step) {
        return recovery_of_material({.input = input.by_year[step],
                                     .in_union = all.by_year[step] - abroad.by_year[step],
                                     .abroad = abroad.by_year[step],
                                     .evidence = options.evidence});
      });
}

/// The average content of the supply, laid over the metal in batteries of the category.
Measured content_of_batteries(AmountsByRole& amounts, const Target& target) {
  const YearlyAmounts old_scrap = amounts.of("recovered", target.material);
  const YearlyAmounts demand = amounts.of("demand", target.material);
  const YearlyAmounts placed = amounts.of("placed", target.material, target.category);
  YearlyAmounts new_scrap = amounts.of("new_scrap", target.material);
  YearlyAmounts surplus = amounts.of("surplus", target.material);
  for (YearlyAmounts* one : {&new_scrap, &surplus})
    if (!one->known()) *one = {.by_year = std::vector<double>(demand.by_year.size(), 0.0)};
  Measured measured =
      by_year({&old_scrap, &demand, &placed}, "average of the whole supply", [&](std::size_t step) {
        const Ratio supply =
            ratio(old_scrap.by_year[step] + new_scrap.by_year[step] - surplus.by_year[step],
                  demand.by_year[step], "demand");
        if (!supply.value) return supply;
        const double active = placed.by_year[step];
        return recycled_content_of_active_material(
            {.from_post_consumer_waste = *supply.value * active, .total = active});
      });
  measured.norm = false;
  return measured;
}

Measured metal_from_equipment(AmountsByRole& amounts, const Target& target) {
  const YearlyAmounts recovered = amounts.of("recovered", target.material);
  const YearlyAmounts waste = amounts.of("waste", target.material);
  return by_year({&recovered, &waste}, "share of the metal in all waste", [&](std::size_t step) {
    return metal_recovery_from_equipment(recovered.by_year[step], waste.by_year[step]);
  });
}

/// The stage at which one third country has most, in each year.
Measured dependence_on_one_country(AmountsByRole& amounts, const Target& target) {
  Measured measured{.method = "stage with the largest share, in this system alone", .norm = false};
  for (const std::string& stage : supply_stages()) {
    const std::vector<StageSupply> years = stage_supply(amounts.run(), stage, target.material);
    measured.by_year.resize(std::max(measured.by_year.size(), years.size()),
                            no_ratio("nothing is consumed"));
    for (std::size_t step = 0; step < years.size(); ++step) {
      const Ratio share = single_country_share(years[step]);
      Ratio& largest = measured.by_year[step];
      if (share.value && share.value > largest.value) largest = share;
    }
  }
  if (measured.by_year.empty()) measured.reason = "no flow names a stage of supply";
  return measured;
}

using Measure = std::function<Measured(AmountsByRole&, const Target&, const CheckOptions&)>;

const std::vector<std::pair<std::string, Measure>>& measures() {
  static const std::vector<std::pair<std::string, Measure>> all{
      {"legal_collection_rate",
       [](AmountsByRole& amounts, const Target& target, const CheckOptions&) {
         return collection(amounts, target, collection_of_placed, 0);
       }},
      {"collection_rate_of_2006",
       [](AmountsByRole& amounts, const Target& target, const CheckOptions&) {
         return collection(amounts, target, collection_by_the_rule_of_2006, 1);
       }},
      {"equipment_collection_rate",
       [](AmountsByRole& amounts, const Target& target, const CheckOptions&) {
         return collection(amounts, target, equipment_collection_rate, 0);
       }},
      {"equipment_collection_of_waste",
       [](AmountsByRole& amounts, const Target& target, const CheckOptions&) {
         return of_waste(amounts, target);
       }},
      {"take_back", [](AmountsByRole& amounts, const Target& target,
                       const CheckOptions&) { return of_waste(amounts, target); }},
      {"recovery_of_material", recovery_from_batteries},
      {"recycled_content_of_active_material",
       [](AmountsByRole& amounts, const Target& target, const CheckOptions&) {
         return content_of_batteries(amounts, target);
       }},
      {"single_country_share",
       [](AmountsByRole& amounts, const Target& target, const CheckOptions&) {
         return dependence_on_one_country(amounts, target);
       }},
      {"metal_recovery_from_equipment",
       [](AmountsByRole& amounts, const Target& target, const CheckOptions&) {
         return metal_from_equipment(amounts, target);
       }}};
  return all;
}

}  // namespace

Measured measure(AmountsByRole& amounts, const Target& target, const CheckOptions& options) {
  for (const auto& [name, of] : measures())
    if (name == target.indicator) return of(amounts, target, options);
  const bool duty = target.comparison == Comparison::duty;
  return {.reason = duty ? "a duty without a number" : "no flow of the system measures it"};
}

}  // namespace critflow
