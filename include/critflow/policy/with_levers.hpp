#pragma once

#include <string>
#include <vector>

#include "critflow/scenario/system.hpp"

namespace critflow {

/// The same system with these of its levers only, in the order in which it has them. Nothing is
/// read or made out again, so coalitions of levers are cheap; a plan of `system` serves all.
/// @throws InvalidValue where it has no lever of that name
/// @throws ModelFaults  where numbers leave their domain without the others
[[nodiscard]] System with_levers(const System& system, const std::vector<std::string>& names);

/// The same system with these levers in place of its own: how a lever is added in code.
///
///     std::vector<Lever> levers = system.levers();
///     levers.push_back({.name = "deposit",
///                       .changes = {{"collection.rate", {{{"category", "portable"}}}}},
///                       .rule = LeverRule::blend,
///                       .value = 0.8,
///                       .shape = Shape::linear(2027, 2032)});
///     const System with_deposit = replace_levers(system, levers);
///
/// A plan of `system` serves it unless a number that was constant now varies over the years.
/// @throws InvalidValue where a lever names what is not there
/// @throws ModelFaults  where two levers fight, or numbers leave their domain
[[nodiscard]] System replace_levers(const System& system, std::vector<Lever> levers);

/// Which levers of a system these are [lever].
/// @throws InvalidValue where it has no lever of that name
[[nodiscard]] std::vector<bool> levers_named(const std::vector<Lever>& levers,
                                             const std::vector<std::string>& names);

}  // namespace critflow
