#pragma once

#include <string>
#include <vector>

#include "critflow/indicator/lever_contributions.hpp"
#include "critflow/solve/samples.hpp"

namespace critflow {

/// AmountsByRole that are weighted sums of the cells of a reading.
class WeightedReading {
 public:
  /// @throws InvalidValue where an indicator is no sum of flows, a layer is not known, or the
  ///         weights are not one a year
  WeightedReading(const Plan& plan, const System& system, const std::vector<AskedOfLevers>& asked);

  [[nodiscard]] const Reading& reading() const { return reading_; }
  /// [amount], of one sample.
  [[nodiscard]] std::vector<double> amounts(const SampleBlock& block, int sample) const;

 private:
  struct Term {
    int cell = -1;
    double weight = 0.0;
  };

  void add(const AskedOfLevers& asked);
  /// For each flow or role that counts, the first cell of its years.
  [[nodiscard]] std::vector<int> read(const std::string& role, const Wanted& wanted);
  [[nodiscard]] bool has_layer(const ExpandedFlow& flow, const std::string& layer) const;
  [[nodiscard]] bool primary_comes_to(const std::string& market) const;

  Plan plan_;
  System system_;
  Reading reading_;
  std::vector<std::vector<Term>> sums_;  // [amount]
};

}  // namespace critflow
