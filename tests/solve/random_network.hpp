#pragma once

#include <utility>

#include "solve/random/drawing.hpp"
#include "solve/random/end_of_life.hpp"
#include "solve/random/features.hpp"
#include "solve/random/metal.hpp"
#include "solve/random/storage.hpp"
#include "solve/random/use.hpp"

/// A small valid system drawn by chance, with every kind of process: batteries from factory over
/// use, hoards, collection and recycling to a market for two metals, in one region or several.
struct RandomNetwork {
  RandomDrawing drawing;
  double mean = 0.0, sd = 0.0;  ///< of the life of what is in use [a]

  explicit RandomNetwork(const Features& features) : drawing(features) {
    RandomUse use(drawing);
    use.add();
    RandomEndOfLife(drawing).add();
    RandomMetal(drawing).add();
    if (has("second life")) RandomStorage(drawing).add();
    mean = use.mean;
    sd = use.sd;
  }
  explicit RandomNetwork(std::uint64_t seed) : RandomNetwork(drawn_features(seed)) {}

  [[nodiscard]] const Features& features() const { return drawing.features(); }
  [[nodiscard]] bool has(const std::string& part) const { return drawing.has(part); }
  [[nodiscard]] critflow::System build(double amounts = 1.0) const {
    return drawing.build(amounts);
  }
};
