#include "uses.hpp"

#include <limits>
#include <map>
#include <string_view>
#include <utility>

#include "critflow/network/gate.hpp"
#include "critflow/network/host_and_component.hpp"
#include "critflow/network/mine.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/network/stock_with_second_life.hpp"
#include "critflow/network/stockpile.hpp"
#include "critflow/network/waiting.hpp"

namespace critflow {

namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity();
constexpr Domain share{0.0, 1.0, false, "be in [0, 1]"};
constexpr Domain yield{0.0, 1.0, true, "be > 0 and <= 1"};
constexpr Domain amount{0.0, unbounded, false, "be >= 0"};
constexpr Domain positive{0.0, unbounded, true, "be > 0"};
constexpr Domain rate{-1.0, unbounded, true, "be > -100 % a year"};
constexpr Domain anything{-unbounded, unbounded, false, "be finite"};
constexpr Measure a{.time = 1};

using Acts = std::vector<AppliesTo>;
const Acts on_flows{AppliesTo::flows};
const Acts on_new{AppliesTo::new_cohorts};
const Acts on_stock{AppliesTo::stock_in_use};
const Acts on_inflow{AppliesTo::new_cohorts, AppliesTo::flows};
const Acts on_leaving{AppliesTo::stock_in_use, AppliesTo::flows};
const Measure per_year = Measure{} / a;

class UseCollector {
 public:
  explicit UseCollector(const SystemDescription& description) : description_(description) {}

  void process(const ProcessDescription& process) {
    where_ = "process." + process.name + ".";
    process_ = &process;
    add("owned_by_third_countries", process.owned_by_third_countries, Measure{}, share);
    add("held_by_government", process.held_by_government, Measure{}, share);
    if (const auto* stock = process.kind.as<StockProcess>()) of_stock(*stock);
    if (const auto* pair = process.kind.as<HostAndComponent>()) of_host_and_component(*pair);
    if (const auto* stock = process.kind.as<StockWithSecondLife>()) of_second_life(*stock);
    if (const auto* production = process.kind.as<Production>()) of_production(*production);
    if (const auto* mine = process.kind.as<Mine>()) of_mine(*mine);
    if (const auto* gate = process.kind.as<Gate>())
      add("capacity", gate->capacity, layer(gate->lead) / a, amount);
    if (const auto* waiting = process.kind.as<Waiting>()) of_waiting(*waiting);
    if (const auto* pile = process.kind.as<Stockpile>()) of_stockpile(*pile);
    if (const auto* source = process.kind.as<Source>())
      add("amount", source->amount, any_layer() / a, amount);
  }

  void flow(const FlowDescription& flow) {
    where_ = "flow " + flow.name() + ".";
    const bool amount_asked = asked_from_outside(flow);
    process_ = description_.process(flow.from);
    const Measure layer_per_year = process_ == nullptr ? Measure{} : any_layer() / a;
    if (!flow.factors.empty())
      uses_.push_back({where_ + (flow.rule == FlowRule::request ? "request" : "share"),
                       flow.factors, amount_asked ? layer_per_year : Measure{},
                       amount_asked ? amount : share, on_flows});
    add("split", flow.split, Measure{}, share);
    add("capacity", flow.capacity, layer_per_year, amount);
    if (process_ != nullptr) add("cost", flow.cost, Measure{.money = 1} / any_layer(), anything);
  }

  void lifetime(const LifetimeDescription& lifetime) {
    where_ = "lifetime." + lifetime.name + ".";
    if (lifetime.by_mean_and_sd) {
      add("mean", lifetime.first, a, positive, on_new);
      add("sd", lifetime.second, a,
          lifetime.distribution == Distribution::fixed ? amount : positive, on_new);
    } else {
      const auto names = parameters_of(lifetime.distribution);
      add(names[0], lifetime.first, native(lifetime.distribution, names[0]), anything, on_new);
      if (names.size() > 1)
        add(names[1], lifetime.second, native(lifetime.distribution, names[1]), anything, on_new);
    }
    add("hazard", lifetime.hazard, Measure{}, amount, on_stock);
  }

  std::vector<Use> take() { return std::move(uses_); }

 private:
  void add(std::string_view key, const std::string& name, Measure measure, Domain domain,
           const Acts& acts_on = on_flows) {
    if (!name.empty())
      uses_.push_back({where_ + std::string(key), {name}, measure, domain, acts_on});
  }

  void of_stock(const StockProcess& stock) {
    const Measure lead = layer(stock.lead);
    const bool inflow = stock.driver == StockProcess::Driver::inflow;
    add(inflow ? "driver.inflow" : "driver.stock", stock.driver_parameter, inflow ? lead / a : lead,
        amount, inflow ? on_inflow : on_stock);
    add("split", stock.split, Measure{}, share, on_new);
    add("saved.displacement", stock.saved.displacement, inflow ? per_year : Measure{}, share);
    of_earlier(stock.initial, lead);
    contents("content.", stock.content, lead);
  }

  void of_earlier(const EarlierCohorts& initial, Measure lead) {
    add("initial.stock", initial.stock, lead, amount, {});
    add("initial.total", initial.total, lead, amount, {});
    add("initial.growth", initial.growth, per_year, rate, {});
  }

