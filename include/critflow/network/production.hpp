#pragma once

#include <string>
#include <vector>

namespace critflow {

class Builder;

/// Answers requests and asks its inputs: factory, refinery, smelter.
///
///     input = delivered / yield ;   what the yield leaves goes out by `share` (of the input) or
///     `rest`
///
/// Joint products follow the output of their host, not their own demand: `ratio` tonnes of `layer`
/// come with each tonne of `of` delivered, and are pushed out (cobalt with copper).
struct Production {
  struct Joint {
    std::string layer;
    std::string of;
    std::string ratio;  ///< parameter or number [t/t]
  };
  std::string yield{};  ///< parameter or number [1]; empty = one
  std::vector<Joint> joint{};

  void describe(Builder& builder) const;
};

}  // namespace critflow
