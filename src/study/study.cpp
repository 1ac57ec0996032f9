#include "critflow/study/study.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/index.hpp"
#include "crew.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/solve/samples.hpp"
#include "prepared_study.hpp"

namespace critflow {

namespace {

/// One thread: runs blocks, and keeps what they come to.
class BlockWorker {
 public:
  BlockWorker(const Study::Prepared& study, Crew& crew)
      : study_(study), crew_(crew), part_(study.shape) {
    for (const Study::Prepared::Option& one : study.options)
      samples_.emplace_back(one.plan, one.system, one.cells.reading);
  }

  void run(std::int64_t block) {
    BlockValues values(study_.shape, block);
    std::vector<FailedDraw> failures;
    const int samples = static_cast<int>(values.samples());
    for (int option = 0; option < study_.shape.options; ++option)
      for (int first = 0; first < samples; first += drawn_at_once)
        run(option, first, std::min(drawn_at_once, samples - first), values, failures);
    part_.add(study_.shape, std::move(values), std::move(failures));
  }

  StudyPart part() { return std::move(part_); }

 private:
  static constexpr int drawn_at_once = 256;  ///< so that draws by year stay small

  /// @param first  of the block
  void run(int option, int first, int samples, BlockValues& values,
           std::vector<FailedDraw>& failures) {
    const std::int64_t sample = values.first_sample() + first;
    const std::vector<Draw> draws = study_.options[at(option)].draws.of(sample, samples);
    found_.clear();
    samples_[at(option)].run(draws, samples, [&](const SampleBlock& done) {
      crew_.tell(done.samples);
      take(option, done);
      take_faults(option, done, sample, failures);
    });
    const std::size_t cells = at(study_.shape.cells);
    for (std::size_t cell = 0; cell < cells; ++cell)
      put(cell, values.column(at(option) * cells + cell).subspan(at(first), at(samples)));
  }

  void take(int option, const SampleBlock& done) {
    const std::size_t begin = found_.size();
    for (const StudyCell& cell : study_.options[at(option)].cells.cells)
      found_.push_back(cell.value(done.cells));
    for (int k = 0; k < done.samples; ++k)
      if (!done.faults[at(k)].empty())
        for (Lanes& one : std::span(found_).subspan(begin))
          set_lane(one, k, std::numeric_limits<double>::quiet_NaN());
  }

  /// What was found of a cell, sample after sample.
  void put(std::size_t cell, std::span<double> column) const {
    for (const Lanes* from = found_.data() + cell; !column.empty(); from += study_.shape.cells) {
      const std::size_t samples = std::min<std::size_t>(Samples::in_block, column.size());
      std::copy_n(from->lane.begin(), samples, column.begin());
      column = column.subspan(samples);
    }
  }

  void take_faults(int option, const SampleBlock& done, std::int64_t first,
                   std::vector<FailedDraw>& failures) {
    for (int k = 0; k < done.samples; ++k) {
      if (done.faults[at(k)].empty()) continue;
      FailedDraw failed{.sample = first + done.first + k, .option = option};
      for (const Fault& one : done.faults[at(k)]) failed.faults.push_back(one.text());
      failed.inputs = study_.options[at(option)].draws.values_of(failed.sample);
      failures.push_back(std::move(failed));
    }
  }

  const Study::Prepared& study_;
  Crew& crew_;
  std::vector<Samples> samples_;
  std::vector<Lanes> found_{};  ///< of what is drawn at once: [samples side by side][cell]
  StudyPart part_;
};

/// Throws unless a number counts one of so many.
void require_one_of(const char* where, std::int64_t number, std::int64_t all) {
  if (number < 0 || number >= all)
    throw InvalidValue(
        {where, "not of the study", std::to_string(number), "be 0 to " + std::to_string(all - 1)});
}

std::vector<std::int64_t> numbers_of(const BlockSet& blocks, std::int64_t all) {
  std::vector<std::int64_t> numbers;
  for (const BlockRange& one : blocks.ranges())
    for (std::int64_t block = one.first; block < one.end; ++block) {
      require_one_of("study.blocks", block, all);
      numbers.push_back(block);
    }
  return numbers;
}

std::vector<std::string> cell_names(const StudyCells& cells) {
  std::vector<std::string> names;
  for (const StudyCell& one : cells.cells)
    names.push_back(one.figure + "[" + one.layer + "," + std::to_string(one.year) + "]");
  return names;
}

Study::Prepared::Option prepared(System system, const StudyChoice& choice, const Law* law,
                                 const CheckOptions& check) {
  Plan plan(system);
  StudyCells cells = study_cells(plan, system, choice.reported, law, check);
  ParameterDraws draws(system, choice.sampling, choice.seed, choice.samples);
  if (draws.names().empty())
    throw InvalidValue({"study.uncertainty", "nothing uncertain", system.description().name,
                        "have rows in uncertainty.csv"});
  return {std::move(system), std::move(plan), std::move(cells), std::move(draws)};
}

}  // namespace

Study::Study(std::vector<System> options, const StudyChoice& choice, const Law* law,
             const CheckOptions& check) {
  if (options.empty()) throw InvalidValue({"study.options", "none", "", "be one system at least"});
  auto made = std::make_shared<Prepared>();
  made->choice = choice;
  for (System& system : options) {
    made->options.push_back(prepared(std::move(system), choice, law, check));
    const Prepared::Option& last = made->options.back();
    if (cell_names(last.cells) != cell_names(made->options.front().cells))
      throw InvalidValue({"study.options", "other figures", last.system.policy(),
                          "report the same figures under every scenario and policy"});
  }
  const StudyCells& first = made->options.front().cells;
  made->shape = {.samples = choice.samples,
                 .options = static_cast<int>(made->options.size()),
                 .cells = static_cast<int>(first.cells.size()),
                 .tests = first.tests,
                 .paths = choice.paths,
                 .all_rows = choice.all_rows};
  prepared_ = std::move(made);
}

const Study::Prepared::Option& Study::Prepared::option(int number) const {
  require_one_of("study.option", number, static_cast<std::int64_t>(options.size()));
  return options[at(number)];
}

const StudyShape& Study::shape() const { return prepared_->shape; }

const std::vector<StudyCell>& Study::cells() const {
  return prepared_->options.front().cells.cells;
}

const std::vector<std::string>& Study::inputs() const {
  return prepared_->options.front().draws.names();
}

std::vector<double> Study::drawn(std::int64_t sample) const {
  require_one_of("study.sample", sample, shape().samples);
  return prepared_->options.front().draws.values_of(sample);
}

std::map<std::string, double> Study::held(int option) const {
  const ParameterDraws& draws = prepared_->option(option).draws;
  const std::vector<double> shares = draws.held();
  std::map<std::string, double> held;
  for (std::size_t input = 0; input < shares.size(); ++input)
    if (shares[input] > 0.0) held[draws.names()[input]] = shares[input];
  return held;
}

std::vector<Overruled> Study::overruled(int option) const {
  return critflow::overruled(prepared_->option(option).system);
}

StudyPart Study::run(const BlockSet& blocks, int threads, const StudyWatch& watch) const {
  Crew crew;
  std::vector<BlockWorker> workers;
  for (int i = 0; i < require_threads(threads); ++i) workers.emplace_back(*prepared_, crew);
  crew.run(workers, numbers_of(blocks, blocks_of(shape().samples)), watch);
  StudyPart whole(prepared_->shape);
  for (BlockWorker& one : workers) whole.add(one.part());
  return whole;
}

}  // namespace critflow
