#include "critflow/network/builder.hpp"
#include "critflow/network/gate.hpp"
#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "joint_products.hpp"

namespace critflow {

void Treatment::describe(Builder& builder) const { builder.passes_on(); }

void Outside::describe(Builder& builder) const { builder.outside(); }

void Market::describe(Builder& builder) const { builder.ladder(builder.market(), *this); }

void Source::describe(Builder& builder) const {
  const Group source = builder.passes_on();
  builder.push(source, builder.of_layer(amount, "amount"));
}

void Gate::describe(Builder& builder) const {
  const Group in = builder.passes_on();
  const Group done = builder.passes_on("done");
  const Group rest = builder.passes_on("rest");
  builder.door(FlowRule::done, done);
  builder.door(FlowRule::rest, rest);
  builder.gate(in, done, rest, builder.of_instance(capacity, "capacity"), lead);
}

void Production::describe(Builder& builder) const {
  const Group made = builder.answers();
  if (!yield.empty()) builder.throughput(made, builder.inverse(builder.of_layer(yield, "yield")));
  describe_joint(builder, made, joint);
  if (shortage == Shortage::deliver_less) builder.delivers_less();
}

void describe_joint(Builder& builder, Group group, const std::vector<Production::Joint>& joint) {
  for (const Production::Joint& one : joint) {
    const int layer = builder.layer(one.layer, "joint");
    const int host = builder.layer(one.of, "joint");
    if (layer < 0 || host < 0) continue;
    if (layer == host)
      builder.fault("joint", "by-product without host", one.layer, "come with another layer");
    else
      builder.joint(group, layer, host, builder.of_instance(one.ratio, "joint"));
  }
}

}  // namespace critflow
