#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "critflow/base/years.hpp"
#include "critflow/network/equations.hpp"
#include "critflow/network/flow_description.hpp"
#include "critflow/network/market.hpp"

namespace critflow {

class Assembly;

/// One vertex per instance and layer of the process being described.
struct Group {
  int id = -1;
};

/// Known numbers of a process: `width` for each instance, which is one, the number of its layers,
/// or as many as a parameter has items in a dimension of its own.
struct Amounts {
  std::vector<Known> known;
  int width = 1;

  /// The number of an instance in a layer: the same in all layers where the width is one.
  [[nodiscard]] Known at(int instance, int layer) const {
    return known[static_cast<std::size_t>(instance * width + (width == 1 ? 0 : layer))];
  }
};

/// Units of a driven stock that a stock elsewhere saves; see `Builder::asks_less`.
struct SavedUnits {
  std::string by;               ///< the process that holds what is used in their place
  std::string displacement;     ///< of each of its instances, what one saves
  std::string lead;             ///< the layer in which both are counted
  Amounts content;              ///< per unit, by layer
  Amounts units;                ///< asked at each instance if nothing were saved [lead layer/a]
  Amounts each;                 ///< not asked there for one that is saved
  std::string driver, split{};  ///< instances that share a driver share what is saved as well
};

/// What a process may say of itself in `describe`, once, before the first year. Every verb works on
/// all instances and layers of the process at once.
class Builder {
 public:
  Builder(Assembly& assembly, int process) : assembly_(assembly), process_(process) {}

  // -- vertices. `part` tells several groups of one process apart in names; the main one has none.
  Group passes_on(const std::string& part = "");  ///< its activity is what flows in
  Group answers(const std::string& part = "");    ///< its activity is what is asked of it
  Group stock(const std::string& part = "");      ///< its activity is what flows in; it holds
  Group market(const std::string& part = "");     ///< flows it does not own on both sides
  Group outside(const std::string& part = "");    ///< beyond the balance

  // -- doors. Without these the first group is the entrance and the exit.
  void entrance(Group group);  ///< where flows of the drawing arrive
  /// Where flows arrive that are not asked for, if not at the entrance.
  void entrance_of_pushed(Group group);
  void exit(Group group);                 ///< where flows with `share` and `rest` leave
  void door(FlowRule rule, Group group);  ///< where flows with another rule leave
  /// Where flows that name this door leave; a process with named doors has no other exit.
  void door(const std::string& name, Group group);
  /// The group has no part in a layer: nothing flows through it there.
  void leave_out(Group group, int layer);

  // -- numbers
  [[nodiscard]] int instances() const;
  [[nodiscard]] int layers() const;
  [[nodiscard]] const std::string& layer_name(int layer) const;
  [[nodiscard]] bool is_material(int layer) const;
  [[nodiscard]] bool is_conserved(int layer) const;
  [[nodiscard]] std::vector<std::string> dimensions() const;
  /// Whether a parameter, or one that a derived parameter is made of, varies over a dimension.
  [[nodiscard]] bool varies(const std::string& parameter, const std::string& dimension) const;
  /// The items of a parameter in a dimension; none where it does not vary over it.
  [[nodiscard]] std::vector<std::string> items(const std::string& parameter,
                                               const std::string& dimension) const;
  [[nodiscard]] const Years& years() const;
  /// Position of a layer of this process; a fault and -1 where it has none of that name.
  int layer(const std::string& name, const std::string& asked_by);
  [[nodiscard]] Known number(double value);
  /// A parameter, derived parameter or number at each instance.
  Amounts of_instance(const std::string& name, const std::string& asked_by);
  /// The same at each instance in one layer.
  Amounts in_layer(const std::string& name, int layer, const std::string& asked_by);
  /// The same at each instance and layer.
  Amounts of_layer(const std::string& name, const std::string& asked_by);
  /// The product of the factors of each layer, at each instance and layer.
  Amounts products(const std::vector<std::vector<std::string>>& factors_by_layer,
                   const std::string& asked_by);
  /// The same at each instance, and there for each of `items` of a dimension of the parameter.
  Amounts over(const std::string& name, const std::string& dimension,
               const std::vector<std::string>& items, const std::string& asked_by);
  [[nodiscard]] Amounts inverse(const Amounts& amounts);
  [[nodiscard]] Amounts multiply(const Amounts& a, const Amounts& b);
  /// Checks every year that shares sum to one over the dimensions that their parameter has and what
  /// is shared has not.
  void sum_to_one(const Amounts& shares, const std::string& parameter, const std::string& shared,
                  const std::string& asked_by);
  [[nodiscard]] Equations& equations();

