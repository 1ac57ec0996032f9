#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "solve/chance.hpp"

/// What a random network is made of: some of everything, and what may be left out of it.
struct Features {
  std::uint64_t seed = 1;  ///< of its numbers
  int products = 1;
  int regions = 1;
  int steps = 1;
  std::set<std::string> parts{};

  /// What a network works without.
  static constexpr std::array all_parts{"uneven steps",   "driven by stocks",
                                        "initial stocks", "spread entry",
                                        "age classes",    "vehicles",
                                        "second life",    "imports",
                                        "gate",           "queue",
                                        "slag",           "mines",
                                        "smelters",       "scarce metal",
                                        "by-product",     "stockpile",
                                        "waste trade",    "metal trade"};

  [[nodiscard]] bool has(const std::string& part) const {
    if (std::find(all_parts.begin(), all_parts.end(), part) == all_parts.end())
      throw std::invalid_argument("no part of a random network: " + part);
    return parts.count(part) > 0;
  }

  /// `seed 7: 1 product, 2 regions, 3 steps, gate, waste trade`
  [[nodiscard]] std::string text() const {
    const auto counted = [](int count, const std::string& one) {
      return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
    };
    std::string text = "seed " + std::to_string(seed) + ": " + counted(products, "product") + ", " +
                       counted(regions, "region") + ", " + counted(steps, "step");
    for (const std::string& part : parts) text += ", " + part;
    return text;
  }
};

inline Features drawn_features(std::uint64_t seed) {
  Chance chance(seed);
  Features drawn{.seed = seed,
                 .products = 1 + chance.below(2),
                 .regions = chance.happens(0.4) ? 2 + chance.below(2) : 1,
                 .steps = 3 + chance.below(6)};
  for (const char* part : Features::all_parts)
    if (chance.happens(0.35)) drawn.parts.insert(part);
  return drawn;
}

/// Each a little less than `features`: without one part, or with one product, region or step less.
inline std::vector<Features> simpler(const Features& features) {
  std::vector<Features> all;
  for (int Features::*count : {&Features::regions, &Features::products, &Features::steps})
    if (features.*count > 1) {
      all.push_back(features);
      all.back().*count -= 1;
    }
  for (const std::string& part : features.parts) {
    all.push_back(features);
    all.back().parts.erase(part);
  }
  return all;
}

/// The features with which something still fails, when none of them can be done without.
template <class Fails>
Features shrunk(Features features, Fails fails) {
  for (bool fewer = true; fewer;) {
    fewer = false;
    for (const Features& less : simpler(features)) {
      if (!fails(less)) continue;
      features = less;
      fewer = true;
      break;
    }
  }
  return features;
}
