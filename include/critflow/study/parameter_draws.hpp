#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "critflow/solve/draw.hpp"
#include "critflow/study/quantile_function.hpp"
#include "critflow/study/rank_copula.hpp"
#include "critflow/study/sampling_plan.hpp"

namespace critflow {

class Composition;

/// Points in the unit cube: [sample][input].
using Points = Eigen::Array<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// What a study draws in the place of the uncertain numbers of a system, by its `uncertainty.csv`
/// and `correlations.csv`. Sample i depends on the seed and on i alone (see `SamplingPlan`).
///
/// * A row is one draw, which all cells it names share: recycling that turns out better does so in
///   every year, and for every product that the row leaves open.
/// * A draw acts on the number without levers, and these are laid over it (see `Draw`): what a
///   policy sets is certain, and where it asks for a floor the draws below it all tell the floor
///   (see `overruled`).
/// * Where a factor, or a lever over what was drawn, takes a number beyond the most it may be, the
///   number is held there (see `held`).
/// * A dirichlet has an input for every item. With w gamma variables of mean one and of shape
///   concentration x the largest share of the item, the share m without levers becomes
///
///       m(t) w / sum over items of m(t) w
///
///   the Dirichlet distribution where shares are constant; a share of zero stays zero.
class ParameterDraws {
 public:
  /// @throws InvalidValue where there are no samples, or more inputs or samples than the sampling
  ///         has; where the correlations are none
  ParameterDraws(const System& system, Sampling sampling, std::uint64_t seed, std::int64_t samples);

  /// A name for each input: that of its row, such as `sales[product=van]`; of a dirichlet with the
  /// item as well.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  /// The row of uncertainty behind each input.
  [[nodiscard]] const std::vector<int>& rows() const { return rows_; }

  /// The draws of samples `first`, `first + 1`, ...
  [[nodiscard]] std::vector<Draw> of(std::int64_t first, int samples) const;
  /// The draws at points of a design of one's own.
  [[nodiscard]] std::vector<Draw> at(const Points& points) const;

  /// What each input is in one sample: the number or the factor, of a dirichlet w.
  [[nodiscard]] std::vector<double> values_of(std::int64_t sample) const;

  /// Of each input, the share of its draws in which it would take a number beyond the most it may
  /// be, in the cell and year in which that happens most often: so many draws tell the same there.
  [[nodiscard]] std::vector<double> held() const;

 private:
  /// One number, or one a year, that is the value of an input.
  struct Single {
    int draw;
    int input;
    std::vector<double> most{};  ///< that the input may be, each year; empty = without bound
  };
  /// Shares that sum to one.
  struct Shares {
    struct Item {
      int draw;
      int input;
      std::vector<double> shares{};  ///< without levers; one, or one a year
    };
    std::vector<Item> items{};
  };

  void add(const System& system, const Composition& levers, int row);
  void add_single(const System& system, const Composition& levers, const Uncertainty& row);
  void add_shares(const System& system, const Composition& levers, const Uncertainty& row,
                  int row_number);
  int add_draw(const Uncertainty& row, Place place, std::size_t numbers);
  int add_input(std::string name, int row, QuantileFunction quantile);
  void fill(std::vector<Draw>& draws, std::size_t sample, std::span<const double> values) const;
  /// From a point to the values of the inputs.
  void evaluate(std::span<double> point) const;

  std::vector<std::string> names_{};
  std::vector<int> rows_{};
  std::vector<QuantileFunction> quantiles_{};
  std::vector<Draw> draws_{};  ///< with room for the numbers of one sample
  std::vector<Single> singles_{};
  std::vector<Shares> shares_{};
  RankCopula copula_;
  SamplingPlan plan_;
};

}  // namespace critflow
