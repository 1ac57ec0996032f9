// Runs a scenario folder for many samples: our part in the races of `peers/` that the Python
// package does not run by itself.
//
//     peers_samples FOLDER SAMPLES FROM TO FROM TO ... -- DRAWN DRAWN ...
//
// DRAWN is a parameter, or a part of it as `content[material=lithium]`. Standard input holds the
// values [drawn][sample], standard output the CPU time [s], then the flows [sample][flow][year]
// [layer], summed over their other dimensions; all as doubles.

#include <algorithm>
#include <ctime>
#include <exception>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "critflow/io/load.hpp"
#include "critflow/solve/samples.hpp"
#include "critflow/solve/simulate.hpp"

namespace {

using namespace critflow;

using Words = std::vector<std::string>;
using Flows = std::vector<std::pair<std::string, std::string>>;

Flows flows_in(Words::const_iterator word, Words::const_iterator end) {
  Flows flows;
  for (; end - word >= 2; word += 2) flows.emplace_back(word[0], word[1]);
  return flows;
}

Draw draw_named(const std::string& text) {
  const auto bracket = text.find('['), equals = text.find('=');
  if (bracket == std::string::npos) return {text};
  const std::string dimension = text.substr(bracket + 1, equals - bracket - 1);
  const std::string item = text.substr(equals + 1, text.size() - equals - 2);
  return {text.substr(0, bracket), {{{dimension, item}}}};
}

std::vector<Draw> draws_in(Words::const_iterator word, Words::const_iterator end, int samples) {
  std::vector<Draw> draws;
  for (; word < end; ++word) {
    draws.push_back(draw_named(*word));
    draws.back().values.resize(static_cast<std::size_t>(samples));
    std::cin.read(reinterpret_cast<char*>(draws.back().values.data()),
                  samples * static_cast<std::streamsize>(sizeof(double)));
    if (!std::cin) throw std::runtime_error("fewer values than drawn parameters and samples");
  }
  return draws;
}

/// Every year and layer of the flows, summed over their other dimensions.
Reading reading_of(const Plan& plan, const System& system, const Flows& flows) {
  const Run run = simulate(plan, system);
  Reading reading(plan, system);
  for (const auto& [from, to] : flows) {
    const Dimensions dimensions = run.flow(from, to).dimensions;
    for (const std::string& year : dimensions.front().items)
      for (const std::string& layer : dimensions.back().items)
        reading.flow(from, to, {layer, {}, {std::stoi(year)}});
  }
  return reading;
}

/// The CPU time, then all flows.
std::vector<double> run(const System& system, const Flows& flows, const std::vector<Draw>& draws,
                        int samples) {
  std::vector<double> results{0.0};
  const std::clock_t begin = std::clock();
  const Plan plan(system);
  Samples(plan, system, reading_of(plan, system, flows))
      .run(draws, samples, [&](const SampleBlock& block) {
        for (int k = 0; k < block.samples; ++k) {
          if (const auto& faults = block.faults[static_cast<std::size_t>(k)]; !faults.empty())
            throw ModelFaults(faults);
          for (const Lanes& cell : block.cells) results.push_back(lane(cell, k));
        }
      });
  results.front() = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  return results;
}

}  // namespace

int main(int count, char** arguments) try {
  const Words words(arguments + 1, arguments + count);
  const auto bar = std::find(words.begin(), words.end(), "--");
  if (bar - words.begin() < 4 || bar == words.end())
    throw std::runtime_error("peers_samples FOLDER SAMPLES FROM TO ... -- DRAWN ...");
  const int samples = std::stoi(words[1]);
  const Flows flows = flows_in(words.begin() + 2, bar);
  const std::vector<Draw> draws = draws_in(bar + 1, words.end(), samples);
  const std::vector<double> results = run(load(words[0]), flows, draws, samples);
  std::cout.write(reinterpret_cast<const char*>(results.data()),
                  static_cast<std::streamsize>(results.size() * sizeof(double)));
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
