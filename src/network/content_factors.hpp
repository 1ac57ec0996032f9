#pragma once

#include <map>
#include <string>
#include <vector>

namespace critflow {

class Builder;

using Content = std::map<std::string, std::vector<std::string>>;

/// By layer, the parameters whose product is what a unit of the lead layer holds: one of itself.
/// `material` stands for every material layer that is not named. Empty where nothing is said.
[[nodiscard]] std::vector<std::vector<std::string>> content_factors(const Builder& builder,
                                                                    const Content& content,
                                                                    const std::string& lead);

/// The same where every layer must be said: refused by the name of the key.
[[nodiscard]] std::vector<std::vector<std::string>> full_content_factors(Builder& builder,
                                                                         const Content& content,
                                                                         const std::string& lead,
                                                                         const std::string& key);

}  // namespace critflow
