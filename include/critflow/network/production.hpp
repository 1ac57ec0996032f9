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
///
/// What a market cannot give it is brought in as a shortage, or it delivers less: of all that is
/// asked of an instance, in all layers alike, the share that its scarcest input allows,
///
///     delivered share = 1 - largest over its inputs of clip(1 - there is / asked, 0, 1)
///
/// where what a market has for the production is shared by its instances in proportion to what
/// they would ask if they delivered all. What one of them leaves for want of another input is there
/// for the claims after it. Only what is known before the balance may be asked of it: by a driven
/// stock that books what arrives, or by outside. What is missed is a clamp of the run.
struct Production {
  enum class Shortage { bring_in, deliver_less };

  struct Joint {
    std::string layer;
    std::string of;
    std::string ratio;  ///< parameter or number [t/t]
  };
  std::string yield{};  ///< parameter or number [1]; empty = one
  std::vector<Joint> joint{};
  Shortage shortage = Shortage::bring_in;

  void describe(Builder& builder) const;
};

}  // namespace critflow
