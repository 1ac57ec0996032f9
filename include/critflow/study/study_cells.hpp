#pragma once

#include <limits>
#include <span>
#include <string>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/indicator/target_check.hpp"
#include "critflow/policy/law.hpp"
#include "critflow/solve/reading.hpp"
#include "critflow/study/study_shape.hpp"

namespace critflow {

/// What a study is to report: figures of `indicator_formulas`, and `import_dependence`,
/// `single_country_share` and `herfindahl` by stage. Without figures, those of `indicator_formulas`
/// that fit beside the targets in `most_cells`; without layers the materials; without years all of
/// them. A figure that needs years before the first of the run begins later.
struct ReportedFigures {
  std::vector<std::string> figures{};
  std::vector<std::string> layers{};
  std::vector<int> years{};

  static constexpr int most_cells = 2000;
};

/// One number that a study reports of each sample, computed from what is read of it: an indicator,
/// or what a rule of the law measures, in one year.
struct StudyCell {
  /// A number of the reading, and how often it counts.
  struct Term {
    int cell = -1;
    double factor = 1.0;
  };
  /// What is made of the terms of the part.
  enum class Combined {
    sum,
    largest,  ///< zero where none is above it
    squares   ///< sum of the squares, beside the square of the whole
  };
  std::string figure{};  ///< name of the indicator, or key of the rule
  std::string layer{};
  int year = 0;
  std::string unit{};
  std::vector<Term> part{};
  std::vector<Term> whole{};  ///< empty = the figure is the part
  Combined combined = Combined::sum;

  /// part / whole. Not a number where the whole is not above zero: a share of nothing.
  template <Real R>
  [[nodiscard]] R value(std::span<const R> read) const {
    const R amount = combine(read);
    if (whole.empty()) return amount;
    R all{0.0};
    for (const Term& one : whole) all += term(one, read);
    const R per = combined == Combined::squares ? all * all : all;
    return select(all, amount / per, R(std::numeric_limits<double>::quiet_NaN()));
  }

 private:
  template <Real R>
  [[nodiscard]] static R term(const Term& one, std::span<const R> read) {
    return R(one.factor) * read[static_cast<std::size_t>(one.cell)];
  }
  template <Real R>
  [[nodiscard]] R combine(std::span<const R> read) const {
    R total{0.0};
    for (const Term& one : part) {
      const R amount = term(one, read);
      if (combined == Combined::largest)
        total = select(amount - total, amount, total);
      else
        total += combined == Combined::squares ? amount * amount : amount;
    }
    return total;
  }
};

/// All that a study reports of one option. Options of one drawing have the same cells.
struct StudyCells {
  Reading reading;
  std::vector<StudyCell> cells{};
  std::vector<StudyTest> tests{};  ///< of rules of the law, in each year in which they hold
};

/// @param law  its rules are tested where there is a threshold and flows measure it; may be null
/// @throws InvalidValue where a figure, layer or year is not known, or the system has no such
/// figure
[[nodiscard]] StudyCells study_cells(const Plan& plan, const System& system,
                                     const ReportedFigures& reported, const Law* law = nullptr,
                                     const CheckOptions& options = {});

}  // namespace critflow
