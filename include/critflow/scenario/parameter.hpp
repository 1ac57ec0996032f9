#pragma once

#include <span>
#include <string>
#include <vector>

#include "critflow/base/years.hpp"
#include "critflow/network/parameter_shape.hpp"
#include "critflow/scenario/origin.hpp"

namespace critflow {

/// A number of the model with its dimensions, years and history. Cells are the places of
/// `shape.dimensions` in row-major order; a cell may be without value where nothing needs it.
struct Parameter {
  ParameterShape shape;
  std::string unit{"1"};  ///< canonical, see `base/unit.hpp`
  /// [cell], and where it is yearly [cell][step], step fastest; NaN where a cell was not given.
  std::vector<double> values{};
  /// [cell], oldest first: the last setting holds, the ones before were replaced by it.
  std::vector<std::vector<Setting>> history{};

  /// A parameter without values yet.
  [[nodiscard]] static Parameter empty(std::string name, std::string unit, Dimensions dimensions);

  [[nodiscard]] const std::string& name() const { return shape.name; }
  [[nodiscard]] int cells() const { return static_cast<int>(history.size()); }
  [[nodiscard]] bool given(int cell) const;
  [[nodiscard]] double value(int cell, int step) const;
  /// The setting that holds; the cell must be given.
  [[nodiscard]] const Setting& setting(int cell) const;
  /// The last setting that is not of a lever, and the levers laid over it; the cell must be given.
  [[nodiscard]] std::span<const Setting> settings_in_force(int cell) const;
  [[nodiscard]] Place place(int cell) const;

  /// The given cells that agree with `place` in every dimension it fixes.
  /// @throws InvalidValue where it fixes a dimension or an item that the parameter does not have
  [[nodiscard]] std::vector<int> cells_at(const Place& place) const;

  /// Computes `values` and `shape.yearly` from the settings that hold.
  /// @param yearly  keep a value for every year, even where all are constant
  /// @throws InvalidValue where a table lacks a year of the axis
  void evaluate(const Years& years, bool yearly = false);
};

}  // namespace critflow
