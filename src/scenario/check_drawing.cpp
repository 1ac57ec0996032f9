#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include "checks.hpp"
#include "critflow/base/nearest_name.hpp"
#include "critflow/network/gate.hpp"
#include "critflow/network/host_and_component.hpp"
#include "critflow/network/market.hpp"
#include "critflow/network/mine.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/network/stock_with_second_life.hpp"
#include "critflow/network/waiting.hpp"

namespace critflow {

namespace {

template <class Named>
std::vector<std::string> names_of(const std::vector<Named>& all) {
  std::vector<std::string> names;
  for (const Named& one : all) names.push_back(one.name);
  return names;
}

/// Names in the drawing that name nothing in it.
class ReferenceCheck {
 public:
  ReferenceCheck(const SystemDescription& description, std::vector<Fault>& faults)
      : processes_(names_of(description.processes)),
        layers_(names_of(description.layers)),
        lifetimes_(names_of(description.lifetimes)),
        faults_(faults) {}

  void check(const ProcessDescription& process) {
    where_ = "process." + process.name;
    if (const auto* stock = process.kind.as<StockProcess>()) check(*stock);
    if (const auto* pair = process.kind.as<HostAndComponent>()) check(*pair);
    if (const auto* stock = process.kind.as<StockWithSecondLife>()) check(*stock);
    if (const auto* gate = process.kind.as<Gate>()) layer(".lead", gate->lead);
    if (const auto* waiting = process.kind.as<Waiting>()) layer(".lead", waiting->lead);
    if (const auto* market = process.kind.as<Market>()) check(*market);
    if (const auto* production = process.kind.as<Production>()) check(production->joint);
    if (const auto* mine = process.kind.as<Mine>()) check(*mine);
  }

  void check(const FlowDescription& flow) {
    where_ = "flow " + flow.name();
    require("", "unknown process", flow.from, "be a process of the system", processes_);
    require("", "unknown process", flow.to, "be a process of the system", processes_);
  }

 private:
  void check(const StockProcess& stock) {
    lifetime(".lifetime", stock.lifetime);
    if (!stock.lead.empty()) layer(".lead", stock.lead);
    contents(".content", stock.content);
  }

  void check(const HostAndComponent& pair) {
    layer(".lead", pair.lead);
    lifetime(".host.lifetime", pair.host.lifetime);
    contents(".host.content", pair.host.content);
    contents(".component.content", pair.component.content);
    contents(".host.fade", pair.host.fade);
    contents(".component.fade", pair.component.fade);
    if (!pair.component.lifetime.empty())
      return lifetime(".component.lifetime", pair.component.lifetime);
    faults_.push_back({.where = where_ + ".component",
                       .what = "host without component",
                       .value = "",
                       .rule = "have one with a lifetime; or be a stock, which has one lifetime"});
  }

  void check(const std::vector<Production::Joint>& all) {
    for (const Production::Joint& joint : all) {
      layer(".joint", joint.layer);
      layer(".joint", joint.of);
    }
  }

  void check(const Mine& mine) {
    check(mine.joint);
    if (mine.ore.layer.empty()) return;
    layer(".ore", mine.ore.layer);
    layer(".ore", mine.ore.of);
  }

  void check(const StockWithSecondLife& stock) {
    layer(".lead", stock.lead);
    lifetime(".new.lifetime", stock.fresh.lifetime);
    lifetime(".repurposed.lifetime", stock.repurposed.lifetime);
    contents(".new.content", stock.fresh.content);
  }

  void check(const Market& market) {
    for (const std::string& offer : market.offers)
      require(".offers", "unknown process", offer, "be a process of the system", processes_);
    for (const Market::Claim& claim : market.claims) {
      require(".claims", "unknown process", claim.to, "be a process of the system", processes_);
      if (!claim.last_offer.empty())
        require(".claims", "unknown offer", claim.last_offer, "be one of its offers",
                market.offers);
    }
  }

  void lifetime(const std::string& key, const std::string& name) {
    require(key, "unknown lifetime", name, "be a lifetime of the system", lifetimes_);
  }

  template <class Content>
  void contents(const std::string& key, const Content& by_layer) {
    for (const auto& content : by_layer)
      if (content.first != "material") layer(key, content.first);
  }

  void layer(const std::string& key, const std::string& name) {
    require(key, "unknown layer", name, "be a layer of the system", layers_);
  }

  void require(const std::string& key, const std::string& what, const std::string& name,
               const std::string& rule, const std::vector<std::string>& known) {
    if (std::ranges::find(known, name) != known.end()) return;
    faults_.push_back({.where = where_ + key,
                       .what = what,
                       .value = name,
                       .rule = rule,
                       .nearest = nearest_name(name, known)});
  }

  std::vector<std::string> processes_;
  std::vector<std::string> layers_;
  std::vector<std::string> lifetimes_;
  std::vector<Fault>& faults_;
  std::string where_;
};

/// Derived parameters made of themselves, or of so many factors that they could not be computed.
class DerivedCheck {
 public:
  DerivedCheck(const SystemDescription& description, std::vector<Fault>& faults) : faults_(faults) {
    for (const DerivedParameter& derived : description.derived) derived_[derived.name] = &derived;
  }

  void run() {
    for (const auto& one : derived_) static_cast<void>(factors_behind(one.first));
  }

 private:
  static constexpr std::int64_t being_counted = -1;
  static constexpr std::int64_t most = 1000;

  /// Numbers and parameters behind a name, each time it is met; at most one more than `most`.
  std::int64_t factors_behind(const std::string& name) {
    const auto derived = derived_.find(name);
    if (derived == derived_.end()) return 1;
    const auto [counted, is_new] = counts_.try_emplace(name, being_counted);
    if (!is_new && counted->second == being_counted)
      add(name, "made of itself", "be made of others");
    if (!is_new) return std::max<std::int64_t>(counted->second, 1);
    std::int64_t count = 0;
    for (const std::string& factor : derived->second->factors) count += factors_behind(factor);
    if (count > most) add(name, "made of too many factors", "have at most 1000 in all");
    return counts_[name] = std::min(count, most);
  }

  void add(const std::string& name, const std::string& what, const std::string& rule) {
    faults_.push_back({.where = "derived." + name, .what = what, .value = "", .rule = rule});
  }

  std::map<std::string, const DerivedParameter*> derived_;
  std::map<std::string, std::int64_t> counts_;
  std::vector<Fault>& faults_;
};

}  // namespace

void check_drawing(const SystemDescription& description, std::vector<Fault>& faults) {
  ReferenceCheck references(description, faults);
  for (const ProcessDescription& process : description.processes) references.check(process);
  for (const FlowDescription& flow : description.flows) references.check(flow);
  DerivedCheck(description, faults).run();
}

}  // namespace critflow
