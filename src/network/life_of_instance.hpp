#pragma once

#include <utility>
#include <vector>

#include "base/index.hpp"
#include "critflow/network/view.hpp"

namespace critflow {

/// A lifetime as the ports of one instance give it: its parameters in every step of the run.
template <Real R>
struct LifeOfInstance {
  enum Port { first, second, hazard_factor };

  const View<R>& view;
  const LifetimeDescription& said;
  int first_port;
  int instance;
  const Years& axis;  ///< of the run, with `history` cohorts of one year each before it
  int history;

  [[nodiscard]] bool has(Port port) const { return view.has(first_port + port); }
  [[nodiscard]] const R& value(Port port, int step) const {
    return view.ahead(first_port + port, instance, step);
  }
  /// A parameter that the lifetime does not have is zero.
  [[nodiscard]] double value(Port port, int step, int lane_number) const {
    return has(port) ? lane(value(port, step), lane_number) : 0.0;
  }
  /// The step of the run whose parameters hold for a cohort.
  [[nodiscard]] int step_of(int cohort) const { return cohort < history ? 0 : cohort - history; }

  /// All of them.
  [[nodiscard]] std::vector<R> parameters() const {
    std::vector<R> all;
    all.reserve(at(3 * view.years().size()));
    for (const Port port : {first, second, hazard_factor})
      for (int step = 0; has(port) && step < view.years().size(); ++step)
        all.push_back(value(port, step));
    return all;
  }
  /// Says what is wrong in a lane.
  void complain(int lane_number, const InvalidValue& wrong) const {
    Fault fault = wrong.fault();
    fault.where = "." + said.name + ": " + fault.where;
    view.complain(lane_number, instance, std::move(fault));
  }
};

/// Fill a curve with the shares of a lifetime, before any factor on its hazard.
/// @return whether its parameters lie within their domain in all lanes; where not, it was said
/// @param keep_all  not only some steps in a row, where lives change from cohort to cohort
template <Real R>
[[nodiscard]] bool fill_weibull(const LifeOfInstance<R>& life, SurvivalCurve<R>& curve,
                                bool keep_all);
template <Real R>
[[nodiscard]] bool fill_by_tables(const LifeOfInstance<R>& life, SurvivalCurve<R>& curve);

}  // namespace critflow
