#pragma once

#include "critflow/indicator/target_check.hpp"
#include "critflow/policy/law.hpp"

namespace critflow {

/// The same system in which the effort of each goal-seeking lever is solved: the least within [0,
/// 1] with which a run meets its rule in every year of each step, held until the next. Between
/// steps effort goes in straight lines where it rises, and waits for the next where it falls;
/// before the first it is that of the first, so that the lever's shape says when it begins (without
/// one, in the first year of the first step). Steps that begin before the lever does are left out.
/// Levers are solved in their order, each upon those before it, with those after it at full effort.
///
/// Where full effort is not enough it stays full, and `Goal::Step::best` says what it gives; where
/// there is nothing to compare, effort is zero and `reason` says why. What is reached so is reached
/// by assumption. A rule that more effort takes away from is met by none.
///
/// @param law  where the goals' keys are looked up
/// @throws ModelFaults naming file and row of each lever whose goal is not there
[[nodiscard]] System reach_targets(const System& system, const Law& law,
                                   const CheckOptions& options = {});

/// The goals of a system's levers that the law does not have, or that have no step within the axis.
[[nodiscard]] std::vector<Fault> faults_of_goals(const System& system, const Law& law,
                                                 const CheckOptions& options = {});

}  // namespace critflow
