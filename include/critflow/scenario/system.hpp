#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "critflow/network/network.hpp"
#include "critflow/scenario/system_parts.hpp"

namespace critflow {

/// What a value must lie between, both included.
struct Bounds {
  double least;
  double most;
};

/// A whole model, checked: the drawing, its numbers with their origin, and what they are compared
/// with. Immutable and cheap to copy; a change makes another system.
class System {
 public:
  /// Checks names, structure, units, missing cells and values.
  /// @param found_before  what was wrong with the parts already; then there will be no system
  /// @throws ModelFaults listing everything
  explicit System(SystemParts parts, std::vector<Fault> found_before = {});

  [[nodiscard]] const SystemDescription& description() const;
  [[nodiscard]] const Network& network() const;
  [[nodiscard]] const std::vector<Parameter>& parameters() const;
  /// The parameter of that name, or null.
  [[nodiscard]] const Parameter* parameter(const std::string& name) const;
  /// By name, for each parameter that a result depends on.
  [[nodiscard]] std::vector<std::string> used_parameters() const;
  /// Of these, the cells that a result depends on: by parameter name, in increasing order.
  [[nodiscard]] std::map<std::string, std::set<int>> used_cells() const;
  /// What is wrong with a value of a parameter where the system uses it, or nothing.
  [[nodiscard]] std::optional<Fault> misuse(const std::string& parameter, double value) const;
  /// Values without misuse, which have no gaps.
  [[nodiscard]] Bounds bounds(const std::string& parameter) const;
  /// Those of all parameters, as they stand.
  [[nodiscard]] std::vector<Bounds> bounds() const;
  /// The levers of its policy.
  [[nodiscard]] const std::vector<Lever>& levers() const;
  /// The lever of that name, or null.
  [[nodiscard]] const Lever* lever(const std::string& name) const;
  [[nodiscard]] const std::vector<Citation>& citations() const;
  [[nodiscard]] const Citation* citation(const std::string& key) const;
  [[nodiscard]] const std::vector<Uncertainty>& uncertainty() const;
  [[nodiscard]] const std::vector<RankCorrelation>& correlations() const;
  [[nodiscard]] const std::vector<Observation>& observations() const;
  [[nodiscard]] const std::string& scenario() const;
  [[nodiscard]] const std::string& policy() const;
  [[nodiscard]] const SystemParts& parts() const;

  /// Another system in which `parameter` is `series` at every given cell that agrees with `place`.
  /// @param unit  of the series; empty = the parameter's canonical unit
  /// @throws InvalidValue where the parameter, a dimension, an item or the unit is wrong
  /// @throws ModelFaults where the values are
  [[nodiscard]] System replace(const std::string& parameter, const Place& place,
                               const Series& series, const std::string& unit = "") const;

  /// Another system in which a lifetime has these two parameters [a]: mean and sd, or the native
  /// ones where it is described by those.
  /// @throws InvalidValue, ModelFaults
  [[nodiscard]] System replace_lifetime(const std::string& lifetime, const Place& place,
                                        double first, double second) const;

  /// Another system of the same drawing, which is not made out again.
  /// @param parts  those of this system with other values; what varied over the years still does
  /// @throws ModelFaults where the values are wrong
  [[nodiscard]] System revalued(SystemParts parts) const;

 private:
  struct Checked {
    SystemParts parts;
    std::shared_ptr<const Network> network;
  };
  explicit System(Checked checked);
  std::shared_ptr<const Checked> checked_;
};

}  // namespace critflow
