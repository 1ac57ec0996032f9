#pragma once

#include <map>
#include <optional>
#include <string>

#include "critflow/base/unit.hpp"
#include "critflow/scenario/system_parts.hpp"

namespace critflow {

/// The number a text is, if the whole of it is one.
[[nodiscard]] std::optional<double> as_number(const std::string& text);

/// What names stand for: numbers, parameters, derived parameters.
class Lookup {
 public:
  explicit Lookup(const SystemParts& parts);

  [[nodiscard]] const Parameter* parameter(const std::string& name) const;
  [[nodiscard]] const DerivedParameter* derived(const std::string& name) const;

  /// What a name measures; nothing where it is unknown or a circle.
  [[nodiscard]] std::optional<Measure> measure(const std::string& name) const;
  /// The value of a name at a place; nothing where it has none there.
  [[nodiscard]] std::optional<double> value(const std::string& name, const Place& place,
                                            int step) const;
  /// The dimensions over which a name varies, added to `dimensions`.
  void add_dimensions(const std::string& name, Dimensions& dimensions) const;

 private:
  std::map<std::string, const Parameter*> parameters_;
  std::map<std::string, const DerivedParameter*> derived_;
};

}  // namespace critflow
