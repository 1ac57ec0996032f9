#pragma once

#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/scenario/parameter.hpp"
#include "critflow/scenario/system_parts.hpp"

namespace critflow {

/// What one lever makes of a number, with its value x and its factor f in that year:
///
///     set       x where f > 0
///     blend     x_ref + f (x - x_ref)
///     multiply  x_ref (1 + f (x - 1))
///     floor     max(x_ref, f x)
///     cap       x_ref + f (x - x_ref) where x_ref > x, else x_ref
///
/// At f = 0 it is x_ref and at f = 1, where the lever binds, exactly what the rule asks. A cap with
/// f x as its bound would be tightest when it begins; so it comes down from what was.
[[nodiscard]] double changed(LeverRule rule, double reference, double value, double factor);

/// Levers laid over the numbers of a system. Each number gets them in one order: `set`, `blend`,
/// `multiply`, then `floor` and `cap`; those of one rule as they are written. Where a lever
/// rescales along a dimension, the other items keep their proportions and fill up what the sum was
/// before.
class Composition {
 public:
  /// A number that a lever changes, or makes room in.
  struct Cell {
    int parameter = -1;
    int cell = -1;
    std::vector<double> reference{};  ///< [step], without any lever
  };
  /// One lever laid over one cell.
  struct Layer {
    int lever = -1;
    int cell = -1;                 ///< of `cells()`
    std::vector<double> values{};  ///< [step]
  };

  /// A cell that a change in code holds is left to it.
  /// @throws InvalidValue where a lever names what is not there
  Composition(const std::vector<Parameter>& parameters, std::vector<Lever> levers,
              const Years& years);

  [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }
  [[nodiscard]] const std::vector<Lever>& levers() const { return levers_; }
  /// In the order in which they are laid, with those levers only that are `active` [lever].
  [[nodiscard]] std::vector<Layer> layers(const std::vector<bool>& active) const;
  /// [cell][step] of `cells()`, with those levers only that are `active` [lever].
  [[nodiscard]] std::vector<std::vector<double>> values(const std::vector<bool>& active) const;
  /// Two levers that set one number in one year, or a floor above a cap: both are named.
  [[nodiscard]] std::vector<Fault> conflicts(const std::vector<Parameter>& parameters) const;

 private:
  /// Cells that a lever changes, and those that make room for them.
  struct Group {
    std::vector<int> changed{};
    std::vector<int> others{};
  };
  /// A lever year by year.
  struct Path {
    std::vector<double> value{};
    std::vector<double> factor{};
    std::vector<Group> groups{};
  };

  void add_groups(const Parameter& parameter, int position, const Lever& lever, const Place& place,
                  Path& path);
  [[nodiscard]] int cell_of(const Parameter& parameter, int position, int cell);
  void lay(const Path& path, LeverRule rule, std::vector<std::vector<double>>& values) const;
  [[nodiscard]] bool fight(int first, int second, int step) const;

  std::vector<int> years_;
  std::vector<Lever> levers_;
  std::vector<int> order_;  ///< of the levers, by rule
  std::vector<Path> paths_;
  std::vector<Cell> cells_;
};

/// The levers of `parts` laid over its parameters: each adds a setting to the history of its cells.
/// @throws InvalidValue where a lever names what is not there
/// @throws ModelFaults  where two levers fight
void lay_levers(SystemParts& parts);

}  // namespace critflow