  void of_host_and_component(const HostAndComponent& pair) {
    const Measure lead = layer(pair.lead);
    const bool inflow = pair.driver == HostAndComponent::Driver::inflow;
    add(inflow ? "driver.inflow" : "driver.stock", pair.driver_parameter, inflow ? lead / a : lead,
        amount, inflow ? on_inflow : on_stock);
    add("split", pair.split, Measure{}, share, on_new);
    of_earlier(pair.initial, lead);
    contents("host.content.", pair.host.content, lead);
    contents("component.content.", pair.component.content, lead);
    for (const auto& [name, lost] : pair.host.fade)
      add("host.fade." + name, lost, per_year, share, on_stock);
    for (const auto& [name, lost] : pair.component.fade)
      add("component.fade." + name, lost, per_year, share, on_stock);
    add("usable.up_to_age", pair.usable_up_to_age, a, amount);
    add("replaced.share", pair.replaced.share, Measure{}, share, on_leaving);
    add("replaced.up_to_age", pair.replaced.up_to_age, a, amount, on_leaving);
    add("reused.share", pair.reused.share, Measure{}, share);
    add("reused.up_to_age", pair.reused.up_to_age, a, amount);
    add("reused.in_old_hosts", pair.reused.in_old_hosts, Measure{}, share);
    add("reused.in_new_hosts", pair.reused.in_new_hosts, Measure{}, share);
  }

  void of_second_life(const StockWithSecondLife& stock) {
    const Measure lead = layer(stock.lead);
    add("driver.stock", stock.driver_parameter, lead, amount, on_stock);
    contents("new.content.", stock.fresh.content, lead);
    add("new.fade", stock.fresh.fade, per_year, share, on_stock);
    add("repurposed.fade", stock.repurposed.fade, per_year, share, on_stock);
    add("repurposed.displacement", stock.repurposed.displacement, Measure{}, yield);
  }

  void contents(const std::string& key,
                const std::map<std::string, std::vector<std::string>>& by_layer, Measure lead) {
    for (const auto& [name, factors] : by_layer)
      uses_.push_back({where_ + key + name, factors,
                       (name == "material" ? Measure{.mass = 1} : layer(name)) / lead, amount,
                       on_new});
  }

  void of_waiting(const Waiting& waiting) {
    add("capacity", waiting.capacity, layer(waiting.lead) / a, amount);
    add("longest_wait", waiting.longest_wait, a, positive);
  }

  void of_stockpile(const Stockpile& pile) {
    add("target", pile.target, any_layer(), amount);
    add("days", pile.days, Measure{}, amount);
    add("fill", pile.fill, any_layer() / a, amount);
    add("release", pile.release, any_layer() / a, amount);
    add("initial", pile.initial, any_layer(), amount, {});
  }

  void of_production(const Production& production) {
    add("yield", production.yield, Measure{}, yield);
    of_joint(production.joint);
  }

  void of_joint(const std::vector<Production::Joint>& all) {
    for (const auto& joint : all)
      add("joint." + joint.layer, joint.ratio, layer(joint.layer) / layer(joint.of), amount);
  }

  void of_mine(const Mine& mine) {
    add("yield", mine.yield, Measure{}, yield);
    add("capacity", mine.capacity, any_layer() / a, amount);
    add("ramp_up", mine.ramp_up, a, positive);
    add("reserve", mine.reserve, any_layer(), amount, {});
    of_joint(mine.joint);
    add("ore.grade", mine.ore.grade, layer(mine.ore.of) / layer(mine.ore.layer), yield);
    add("ore.decline", mine.ore.decline, Measure{}, share);
  }

  [[nodiscard]] bool asked_from_outside(const FlowDescription& flow) const {
    const ProcessDescription* head = description_.process(flow.to);
    return flow.rule == FlowRule::request && head != nullptr && head->kind.as<Outside>() != nullptr;
  }

  [[nodiscard]] Measure layer(const std::string& name) const {
    const Layer* found = description_.layer(name);
    return found == nullptr ? Measure{} : parse_unit(found->unit).measure;
  }

  /// Of the first layer the process has: an amount given for several layers has one unit.
  [[nodiscard]] Measure any_layer() const {
    if (!process_->layers.empty()) return layer(process_->layers.front());
    return description_.layers.empty() ? Measure{} : layer(description_.layers.front().name);
  }

  static Measure native(Distribution distribution, std::string_view name) {
    return distribution == Distribution::lognormal || name == "shape" ? Measure{} : a;
  }

  const SystemDescription& description_;
  const ProcessDescription* process_ = nullptr;
  std::string where_;
  std::vector<Use> uses_;
};

}  // namespace

std::vector<Use> uses_of(const SystemDescription& description) {
  UseCollector collector(description);
  for (const ProcessDescription& process : description.processes) collector.process(process);
  for (const FlowDescription& flow : description.flows) collector.flow(flow);
  for (const LifetimeDescription& lifetime : description.lifetimes) collector.lifetime(lifetime);
  return collector.take();
}

}  // namespace critflow
