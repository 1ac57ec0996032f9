#include "critflow/io/canonical.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "critflow/network/gate.hpp"
#include "critflow/network/host_and_component.hpp"
#include "critflow/network/market.hpp"
#include "critflow/network/mine.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/network/stock_with_second_life.hpp"
#include "critflow/network/stockpile.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/network/waiting.hpp"

namespace critflow {

namespace {

/// A part of a line: names may hold spaces, so each is in brackets.
std::string part(std::string_view key, const std::string& value) {
  if (value.empty()) return {};
  return " " + std::string(key) + (key.empty() ? "<" : "=<") + value + ">";
}

std::string part(std::string_view key, const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : "|") + value;
  return part(key, text);
}

std::vector<std::string> sorted(std::vector<std::string> values) {
  std::ranges::sort(values);
  return values;
}

std::string text_of_content(const std::string& key,
                            const std::map<std::string, std::vector<std::string>>& content) {
  std::string text;
  for (const auto& [layer, factors] : content) text += part(key + layer, sorted(factors));
  return text;
}

std::string text_of(const EarlierCohorts& initial) {
  return part("initial", initial.stock) + part("total", initial.total) +
         part("growth", initial.growth) +
         part("cohorts", initial.cohorts > 0 ? std::to_string(initial.cohorts) : "");
}

std::string text_of(const StockProcess& stock) {
  std::string text = "stock" + part("lead", stock.lead) + part("split", stock.split) +
                     part("lifetime", stock.lifetime) +
                     part("shrinking", std::to_string(static_cast<int>(stock.shrinking)));
  const bool inflow = stock.driver == StockProcess::Driver::inflow;
  text += part(inflow ? "inflow" : "stock", stock.driver_parameter);
  for (const StockProcess::AgeClass& one : stock.by_age)
    text += part("door", one.door) + part("up to age", shown(one.up_to_age));
  if (!stock.saved.by.empty())
    text += part("saved", stock.saved.by) + part("displacement", stock.saved.displacement);
  if (stock.missed != StockProcess::Missed::as_driven)
    text += part("missed", stock.missed == StockProcess::Missed::lost ? "lost" : "catch_up");
  return text + text_of_content("content ", stock.content) + text_of(stock.initial);
}

std::string text_of(const std::string& owner, const HostAndComponent::Part& holder) {
  std::string text =
      part(owner, holder.lifetime) + text_of_content(owner + " holds ", holder.content);
  for (const auto& [layer, share] : holder.fade) text += part(owner + " fades " + layer, share);
  return text;
}

std::string text_of(const HostAndComponent& pair) {
  const bool inflow = pair.driver == HostAndComponent::Driver::inflow;
  return "host-and-component" + part("lead", pair.lead) +
         part(inflow ? "inflow" : "stock", pair.driver_parameter) + part("split", pair.split) +
         text_of("host", pair.host) + text_of("component", pair.component) +
         part("replaced", pair.replaced.share) + part("up to age", pair.replaced.up_to_age) +
         part("reused", pair.reused.share) + part("up to age", pair.reused.up_to_age) +
         part("in old hosts", pair.reused.in_old_hosts) +
         part("in new hosts", pair.reused.in_new_hosts) +
         part("usable up to age", pair.usable_up_to_age) + text_of(pair.initial) +
         part("shrinking", std::to_string(static_cast<int>(pair.shrinking)));
}

std::string text_of(const std::vector<Production::Joint>& joint) {
  std::vector<std::string> texts;
  for (const auto& one : joint) texts.push_back(one.layer + " of " + one.of + " by " + one.ratio);
  return part("joint", sorted(texts));
}

std::string text_of(const StockWithSecondLife& stock) {
  return "stock-with-second-life" + part("lead", stock.lead) +
         part("stock", stock.driver_parameter) + part("new", stock.fresh.lifetime) +
         text_of_content("new holds ", stock.fresh.content) + part("new fades", stock.fresh.fade) +
         part("repurposed", stock.repurposed.lifetime) +
         part("repurposed fades", stock.repurposed.fade) +
         part("displacement", stock.repurposed.displacement);
}

std::string text_of(const Production& production) {
  return "production" + part("yield", production.yield) + text_of(production.joint) +
         part("shortage",
              production.shortage == Production::Shortage::deliver_less ? "deliver_less" : "");
}

std::string text_of(const Mine& mine) {
  return "mine" + part("yield", mine.yield) + part("capacity", mine.capacity) +
         part("ramp up", mine.ramp_up) + part("reserve", mine.reserve) + text_of(mine.joint) +
         part("ore", mine.ore.layer) + part("of", mine.ore.of) + part("grade", mine.ore.grade) +
         part("decline", mine.ore.decline);
}

std::string text_of(const Market& market) {
  std::string text = "market" + part("offers", market.offers);
  for (const Market::Claim& claim : market.claims)
    text += part("claim", claim.to) + part("last", claim.last_offer);
  return text;
}

std::string text_of(const Waiting& waiting) {
  return "waiting" + part("capacity", waiting.capacity) +
         part("longest wait", waiting.longest_wait) + part("lead", waiting.lead);
}

std::string text_of(const Stockpile& pile) {
  return "stockpile" + part("target", pile.target) + part("days", pile.days) + part("of", pile.of) +
         part("fill", pile.fill) + part("release", pile.release) + part("initial", pile.initial);
}

std::string text_of(const ProcessDescription& process) {
  const AnyProcess& kind = process.kind;
  if (const auto* stock = kind.as<StockProcess>()) return text_of(*stock);
  if (const auto* pair = kind.as<HostAndComponent>()) return text_of(*pair);
  if (const auto* stock = kind.as<StockWithSecondLife>()) return text_of(*stock);
  if (const auto* production = kind.as<Production>()) return text_of(*production);
  if (const auto* mine = kind.as<Mine>()) return text_of(*mine);
  if (const auto* market = kind.as<Market>()) return text_of(*market);
  if (const auto* gate = kind.as<Gate>())
    return "gate" + part("capacity", gate->capacity) + part("lead", gate->lead);
  if (const auto* waiting = kind.as<Waiting>()) return text_of(*waiting);
  if (const auto* pile = kind.as<Stockpile>()) return text_of(*pile);
  if (const auto* source = kind.as<Source>()) return "source" + part("amount", source->amount);
  if (kind.as<Treatment>() != nullptr) return "treatment";
  if (kind.as<Outside>() != nullptr) return "outside";
  throw InvalidValue({.where = "process." + process.name,
                      .what = "kind without a text",
                      .value = "",
                      .rule = "be one of the library's kinds"});
}

class CanonicalText {
 public:
  explicit CanonicalText(const System& system) : system_(system) {}

