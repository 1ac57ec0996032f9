#pragma once

#include <vector>

#include "critflow/network/builder.hpp"
#include "critflow/network/production.hpp"

namespace critflow {

/// Lets joint products come with their hosts.
void describe_joint(Builder& builder, Group group, const std::vector<Production::Joint>& joint);

}  // namespace critflow
