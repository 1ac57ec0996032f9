#include <set>
#include <utility>

#include "checks.hpp"
#include "lookup.hpp"

namespace critflow {

namespace {

class LifetimeCheck {
 public:
  LifetimeCheck(const SystemParts& parts, std::vector<Fault>& faults)
      : lookup_(parts), years_(parts.description.years), faults_(faults) {}

  void check(const LifetimeDescription& lifetime) {
    if (!lifetime.survival_by_age.empty()) return;
    Dimensions dimensions;
    lookup_.add_dimensions(lifetime.first, dimensions);
    lookup_.add_dimensions(lifetime.second, dimensions);
    tried_.clear();
    for (const Place& place : every_place(dimensions))
      for (int step = 0; step < years_.size(); ++step) check_at(lifetime, place, step);
  }

 private:
  void check_at(const LifetimeDescription& lifetime, const Place& place, int step) {
    const auto first = lookup_.value(lifetime.first, place, step);
    const auto second =
        lifetime.second.empty() ? std::optional(0.0) : lookup_.value(lifetime.second, place, step);
    if (!first || !second || !tried_.insert({*first, *second}).second) return;
    try {
      static_cast<void>(lifetime.by_mean_and_sd
                            ? lifetime_from_mean_sd(lifetime.distribution, *first, *second)
                            : lifetime_from_native(lifetime.distribution, *first, *second));
    } catch (const InvalidValue& refused) {
      add(lifetime, place, refused.fault());
    }
  }

  void add(const LifetimeDescription& lifetime, const Place& place, Fault fault) {
    fault.where = "lifetime." + lifetime.name + place.text() + ": " + fault.where;
    faults_.push_back(std::move(fault));
  }

  Lookup lookup_;
  const Years& years_;
  std::vector<Fault>& faults_;
  std::set<std::pair<double, double>> tried_;
};

}  // namespace

void check_lifetimes(const SystemParts& parts, std::vector<Fault>& faults) {
  LifetimeCheck check(parts, faults);
  for (const LifetimeDescription& lifetime : parts.description.lifetimes) check.check(lifetime);
}

}  // namespace critflow
