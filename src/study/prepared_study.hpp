#pragma once

#include <vector>

#include "critflow/study/parameter_draws.hpp"
#include "critflow/study/study.hpp"

namespace critflow {

/// What all threads of a study look at.
struct Study::Prepared {
  struct Option {
    System system;
    Plan plan;
    StudyCells cells;
    ParameterDraws draws;
  };
  StudyChoice choice{};
  std::vector<Option> options{};
  StudyShape shape{};

  /// @throws InvalidValue where there is no such option
  [[nodiscard]] const Option& option(int number) const;
};

}  // namespace critflow
