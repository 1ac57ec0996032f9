#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "critflow/study/study_part.hpp"

namespace critflow {

/// Two options with three cells each, over three blocks of which the last is not full.
inline StudyShape small_shape(bool all_rows = true) {
  return {.samples = 2 * block_size + 100,
          .options = 2,
          .cells = 3,
          .tests = {{.cell = 1, .threshold = 0.5}, {.cell = 2, .threshold = 0.9}},
          .paths = 5,
          .all_rows = all_rows};
}

/// The value of a cell: a saw tooth over the samples, which the second option shifts.
inline double small_value(std::int64_t sample, int option, int cell) {
  const double phase = static_cast<double>((sample * (7 + cell)) % 1000) / 1000.0;
  return phase + 0.25 * option;
}

/// Sample 7 of the second option cannot be run, cell 2 has no value in every fifth sample.
inline BlockValues small_block(const StudyShape& shape, std::int64_t block) {
  BlockValues values(shape, block);
  for (int option = 0; option < shape.options; ++option)
    for (int cell = 0; cell < shape.cells; ++cell) {
      const auto column = static_cast<std::size_t>(option * shape.cells + cell);
      for (std::size_t i = 0; i < values.samples(); ++i) {
        const std::int64_t sample = values.first_sample() + static_cast<std::int64_t>(i);
        const bool absent = (cell == 2 && sample % 5 == 0) || (option == 1 && sample == 7);
        if (!absent) values.column(column)[i] = small_value(sample, option, cell);
      }
    }
  return values;
}

inline StudyPart small_part(const StudyShape& shape, const std::vector<std::int64_t>& blocks) {
  StudyPart part(shape);
  for (const std::int64_t block : blocks) {
    std::vector<FailedDraw> failures;
    if (block == 0) failures = {{7, 1, {"no balance"}, {1.5, 2.5}}};
    part.add(shape, small_block(shape, block), std::move(failures));
  }
  return part;
}

}  // namespace critflow
