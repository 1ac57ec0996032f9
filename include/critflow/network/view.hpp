#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/base/years.hpp"

namespace critflow {

/// The places in a run's numbers that a process named a port by: `width` for each instance, which
/// is one, the number of layers, or what the process asked for.
struct PortSlots {
  std::vector<int> slots;
  int width = 1;
};

/// What a process sees of a run: its own instances, and the ports it declared in `describe`.
template <Real R>
class View {
 public:
  View(std::span<R> numbers, std::span<const PortSlots> ports, const Years& years, int instances,
       int layers)
      : numbers_(numbers), ports_(ports), years_(&years), instances_(instances), layers_(layers) {}

  [[nodiscard]] int instances() const { return instances_; }
  [[nodiscard]] int layers() const { return layers_; }
  [[nodiscard]] const Years& years() const { return *years_; }
  /// The step being run, from 0.
  [[nodiscard]] int step() const { return step_; }
  void set_step(int step) { step_ = step; }

  /// The number at `port` of an instance (and layer, or place in its width): to read, and where the
  /// port is written, to write.
  [[nodiscard]] R& operator()(int port, int instance, int layer = 0) const {
    const PortSlots& at = ports_[static_cast<std::size_t>(port)];
    return numbers_[static_cast<std::size_t>(
        at.slots[static_cast<std::size_t>(instance * at.width + layer)])];
  }

  /// Where the port's number lives: instances that share a place share the number.
  [[nodiscard]] int slot(int port, int instance, int layer = 0) const {
    const PortSlots& at = ports_[static_cast<std::size_t>(port)];
    return at.slots[static_cast<std::size_t>(instance * at.width + layer)];
  }

 private:
  std::span<R> numbers_;
  std::span<const PortSlots> ports_;
  const Years* years_;
  int instances_;
  int layers_;
  int step_ = 0;
};

}  // namespace critflow
