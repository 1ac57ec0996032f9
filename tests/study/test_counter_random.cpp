#include <doctest/doctest.h>

#include <string>

#include "critflow/study/counter_random.hpp"
#include "reference.hpp"

using critflow::CounterRandom;

namespace {

std::uint64_t word(const nlohmann::json& words, std::size_t i) {
  return std::stoull(words[i].get<std::string>(), nullptr, 16);
}

std::uint64_t pair_of(const nlohmann::json& words, std::size_t i) {
  return word(words, i + 1) << 32 | word(words, i);
}

}  // namespace

TEST_CASE("the bits are those of Philox4x32-10") {
  const auto oracle = outside_oracle("rng_known_answers.json");
  if (!oracle) return;
  for (const auto& known : oracle->at("philox4x32_10")) {
    const auto& place = known.at("ctr");
    const auto bits =
        CounterRandom(pair_of(known.at("key"), 0)).bits(pair_of(place, 0), pair_of(place, 2));
    for (std::size_t i = 0; i < bits.size(); ++i) CHECK(bits[i] == word(known.at("out"), i));
  }
}

TEST_CASE("a number depends on seed, sample and stream, and on nothing else") {
  const CounterRandom random(7);
  const double first = random.uniform(3, 5);
  CHECK(random.uniform(4, 5) != first);
  CHECK(random.uniform(3, 6) != first);
  CHECK(CounterRandom(8).uniform(3, 5) != first);
  CHECK(CounterRandom(7).uniform(3, 5) == first);
}

TEST_CASE("numbers lie within zero and one with the mean and spread of even ones") {
  const CounterRandom random(1);
  constexpr int count = 100000;
  double sum = 0.0, squares = 0.0;
  for (int i = 0; i < count; ++i) {
    const double u = random.uniform(static_cast<std::uint64_t>(i), 0);
    REQUIRE((u > 0.0 && u < 1.0));
    sum += u;
    squares += u * u;
  }
  CHECK(sum / count == doctest::Approx(0.5).epsilon(0.01));
  CHECK(squares / count == doctest::Approx(1.0 / 3.0).epsilon(0.01));
}

TEST_CASE("streams are told apart by every letter of their names") {
  CHECK(critflow::stream_of("") == 0xcbf29ce484222325);
  CHECK(critflow::stream_of("a") == 0xaf63dc4c8601ec8c);
  CHECK(critflow::stream_of("sales[product=van]") != critflow::stream_of("sales[product=bus]"));
}
