#pragma once

#include <string>
#include <vector>

#include "critflow/network/system_description.hpp"
#include "critflow/scenario/citation.hpp"
#include "critflow/scenario/lever.hpp"
#include "critflow/scenario/observation.hpp"
#include "critflow/scenario/parameter.hpp"
#include "critflow/scenario/uncertainty.hpp"

namespace critflow {

/// What a system is made of, before it is checked as a whole.
struct SystemParts {
  SystemDescription description{};
  std::vector<Parameter> parameters{};  ///< evaluated over the years of the description
  std::vector<Lever> levers{};          ///< laid over the parameters already, see `lay_levers`
  std::vector<Citation> citations{};
  std::vector<Uncertainty> uncertainty{};
  std::vector<RankCorrelation> correlations{};  ///< of rows of `uncertainty`
  std::vector<Observation> observations{};
  std::string law{};  ///< version of the law that runs are compared with; empty = none
  std::string scenario{"base"};
  std::string policy{"none"};
  Title scenario_title{};
  Title policy_title{};
};

}  // namespace critflow
