// Five fixed pieces of work whose instructions valgrind counts: time differs from day to day, what
// is computed does not. `instructions.py` runs it, and says what the counts are compared with.
//
//     valgrind --tool=callgrind --instr-atstart=no instructions RUN

#include <valgrind/callgrind.h>

#include <exception>
#include <filesystem>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "critflow/base/processor.hpp"
#include "critflow/io/load.hpp"
#include "critflow/lifetime/survival_table.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "critflow/solve/simulate.hpp"
#include "critflow/stock/batch.hpp"
#include "critflow/study/study.hpp"

namespace {

using namespace critflow;

/// Everything between is counted, whichever thread does it.
template <class Work>
void counted(const Work& work) {
  CALLGRIND_START_INSTRUMENTATION;
  work();
  CALLGRIND_STOP_INSTRUMENTATION;
}

Lifetime weibull(int i) { return Weibull(2.0 + 0.02 * i, 12.0 + 0.1 * i); }

/// Lifetimes of each cohort's own, 100 years.
void survival_table() {
  const Years years(1, 100);
  std::vector<Lifetime> lifetimes;
  for (int i = 0; i < years.size(); ++i) lifetimes.push_back(weibull(i));
  counted([&] { (void)SurvivalTable(years, lifetimes).survival(1, 0); });
}

/// 64 stocks of 100 years, each with a lifetime of its own: sales known, then fleet known.
void stocks() {
  constexpr int series = 64;
  const SeriesTable known = SeriesTable::Constant(100, series, 10.0);
  std::vector<Lifetime> lifetimes;
  for (int i = 0; i < series; ++i) lifetimes.push_back(weibull(i));
  counted([&] {
    (void)inflow_driven_batch(known, lifetimes);
    (void)stock_driven_batch(known, lifetimes);
  });
}

/// A run of this system, compiled before.
void run_of(const std::filesystem::path& folder) {
  const System system = load(folder);
  const Plan plan(system);
  counted([&] { (void)simulate(plan, system); });
}

/// 16 samples of the Dutch batteries: drawn, run side by side, and counted.
void study_block() {
  const Study study({load(std::filesystem::path(CRITFLOW_SCENARIOS) / "nl-batteries")},
                    {.samples = 16});
  counted([&] { (void)study.run(BlockSet({0, 1}), 1); });
}

const std::map<std::string, std::function<void()>> runs{
    {"survival table", survival_table},
    {"stocks", stocks},
    {"crm4", [] { run_of(std::filesystem::path(CRITFLOW_CASES) / "crm4"); }},
    {"nl-batteries", [] { run_of(std::filesystem::path(CRITFLOW_SCENARIOS) / "nl-batteries"); }},
    {"study of nl-batteries", study_block}};

}  // namespace

int main(int count, char** arguments) try {
  use_instructions(Instructions::avx2);  // the most that valgrind knows
  runs.at(count > 1 ? arguments[1] : "")();
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