  // -- ports: numbers that `start`, `route` and `settle` read and write by the same `port`
  void reads(int port, const Amounts& amounts);
  /// What flows through a group in a year [layer/a], at each instance and layer: read in `settle`.
  void reads(int port, Group activity);
  /// How many times what flows through the group at `activity` in one layer is what does in
  /// another, `View::leader`, whatever the year: one where the layer is its own leader. Where a
  /// stock takes in metals as parts of a battery it need follow its batteries only.
  void reads_multiples(int port, int activity);
  /// What flows through another process in a year, at each instance and layer: read in `settle`.
  /// It may have dimensions more than this one, which are summed, and must have all of its.
  void reads_activity(int port, const std::string& process, const std::string& asked_by);
  /// Read for every year ahead, at `start` (how long each coming cohort lasts).
  void reads_series(int port, const Amounts& amounts);
  /// A lifetime of the system: its parameters are read ahead at three ports in a row (first,
  /// second, hazard factor; a port stays empty where there is none), itself through
  /// `View::lifetime`.
  void reads_lifetime(int first_port, const std::string& name, const std::string& asked_by);
  /// The parameters of a lifetime; none where it has none, or there is none of that name.
  [[nodiscard]] std::vector<std::string> parameters_of_lifetime(const std::string& name) const;
  /// A number for each instance, or each instance and layer: written in `route` where a rule acts
  /// by it, in `settle` where it is a level. `what` names it in faults.
  Amounts writes_for_instance(int port, const std::string& what);
  Amounts writes_for_layer(int port, const std::string& what);
  /// The same where only layers are written that are their own leaders, see `reads_multiples`:
  /// those of the others are their multiples.
  Amounts writes_for_leaders(int port, const std::string& what);

  // -- rules: amounts are per year [layer/a], what a stock holds is an amount [layer]
  /// In per unit of activity (1 / yield), and the part of it delivered to those who ask.
  void throughput(Group group, const Amounts& input);
  /// A known amount pushed in from outside.
  void push(Group group, const Amounts& amount);
  /// The group asks this much a year of the flows of the drawing that arrive at it.
  void asks(Group group, const Amounts& amount);
  /// The group asks `content` for clip(units - each x saved, 0, inf): what is saved is displacement
  /// x what the process `by` held at the end of the year before.
  void asks_less(Group group, const SavedUnits& saved);
  /// As `asks`, but it goes without what a market cannot give: no shortage is brought in for it.
  void wishes(Group group, const Amounts& amount);
  /// What the process asks may come in part: it goes by what arrives.
  void takes_less();
  /// Of what is asked of an instance it delivers the share that its scarcest input allows; see
  /// `Production`.
  void delivers_less();
  /// Another amount that is known before the balance but for what a group passes on this year:
  /// `content` per unit of clip(gap - displaced x what `by` passes on in the layer `lead`, 0, inf)
  /// is asked by the group, and goes into the stock.
  void fills(Group stock, Group asking, const Amounts& content, const Amounts& gap,
             const Amounts& displaced, Group by, const std::string& lead);
  /// All that a group gets goes to another one.
  void passes(Group from, Group to);
  /// A known amount, and besides `of_inflow`, if given, of what flows into the stock this year, or
  /// of that part of it which came through `inflow`.
  void release(Group stock, Group to, const Amounts& amount, const Amounts& of_inflow = {},
               Group inflow = {});
  /// What is asked of the group is taken out of the stock: a mine takes from its deposit. Named
  /// `from`, it is a flow of the results, with this role; else it stands only in the balance.
  void takes(Group group, Group stock, const std::string& from = "", const std::string& role = "");
  /// The group offers at most this much a year [layer/a], known before the balance, to the market
  /// that asks it: there it is the offer's capacity, or the flow's where that is smaller. Others
  /// who ask are not held back.
  void offers_at_most(Group group, const Amounts& amount);
  /// What the stock holds after the year.
  void level(Group stock, const Amounts& amount);
  /// At most `capacity` of the lead layer goes to `done`; `rest` gets the remainder; other layers
  /// are cut by the same share.
  void gate(Group in, Group done, Group rest, const Amounts& capacity, const std::string& lead);
  /// `layer` comes with `of` at `ratio` per unit delivered and is passed on, not asked for.
  void joint(Group group, int layer, int of, const Amounts& ratio);
  /// The flows of the drawing at this market form a ladder; see `Market`.
  void ladder(Group market, const Market& market_rules);

  /// Names a fault of this process; `where` is the key in its description.
  void fault(const std::string& where, const std::string& what, const std::string& value,
             const std::string& rule, const std::vector<std::string>& known = {});

 private:
  Group add_group(int kind, const std::string& part);

  Assembly& assembly_;
  int process_;
};

}  // namespace critflow