  std::string text() {
    const SystemDescription& description = system_.description();
    for (const Layer& layer : description.layers) add(layer);
    for (const ProcessDescription& process : description.processes) add(process);
    for (const FlowDescription& flow : description.flows) add(flow);
    for (const LifetimeDescription& lifetime : description.lifetimes) add(lifetime);
    for (const DerivedParameter& derived : description.derived) add(derived);
    for (const std::string& name : system_.used_parameters()) add(*system_.parameter(name));
    std::ranges::sort(lines_);
    std::string text = "critflow system 1\nyears";
    for (const int year : description.years.values()) text += " " + std::to_string(year);
    for (const std::string& line : lines_) text += "\n" + line;
    return text + "\n";
  }

 private:
  void add(const Layer& layer) {
    lines_.push_back("layer" + part("", layer.name) + part("unit", layer.unit) +
                     (layer.conserved ? " conserved" : "") + (layer.material ? " material" : ""));
  }

  void add(const ProcessDescription& process) {
    std::string line = "process" + part("", process.name) + " " + text_of(process);
    if (const auto* market = process.kind.as<Market>(); market != nullptr && market->claims.empty())
      for (const FlowDescription& flow : system_.description().flows)  // their order is the ladder
        if (flow.from == process.name) line += part("claim", flow.to);
    for (const Dimension& dimension : process.dimensions)
      line += part("over " + dimension.name, dimension.items);
    line += part("owned by third countries", process.owned_by_third_countries) +
            part("held by the government", process.held_by_government);
    lines_.push_back(line + part("layers", sorted(process.layers)));
  }

  void add(const FlowDescription& flow) {
    std::string line = "flow" + part("from", flow.from) + part("to", flow.to) +
                       part("rule", std::to_string(static_cast<int>(flow.rule))) +
                       part("factors", sorted(flow.factors)) + part("split", flow.split) +
                       part("sum", sorted(flow.sum)) + part("capacity", flow.capacity) +
                       part("cost", flow.cost) + part("door", flow.door) + part("role", flow.role) +
                       part("stage", flow.stage) + part("trade", flow.trade);
    for (const auto& [name, second] : flow.as) line += part("as " + name, second);
    lines_.push_back(line);
  }

  void add(const LifetimeDescription& lifetime) {
    std::string line = "lifetime" + part("", lifetime.name);
    if (lifetime.survival_by_age.empty())
      line += part("distribution", std::string(name_of(lifetime.distribution))) +
              part(lifetime.by_mean_and_sd ? "mean" : "first", lifetime.first) +
              part(lifetime.by_mean_and_sd ? "sd" : "second", lifetime.second);
    for (const double share : lifetime.survival_by_age) line += " " + shown(share);
    lines_.push_back(line + part("hazard", lifetime.hazard) + part("entry", lifetime.entry.name()));
  }

  void add(const DerivedParameter& derived) {
    lines_.push_back("derived" + part("", derived.name) + part("product", sorted(derived.factors)) +
                     part("at_least", derived.has_at_least ? shown(derived.at_least) : "") +
                     part("at_most", derived.has_at_most ? shown(derived.at_most) : "") +
                     (derived.inverse ? " inverse" : "") + (derived.one_minus ? " one_minus" : ""));
  }

  void add(const Parameter& parameter) {
    for (int cell = 0; cell < parameter.cells(); ++cell) {
      if (!parameter.given(cell)) continue;
      std::string line = "parameter" + part("", parameter.name());
      for (const auto& [dimension, item] : parameter.place(cell).at) line += part(dimension, item);
      line += part("unit", parameter.unit);
      const bool constant = parameter.setting(cell).series.constant();
      for (int step = 0; step < (constant ? 1 : system_.description().years.size()); ++step)
        line += " " + shown(parameter.value(cell, step));
      lines_.push_back(line);
    }
  }

  const System& system_;
  std::vector<std::string> lines_;
};

}  // namespace

std::string canonical_text(const System& system) { return CanonicalText(system).text(); }

}  // namespace critflow
