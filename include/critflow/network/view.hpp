#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/base/lanes.hpp"
#include "critflow/base/years.hpp"
#include "critflow/network/lifetime_description.hpp"
#include "critflow/network/survival_curve.hpp"

namespace critflow {

/// The places in a run's numbers that a process named a port by: `width` for each instance, which
/// is one, the number of layers, or what the process asked for.
struct PortSlots {
  std::vector<int> slots;
  int width = 1;
  std::vector<int> leader{};  ///< [instance][layer]; see `Builder::reads_multiples`
};

/// What a process sees of a run: its own instances, the ports it declared in `describe`, and the
/// lifetimes it asked for.
template <Real R>
class View {
 public:
  /// Values of the ports that are read ahead: [step][slot in the order of `ahead`].
  struct Ahead {
    std::vector<int> place_of_slot;  ///< -1 where the slot is not read ahead
    std::vector<std::vector<R>> values;
    std::map<std::array<int, 4>, SurvivalCurve<R>> curves{};  ///< by lifetime and its three slots
  };
  using Complain = std::function<void(int lane, Fault fault)>;

  /// `process[instance]` of every instance, and the layers of the process.
  struct Names {
    std::span<const std::string> places;
    std::span<const std::string> layers;
  };

  View(std::span<R> numbers, std::span<const PortSlots> ports,
       std::span<const LifetimeDescription> lifetimes, const Years& years, Names names,
       Ahead& ahead, const Complain& complain)
      : numbers_(numbers),
        ports_(ports),
        lifetimes_(lifetimes),
        years_(&years),
        places_(names.places),
        layer_names_(names.layers),
        ahead_(&ahead),
        complain_(&complain) {}

  [[nodiscard]] int instances() const { return static_cast<int>(places_.size()); }
  [[nodiscard]] int layers() const { return static_cast<int>(layer_names_.size()); }
  [[nodiscard]] const std::string& layer_name(int layer) const {
    return layer_names_[static_cast<std::size_t>(layer)];
  }
  /// Position of a layer of the process, or -1.
  [[nodiscard]] int layer(const std::string& name) const {
    const auto found = std::find(layer_names_.begin(), layer_names_.end(), name);
    return found == layer_names_.end() ? -1 : static_cast<int>(found - layer_names_.begin());
  }
  [[nodiscard]] const Years& years() const { return *years_; }
  /// The step being run, from 0.
  [[nodiscard]] int step() const { return step_; }
  [[nodiscard]] const LifetimeDescription& lifetime(int index = 0) const {
    return lifetimes_[static_cast<std::size_t>(index)];
  }

  /// The number at `port` of an instance (and layer, or place in its width): to read, and where the
  /// port is written, to write.
  [[nodiscard]] R& operator()(int port, int instance, int layer = 0) const {
    return numbers_[static_cast<std::size_t>(slot(port, instance, layer))];
  }
  /// The layer whose numbers those of this one are multiples of, by those at `port`; itself where
  /// there is no other.
  [[nodiscard]] int leader(int port, int instance, int layer) const {
    if (!has(port)) return layer;
    const PortSlots& at = ports_[static_cast<std::size_t>(port)];
    return at.leader[static_cast<std::size_t>(instance * at.width + layer)];
  }
  /// The number that a port read ahead has in any step.
  [[nodiscard]] const R& ahead(int port, int instance, int step) const {
    const int place = ahead_->place_of_slot[static_cast<std::size_t>(slot(port, instance))];
    return ahead_->values[static_cast<std::size_t>(step)][static_cast<std::size_t>(place)];
  }
  /// A curve that is made of values read ahead, as it was made last: see `SurvivalCurves`.
  [[nodiscard]] SurvivalCurve<R>& curve(const std::array<int, 4>& origin) const {
    return ahead_->curves[origin];
  }
  /// Where the port's number lives: instances that share a place share the number.
  [[nodiscard]] int slot(int port, int instance, int layer = 0) const {
    const PortSlots& at = ports_[static_cast<std::size_t>(port)];
    return at.slots[static_cast<std::size_t>(instance * at.width + layer)];
  }
  [[nodiscard]] bool has(int port) const {
    return static_cast<std::size_t>(port) < ports_.size() &&
           !ports_[static_cast<std::size_t>(port)].slots.empty();
  }
  [[nodiscard]] int width(int port) const { return ports_[static_cast<std::size_t>(port)].width; }

  /// Says that a lane cannot go on. `fault.where` gets the process and the place of the instance.
  void complain(int lane, int instance, Fault fault) const {
    fault.where = places_[static_cast<std::size_t>(instance)] + fault.where;
    (*complain_)(lane, std::move(fault));
  }

  /// Set by the run.
  void set_step(int step) { step_ = step; }

 private:
  std::span<R> numbers_;
  std::span<const PortSlots> ports_;
  std::span<const LifetimeDescription> lifetimes_;
  const Years* years_;
  std::span<const std::string> places_;
  std::span<const std::string> layer_names_;
  Ahead* ahead_;
  const Complain* complain_;
  int step_ = 0;
};

}  // namespace critflow
