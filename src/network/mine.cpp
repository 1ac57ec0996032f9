#include "critflow/network/mine.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>

#include "base/index.hpp"
#include "critflow/network/builder.hpp"
#include "joint_products.hpp"

namespace critflow {

namespace {

enum Port {
  input,      // taken from the deposit per unit delivered
  nameplate,  // capacity as it is built
  ramp,       // years until new nameplate is there in full
  whole,      // reserve before the first year
  most,       // that may be asked
  in_ground,  // what is left of the reserve
  delivered,  // in the year that was balanced
  decline,    // share of the ore grade lost as the reserve is used up
  more_ore    // moved for the same metal than at first
};

constexpr double rounding = 1e-9;

/// Mean of the nameplate over the last `ramp_up` years.
template <class NameplateOf>
double mean_of_last(const Years& years, int step, double ramp_up, NameplateOf nameplate_of) {
  double sum = 0.0, to_go = ramp_up;
  for (; step >= 0 && to_go > 0.0; --step) {
    const double length = std::min(years.length(step), to_go);
    sum += nameplate_of(step) * length;
    to_go -= length;
  }
  return (sum + nameplate_of(0) * to_go) / ramp_up;
}

}  // namespace

bool Mine::is_metal(const std::string& layer) const {
  return layer != ore.layer &&
         std::none_of(joint.begin(), joint.end(),
                      [&](const Production::Joint& one) { return one.layer == layer; });
}

Mine::Factors Mine::of_metals(Builder& builder, const std::string& name) const {
  Factors factors(at(builder.layers()));
  for (int l = 0; l < builder.layers(); ++l)
    if (is_metal(builder.layer_name(l))) factors[at(l)].push_back(name);
  return factors;
}

void Mine::describe(Builder& builder) const {
  const Group given = builder.answers();
  const Group deposit = reserve.empty() ? builder.outside("deposit") : builder.stock("deposit");
  for (int l = 0; l < builder.layers(); ++l)
    if (!is_metal(builder.layer_name(l))) builder.leave_out(deposit, l);
  const Amounts taken =
      builder.inverse(builder.products(of_metals(builder, yield.empty() ? "1" : yield), "yield"));
  builder.throughput(given, taken);
  describe_joint(builder, given, joint);
  if (!ore.layer.empty()) describe_ore(builder, given);
  builder.takes(given, deposit, "deposit", "mined");
  if (!ramp_up.empty() && capacity.empty())
    builder.fault("ramp_up", "ramp-up without capacity", ramp_up, "stand with capacity");
  if (capacity.empty() && reserve.empty()) return;
  builder.reads(input, taken);
  builder.reads(delivered, given);
  builder.offers_at_most(given, builder.writes_for_layer(most, "most it can give"));
  if (!capacity.empty())
    builder.reads(nameplate, builder.products(of_metals(builder, capacity), "capacity"));
  if (!ramp_up.empty()) builder.reads(ramp, builder.of_instance(ramp_up, "ramp_up"));
  if (reserve.empty()) return;
  builder.reads(whole, builder.products(of_metals(builder, reserve), "reserve"));
  builder.level(deposit, builder.writes_for_layer(in_ground, "in the ground"));
}

void Mine::describe_ore(Builder& builder, Group given) const {
  const int layer = builder.layer(ore.layer, "ore");
  const int host = builder.layer(ore.of, "ore");
  if (layer < 0 || host < 0) return;
  Amounts moved =
      builder.inverse(builder.multiply(builder.in_layer(yield.empty() ? "1" : yield, host, "yield"),
                                       builder.in_layer(ore.grade, host, "ore.grade")));
  if (!ore.decline.empty()) {
    if (reserve.empty())
      builder.fault("ore.decline", "declines without a reserve", ore.decline, "stand with reserve");
    builder.reads(decline, builder.in_layer(ore.decline, host, "ore.decline"));
    moved = builder.multiply(moved, builder.writes_for_instance(more_ore, "more ore moved"));
  }
  builder.joint(given, layer, host, moved);
}

template <Real R>
MineMemory<R> Mine::start(const View<R>& view) const {
  MineMemory<R> memory;
  for (int l = 0; l < view.layers(); ++l)
    if (is_metal(view.layer_name(l))) memory.metals.push_back(l);
  const std::size_t cells = at(view.instances() * view.layers());
  memory.nameplate.resize(cells);
  memory.left.assign(cells, R(0.0));
  if (view.has(whole))
    for (int i = 0; i < view.instances(); ++i)
      for (const int l : memory.metals)
        memory.left[at(i * view.layers() + l)] = view(in_ground, i, l) = view(whole, i, l);
  return memory;
}

template <Real R>
void Mine::route(const View<R>& view, MineMemory<R>& memory) const {
  const R length(view.years().length(view.step()));
  for (int i = 0; i < view.instances(); ++i) {
    for (const int l : memory.metals) {
      const std::size_t cell = at(i * view.layers() + l);
      R can_give(std::numeric_limits<double>::infinity());
      if (view.has(nameplate)) {
        memory.nameplate[cell].push_back(view(nameplate, i, l));
        can_give = brought_in(view, i, memory.nameplate[cell]);
      }
      if (view.has(whole))
        can_give = smaller(can_give, memory.left[cell] / (view(input, i, l) * length));
      view(most, i, l) = can_give;
    }
    if (!view.has(decline)) continue;
    const int host = view.layer(ore.of);
    const R& left = memory.left[at(i * view.layers() + host)];
    const R mined = R(1.0) - left / view(whole, i, host);
    view(more_ore, i) = select(left, R(1.0) / (R(1.0) - view(decline, i) * mined), R(0.0));
  }
}

/// What is there of the nameplate of the years so far.
template <Real R>
R Mine::brought_in(const View<R>& view, int instance,
                   const std::vector<R>& nameplate_so_far) const {
  const R& now = nameplate_so_far.back();
  if (!view.has(ramp)) return now;
  const R mean = each_lane<R>([&](int k) {
    return mean_of_last(view.years(), view.step(), lane(view(ramp, instance), k),
                        [&](int step) { return lane(nameplate_so_far[at(step)], k); });
  });
  return smaller(now, mean);
}

/// Those who are no market ask without knowing what there is.
template <Real R>
void Mine::refuse_excess(const View<R>& view, int instance, int layer) const {
  const R& given = view(delivered, instance, layer);
  const R& limit = view(most, instance, layer);
  for (int k = 0; k < lane_count<R>; ++k)
    if (lane(given, k) > lane(limit, k) * (1.0 + rounding))
      view.complain(k, instance,
                    {.where = " " + view.layer_name(layer),
                     .what = "is asked for more than it can give in " +
                             std::to_string(view.years()[view.step()]),
                     .value = shown(lane(given, k)),
                     .rule = "be asked for at most " + shown(lane(limit, k)) +
                             ": put a market between, which knows"});
}

template <Real R>
void Mine::settle(const View<R>& view, MineMemory<R>& memory) const {
  const R length(view.years().length(view.step()));
  for (int i = 0; i < view.instances(); ++i)
    for (const int l : memory.metals) {
      refuse_excess(view, i, l);
      if (!view.has(whole)) continue;
      R& left = memory.left[at(i * view.layers() + l)];
      left = larger(R(0.0), left - view(delivered, i, l) * view(input, i, l) * length);
      view(in_ground, i, l) = left;
    }
}

template MineMemory<double> Mine::start(const View<double>&) const;
template MineMemory<Lanes> Mine::start(const View<Lanes>&) const;
template void Mine::route(const View<double>&, MineMemory<double>&) const;
template void Mine::route(const View<Lanes>&, MineMemory<Lanes>&) const;
template void Mine::settle(const View<double>&, MineMemory<double>&) const;
template void Mine::settle(const View<Lanes>&, MineMemory<Lanes>&) const;

}  // namespace critflow
