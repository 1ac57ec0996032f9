#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "critflow/study/elementary_effects.hpp"
#include "critflow/study/overruled.hpp"
#include "critflow/study/sampling_plan.hpp"
#include "critflow/study/study_cells.hpp"
#include "critflow/study/study_part.hpp"
#include "critflow/study/variance_indices.hpp"

namespace critflow {

/// How a study is made.
struct StudyChoice {
  std::int64_t samples = 10'000;
  std::uint64_t seed = 1;
  Sampling sampling = Sampling::sobol;
  ReportedFigures reported{};
  std::int64_t paths = 100;  ///< samples of which all cells are kept
  bool all_rows = false;     ///< every number is kept, whatever memory it takes
};

/// Called about every 10 ms from the thread that waits, with the runs done so far; where it
/// answers no, the study stops.
using StudyWatch = std::function<bool(std::int64_t runs)>;

/// One system under several scenarios and policies, run many times with what is uncertain about it
/// drawn. Sample i is the same under every option, so that what they differ by is not chance.
///
///     const Study study({load(folder, "reference", "none"), load(folder, "reference", "law-met")},
///                       {.samples = 1000, .reported = {.figures = {"mined"}}});
///     const StudyPart part = study.run(BlockSet({0, blocks_of(1000)}), 2);
///     const StudyResult result(study.shape(), part);
///     result.moments()[0].mean;  // of study.cells()[0] under the first option
class Study {
 public:
  /// @param options  systems of one drawing; the first is what the others are compared with
  /// @param law      whose targets are tested; may be null, and is not kept
  /// @throws InvalidValue where there is no option, nothing uncertain, or what is to be reported is
  ///         not there, or not the same in all options; ModelFaults where one cannot be compiled
  Study(std::vector<System> options, const StudyChoice& choice, const Law* law = nullptr,
        const CheckOptions& check = {});

  [[nodiscard]] const StudyShape& shape() const;
  /// What is reported of each sample, first what rules of the law measure.
  [[nodiscard]] const std::vector<StudyCell>& cells() const;
  /// What is drawn, in this order: see `ParameterDraws::names`.
  [[nodiscard]] const std::vector<std::string>& inputs() const;
  /// The rows of `uncertainty.csv` behind them, each once.
  [[nodiscard]] std::vector<std::string> input_rows() const;

  /// What these blocks come to, computed by so many threads: the same bytes for any number. Where
  /// it was stopped it holds the blocks that were finished.
  /// @throws InvalidValue for a block beyond the samples, and unless there is a thread at least
  [[nodiscard]] StudyPart run(const BlockSet& blocks, int threads,
                              const StudyWatch& watch = {}) const;

  /// Which row of uncertainty the variance of each cell comes from, under one option: outputs are
  /// `cells`, groups `input_rows`. Takes `samples` times the number of rows and two runs.
  /// @throws InvalidValue as of a `VarianceDesign`, for no such option, and unless there is a
  ///         thread at least
  [[nodiscard]] VarianceIndices variance_indices(int option, std::int64_t samples, int threads,
                                                 const StudyWatch& watch = {}) const;

  /// What each row does to each cell when it goes through its range, under one option: which rows
  /// matter at all, for a tenth of the runs. Outputs are `cells`, groups `input_rows`. Takes
  /// `samples` times the number of rows and one runs.
  /// @throws InvalidValue as of a `ScreeningDesign`, for no such option, and unless there is a
  ///         thread at least
  [[nodiscard]] ElementaryEffects elementary_effects(int option, std::int64_t samples, int threads,
                                                     const StudyWatch& watch = {}) const;

  /// What each of `inputs` is in one sample; see `ParameterDraws::values_of`.
  /// @throws InvalidValue for no such sample
  [[nodiscard]] std::vector<double> drawn(std::int64_t sample) const;

  /// In which share of draws the number of an input is held, by name; see `ParameterDraws::held`.
  /// Those that never are, are left out.
  /// @throws InvalidValue for no such option
  [[nodiscard]] std::map<std::string, double> held(int option) const;

  /// The rows of whose draws the levers of an option overrule some.
  /// @throws InvalidValue for no such option
  [[nodiscard]] std::vector<Overruled> overruled(int option) const;

  struct Prepared;  ///< compiled and asked; shared by the threads

 private:
  std::shared_ptr<const Prepared> prepared_;
};

}  // namespace critflow
