#include "critflow/network/stockpile.hpp"

#include <cstddef>

#include "critflow/network/builder.hpp"

namespace critflow {

namespace {

enum Port {
  wanted_stock,  // as an amount
  wanted_days,   // or as days of
  seen,          // what flows through another process
  most_in,
  most_out,
  first_stock,
  wanted,
  offered,
  filled,
  released,
  in_stock
};

constexpr double days_a_year = 365.0;

/// `what` for every instance and layer, with their number.
template <Real R, class Do>
void each(const View<R>& view, Do what) {
  std::size_t next = 0;
  for (int i = 0; i < view.instances(); ++i)
    for (int l = 0; l < view.layers(); ++l) what(i, l, next++);
}

}  // namespace

void Stockpile::describe(Builder& builder) const {
  const Group pile = builder.stock();
  const Group out = builder.answers("released");
  builder.exit(out);
  builder.takes(out, pile);
  const auto reads = [&](int port, const std::string& name, const std::string& key) {
    if (!name.empty()) builder.reads(port, builder.of_layer(name, key));
  };
  reads(wanted_stock, target, "target");
  reads(wanted_days, days, "days");
  reads(most_in, fill, "fill");
  reads(most_out, release, "release");
  reads(first_stock, initial, "initial");
  if (!days.empty()) builder.reads_activity(seen, of, "of");
  builder.wishes(pile, builder.writes_for_layer(wanted, "wanted"));
  builder.offers_at_most(out, builder.writes_for_layer(offered, "offered"));
  builder.level(pile, builder.writes_for_layer(in_stock, "in stock"));
  builder.reads(filled, pile);
  builder.reads(released, out);
}

template <Real R>
Stockpile::Holdings<R> Stockpile::start(const View<R>& view) const {
  const auto count = static_cast<std::size_t>(view.instances() * view.layers());
  Holdings<R> holdings{std::vector<R>(count, R(0.0)), std::vector<R>(count, R(0.0))};
  each(view, [&](int i, int l, std::size_t n) {
    if (view.has(first_stock)) holdings.held[n] = view(first_stock, i, l);
    view(in_stock, i, l) = holdings.held[n];
  });
  return holdings;
}

template <Real R>
void Stockpile::route(const View<R>& view, Holdings<R>& holdings) const {
  const R length(view.years().length(view.step()));
  each(view, [&](int i, int l, std::size_t n) {
    const R& held = holdings.held[n];
    const R aim = view.has(wanted_stock)
                      ? view(wanted_stock, i, l)
                      : holdings.last_year[n] * view(wanted_days, i, l) / R(days_a_year);
    const R gap = larger((aim - held) / length, R(0.0));
    view(wanted, i, l) = view.has(most_in) ? smaller(gap, view(most_in, i, l)) : gap;
    const R all = held / length;
    view(offered, i, l) = view.has(most_out) ? smaller(all, view(most_out, i, l)) : all;
  });
}

template <Real R>
void Stockpile::settle(const View<R>& view, Holdings<R>& holdings) const {
  const R length(view.years().length(view.step()));
  each(view, [&](int i, int l, std::size_t n) {
    const R change = view(filled, i, l) - view(released, i, l);
    view(in_stock, i, l) = holdings.held[n] = larger(holdings.held[n] + change * length, R(0.0));
    if (view.has(seen)) holdings.last_year[n] = view(seen, i, l);
    for (int k = 0; k < lane_count<R>; ++k)
      if (lane(view(released, i, l), k) > lane(view(offered, i, l), k) * (1.0 + 1e-9))
        view.complain(k, i,
                      {.where = "",
                       .what = "asked for more than it offers in " +
                               std::to_string(view.years()[view.step()]),
                       .value = shown(lane(view(released, i, l), k)),
                       .rule = "be asked by a market, which knows what it offers: " +
                               shown(lane(view(offered, i, l), k))});
  });
}

template Stockpile::Holdings<double> Stockpile::start(const View<double>&) const;
template Stockpile::Holdings<Lanes> Stockpile::start(const View<Lanes>&) const;
template void Stockpile::route(const View<double>&, Holdings<double>&) const;
template void Stockpile::route(const View<Lanes>&, Holdings<Lanes>&) const;
template void Stockpile::settle(const View<double>&, Holdings<double>&) const;
template void Stockpile::settle(const View<Lanes>&, Holdings<Lanes>&) const;

}  // namespace critflow
