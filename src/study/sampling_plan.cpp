#include "critflow/study/sampling_plan.hpp"

#include <limits>
#include <utility>

#include "base/index.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/base/nearest_name.hpp"
#include "permutation.hpp"
#include "scramble.hpp"

namespace critflow {

namespace {

/// The keys of an input stand where no sample is.
constexpr std::uint64_t place_of_keys = std::numeric_limits<std::uint64_t>::max();

void require_samples(Sampling sampling, std::int64_t samples) {
  if (samples < 1 || (sampling == Sampling::sobol && samples > SobolSequence::most_points))
    throw InvalidValue({.where = "sampling",
                        .what = "number of samples",
                        .value = std::to_string(samples),
                        .rule = sampling == Sampling::sobol ? "be 1 to 2^32" : "be at least 1"});
}

}  // namespace

Sampling sampling_named(const std::string& name) {
  static const std::vector<std::pair<std::string, Sampling>> known{
      {"plain", Sampling::plain},
      {"latin hypercube", Sampling::latin_hypercube},
      {"sobol", Sampling::sobol}};
  std::vector<std::string> words;
  for (const auto& [word, sampling] : known) {
    if (word == name) return sampling;
    words.push_back(word);
  }
  throw InvalidValue({.where = "sampling",
                      .what = "unknown sampling",
                      .value = name,
                      .rule = "be plain, latin hypercube or sobol",
                      .nearest = nearest_name(name, words)});
}

SamplingPlan::SamplingPlan(Sampling sampling, std::uint64_t seed, std::int64_t samples,
                           const std::vector<std::string>& inputs)
    : sampling_(sampling), random_(seed), samples_(samples) {
  require_samples(sampling, samples);
  for (const std::string& input : inputs) {
    const std::uint64_t name = stream_of(input);
    streams_.push_back({name, random_.bits(place_of_keys, name)});
  }
  if (sampling == Sampling::sobol && !inputs.empty())
    sobol_.emplace(static_cast<int>(inputs.size()));
}

double SamplingPlan::at(std::int64_t sample, int input) const {
  const Stream& stream = streams_[critflow::at(input)];
  const auto number = static_cast<std::uint64_t>(sample);
  if (sobol_) {
    const std::uint32_t fraction = sobol_->bits(static_cast<std::uint32_t>(number), input);
    return (scrambled(fraction, stream.keys[0]) + 0.5) * 0x1p-32;
  }
  const double within = random_.uniform(number, stream.name);
  if (sampling_ == Sampling::plain) return within;
  const auto count = static_cast<std::uint64_t>(samples_);
  const auto part = static_cast<double>(permuted(number, count, stream.keys));
  return (part + within) / static_cast<double>(count);
}

void SamplingPlan::point(std::int64_t sample, std::span<double> numbers) const {
  for (int input = 0; input < inputs(); ++input) numbers[critflow::at(input)] = at(sample, input);
}

}  // namespace critflow
