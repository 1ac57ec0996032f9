#include <algorithm>
#include <limits>
#include <utility>

#include "base/index.hpp"
#include "crew.hpp"
#include "critflow/solve/samples.hpp"
#include "critflow/study/dyadic_tree.hpp"
#include "critflow/study/sensitivity_design.hpp"
#include "prepared_study.hpp"

namespace critflow {

/// Found by a `DyadicTree`, in this namespace.
template <class Found>
requires requires(Found before, const Found after) { before.merge(after); }
Found merged(Found before, const Found& after) {
  before.merge(after);
  return before;
}

namespace {

/// Samples of a design that are worked on together: each is as many runs as there are inputs.
constexpr std::int64_t together = 8;

/// Rows of uncertainty, numbered without gaps, by input.
std::vector<int> groups_of(const ParameterDraws& draws) {
  std::vector<int> groups;
  std::vector<int> rows;
  for (const int row : draws.rows()) {
    auto known = std::ranges::find(rows, row);
    if (known == rows.end()) known = rows.insert(rows.end(), row);
    groups.push_back(static_cast<int>(known - rows.begin()));
  }
  return groups;
}

void add(VarianceIndices& found, const Outcomes& runs, const VarianceDesign&, std::int64_t) {
  found.add(runs);
}
void add(ElementaryEffects& found, const Outcomes& runs, const ScreeningDesign& design,
         std::int64_t sample) {
  found.add(runs, design.steps(sample));
}

/// One thread: runs samples of a design, and adds up what they come to.
template <class Found, class Design>
class DesignWorker {
 public:
  DesignWorker(const Study::Prepared::Option& option, const Design& design, std::int64_t samples,
               Crew& crew)
      : option_(option),
        design_(design),
        all_(samples),
        crew_(crew),
        samples_(option.plan, option.system, option.cells.reading) {}

  void run(std::int64_t block) {
    const std::int64_t first = block * together;
    const int samples = static_cast<int>(std::min(together, all_ - first));
    const int runs = design_.runs_per_sample();
    const Eigen::ArrayXXd outcomes = outcomes_of(points_of(first, samples * runs));
    Found found(static_cast<int>(outcomes.cols()), design_.groups());
    for (int i = 0; i < samples; ++i)
      add(found, outcomes.middleRows(i * runs, runs), design_, first + i);
    found_.add(block, std::move(found));
  }

  DyadicTree<Found> found() { return std::move(found_); }

 private:
  [[nodiscard]] Points points_of(std::int64_t first, int all) const {
    const int runs = design_.runs_per_sample();
    const std::size_t inputs = option_.draws.names().size();
    Points points(all, static_cast<Eigen::Index>(inputs));
    for (int i = 0; i < all; ++i)
      design_.point(first + i / runs, i % runs, std::span(points.row(i).data(), inputs));
    return points;
  }

  /// [run][cell]; not a number where a run has faults or no such value.
  [[nodiscard]] Eigen::ArrayXXd outcomes_of(const Points& points) {
    const std::vector<StudyCell>& cells = option_.cells.cells;
    Eigen::ArrayXXd outcomes =
        Eigen::ArrayXXd::Constant(points.rows(), static_cast<Eigen::Index>(cells.size()),
                                  std::numeric_limits<double>::quiet_NaN());
    samples_.run(option_.draws.at(points), static_cast<int>(points.rows()),
                 [&](const SampleBlock& done) {
                   crew_.tell(done.samples);
                   for (std::size_t cell = 0; cell < cells.size(); ++cell) {
                     const Lanes value = cells[cell].value(done.cells);
                     for (int k = 0; k < done.samples; ++k)
                       if (done.faults[at(k)].empty())
                         outcomes(done.first + k, static_cast<Eigen::Index>(cell)) = lane(value, k);
                   }
                 });
    return outcomes;
  }

  const Study::Prepared::Option& option_;
  const Design& design_;
  std::int64_t all_;
  Crew& crew_;
  Samples samples_;
  DyadicTree<Found> found_;
};

template <class Found, class Design>
Found run_design(const Study::Prepared& study, int option, std::int64_t samples, int threads,
                 const StudyWatch& watch) {
  const Study::Prepared::Option& of = study.option(option);
  const Design design(study.choice.sampling, study.choice.seed, samples, of.draws.names(),
                      groups_of(of.draws));
  std::vector<std::int64_t> blocks;
  for (std::int64_t block = 0; block * together < samples; ++block) blocks.push_back(block);
  Crew crew;
  std::vector<DesignWorker<Found, Design>> workers;
  for (int i = 0; i < require_threads(threads); ++i)
    workers.emplace_back(of, design, samples, crew);
  crew.run(workers, blocks, watch);
  DyadicTree<Found> found;
  for (auto& one : workers) found.add(one.found());
  return found.total().value_or(Found(study.shape.cells, design.groups()));
}

}  // namespace

std::vector<std::string> Study::input_rows() const {
  const Prepared::Option& option = prepared_->options.front();
  std::vector<std::string> names;
  for (const int row : option.draws.rows()) {
    const std::string name = option.system.uncertainty()[at(row)].name();
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return names;
}

VarianceIndices Study::variance_indices(int option, std::int64_t samples, int threads,
                                        const StudyWatch& watch) const {
  return run_design<VarianceIndices, VarianceDesign>(*prepared_, option, samples, threads, watch);
}

ElementaryEffects Study::elementary_effects(int option, std::int64_t samples, int threads,
                                            const StudyWatch& watch) const {
  return run_design<ElementaryEffects, ScreeningDesign>(*prepared_, option, samples, threads,
                                                        watch);
}

}  // namespace critflow
