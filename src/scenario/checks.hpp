#pragma once

#include <optional>
#include <string>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/network/network.hpp"
#include "critflow/scenario/system.hpp"
#include "uses.hpp"

namespace critflow {

/// What `System` checks besides the structure of the network. Each adds what it finds to `faults`.

/// Names are legible and differ in more than case.
void check_names(const SystemParts& parts, std::vector<Fault>& faults);

/// What the drawing names is in it, and no derived parameter is made of itself. Where this fails,
/// the network cannot be made out.
void check_drawing(const SystemDescription& description, std::vector<Fault>& faults);

/// Parameters measure what their use asks for, and lie within its domain.
void check_uses(const SystemParts& parts, std::vector<Fault>& faults);

/// What is wrong with a value of a parameter where it is used, or nothing.
[[nodiscard]] std::optional<Fault> misuse(const std::vector<Use>& uses,
                                          const std::string& parameter, double value);

/// Between which values there is none.
[[nodiscard]] Bounds bounds_of(const std::vector<Use>& uses, const std::string& parameter);

/// Ranges lie within the domains of their parameters, no two rows set the same number, what a
/// dirichlet varies sums to one, and no other row varies what must.
void check_uncertainty(const Network& network, const SystemParts& parts,
                       std::vector<Fault>& faults);

/// Lifetimes exist for the parameters they are given.
void check_lifetimes(const SystemParts& parts, std::vector<Fault>& faults);

/// Every cell that the network reads has a value.
void check_cells(const Network& network, const std::vector<Parameter>& parameters,
                 std::vector<Fault>& faults);

/// The known numbers that the network bounds (shares that sum to one) lie within, every year.
void check_bounds(const Network& network, const SystemParts& parts, std::vector<Fault>& faults);

/// What was laid over a cell, for faults: `, after lever x (policies/y.toml:3)`; or nothing.
[[nodiscard]] std::string after_levers(const Parameter& parameter, int cell);

/// `fault` with the file and row of the number that decides `cell` in `year`.
[[nodiscard]] Fault located(Fault fault, const Parameter& parameter, int cell, int year);

}  // namespace critflow
