#pragma once

#include <span>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/base/lanes.hpp"
#include "critflow/scenario/parameter.hpp"
#include "critflow/scenario/system.hpp"

namespace critflow {

/// Levers laid over the numbers of a system, each by the formula of its rule (see `changed`). A
/// number gets them in one order: `set`, `blend`, `multiply`, then `floor` and `cap`; those of one
/// rule as they are written. Where a lever rescales along a dimension, the other items keep their
/// proportions and fill up what the sum was before.
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
  /// The levers of a system.
  explicit Composition(const System& system);

  [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }
  [[nodiscard]] const std::vector<Lever>& levers() const { return levers_; }
  /// In the order in which they are laid, with those levers only that are `active` [lever].
  [[nodiscard]] std::vector<Layer> layers(const std::vector<bool>& active) const;
  /// [cell][step] of `cells()`, with those levers only that are `active` [lever].
  [[nodiscard]] std::vector<std::vector<double>> values(const std::vector<bool>& active) const;
  /// All levers laid over `values` [cell] of `cells()` in one step, which may be others than the
  /// references: those of the samples of a study, lane by lane.
  template <Real R>
  void lay(int step, std::span<R> values) const;

  /// The number of a parameter's cell among `cells()`, or -1.
  [[nodiscard]] int find(int parameter, int cell) const;
  /// The levers that act on one of `cells()` in a step, in the order in which they are laid.
  [[nodiscard]] std::vector<int> acting(int cell, int step) const;
  /// The same levers over the cells that are `wanted` [cell] alone, and over those that they make
  /// room for, or that make room for them.
  [[nodiscard]] Composition only(std::vector<bool> wanted) const;
  /// Two levers that set one number in one year, or a floor above a cap: both are named.
  [[nodiscard]] std::vector<Fault> conflicts(const std::vector<Parameter>& parameters) const;

 private:
  /// Cells that a lever changes, and those that make room for them.
  struct Group {
    std::vector<int> changed{};
    std::vector<int> others{};

    [[nodiscard]] bool holds(int cell) const;
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
  [[nodiscard]] std::vector<std::vector<double>> references() const;  ///< [step][cell]
  template <Real R>
  void lay(int lever, int step, std::span<R> values) const;
  [[nodiscard]] bool fight(int first, int second, int step) const;

  std::vector<int> years_;
  std::vector<Lever> levers_;
  std::vector<int> order_;  ///< of the levers, by rule
  std::vector<Path> paths_;
  std::vector<Cell> cells_;
};

}  // namespace critflow
