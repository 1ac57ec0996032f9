#pragma once

#include <memory>
#include <string>
#include <vector>

#include "critflow/network/network.hpp"
#include "critflow/scenario/system.hpp"
#include "critflow/solve/program.hpp"

namespace critflow {

struct WatchPlan;

/// A system compiled for running: the program of its year, and where parameters, flows, stocks and
/// the ports of processes lie in it. Immutable, cheap to copy. One plan serves every system that
/// differs from the one it was compiled for only in the values of its parameters, each of which is
/// constant or varies over the years as it did there.
class Plan {
 public:
  /// @throws ModelFaults where a loop may trap material or a ratio is used inside its own loop
  explicit Plan(const System& system);

  /// Where a parameter's cell is loaded.
  struct Load {
    int slot = -1;
    int parameter = -1;
    int cell = -1;
  };
  struct CheckedSlot {
    int slot = -1;
    double low = 0.0;
    double high = 0.0;
    Fault fault{};
  };
  struct StockLevel {
    int vertex = -1;
    int slot = -1;
  };
  /// value = clip(wanted, low, high)
  struct ClampSlots {
    int wanted = -1;
    int low = -1;
    int high = -1;
  };
  struct PortsOfProcess {
    std::vector<PortSlots> ports{};
    std::vector<int> ahead{};  ///< slots that are read ahead
  };
  struct Compiled {
    Network network;
    Years years{1, 1};
    Program program{};
    std::vector<Load> once{};
    std::vector<Load> yearly{};
    std::vector<Instruction> ahead{};  ///< of the yearly program, what ports need ahead
    std::vector<int> flow_slots{};     ///< by edge
    std::vector<StockLevel> levels{};  ///< stocks whose level is known
    std::vector<int> level_of{};       ///< by vertex: position in `levels`, or -1
    std::vector<CheckedSlot> checks{};
    std::vector<ClampSlots> clamps{};          ///< as in the network
    std::shared_ptr<const WatchPlan> watch{};  ///< over the balance of every year
    std::vector<PortsOfProcess> ports{};       ///< by rememberer
    std::vector<ParameterShape> parameters{};  ///< to tell whether another system fits
    std::vector<std::string> loops{};          ///< as a reader sees them: `a > b > c`
    std::vector<int> loads_ahead{};            ///< of the yearly loads, those that `ahead` needs
  };
  [[nodiscard]] const Compiled& compiled() const { return *compiled_; }

  /// The loops of the year, each as `a > b > c`.
  [[nodiscard]] const std::vector<std::string>& loops() const { return compiled_->loops; }

 private:
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace critflow
