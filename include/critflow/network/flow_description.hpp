#pragma once

#include <map>
#include <string>
#include <vector>

#include "critflow/base/title.hpp"

namespace critflow {

/// How a flow is fixed, and with that who owns it.
enum class FlowRule {
  share,    ///< owned by the tail: a share of what passes through it
  rest,     ///< owned by the tail: what its other flows leave
  request,  ///< owned by the head: what it asks (a production, a driven stock, a claim, an offer)
  done,     ///< owned by a gate: what passes its capacity
  surplus,  ///< owned by a market: what nobody claims
};

/// One arrow of the drawing, before it is expanded over dimensions and layers.
///
/// A dimension that both ends have is matched. One that only the owner has must be in `sum`. One
/// that only the other end has needs a parameter with that dimension among `factors` or `split`.
struct FlowDescription {
  std::string from;
  std::string to;
  FlowRule rule = FlowRule::share;
  std::vector<std::string> factors{};       ///< parameters or numbers whose product is the share
  std::string split{};                      ///< share over a dimension only the other end has
  std::vector<std::string> sum{};           ///< dimensions summed because it is said
  std::map<std::string, std::string> as{};  ///< dimension of the head -> its second name here
  std::string capacity{};                   ///< most an asked offer of a market gives [layer/a]
  std::string cost{};   ///< of an asked offer; the cheaper gives first [EUR/layer]
  std::string door{};   ///< of the tail, where it has several; see its kind
  std::string role{};   ///< what indicators call it; see `flow_roles()`
  std::string stage{};  ///< of supply; see `supply_stages()`
  std::string trade{};  ///< at that stage: `domestic`, `import` or `export`
  Title title{};

  [[nodiscard]] std::string name() const { return from + " -> " + to; }
};

/// The words a flow's role may be; indicators are sums over flows by role.
[[nodiscard]] const std::vector<std::string>& flow_roles();

/// The stages of supply, from the mine on: what is consumed at one is supplied to it from the
/// region itself or from abroad.
[[nodiscard]] const std::vector<std::string>& supply_stages();

/// What a flow is to the region at its stage: `domestic`, `import`, `export`.
[[nodiscard]] const std::vector<std::string>& trade_words();

}  // namespace critflow
