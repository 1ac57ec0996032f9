#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "critflow/study/block_set.hpp"
#include "critflow/study/dyadic_tree.hpp"
#include "critflow/study/moments.hpp"
#include "critflow/study/quantile_sketch.hpp"
#include "critflow/study/study_shape.hpp"

namespace critflow {

/// In how many samples a test could be made, and was met.
struct TestCount {
  std::int64_t tested = 0;
  std::int64_t met = 0;
};

/// In how many samples both options have a value, and that of the first is lower or higher.
struct PairCount {
  std::int64_t compared = 0;
  std::int64_t lower = 0;
  std::int64_t higher = 0;
};

/// A sample that could not be run, with what was drawn for it.
struct FailedDraw {
  std::int64_t sample = 0;
  int option = 0;
  std::vector<std::string> faults{};
  std::vector<double> inputs{};  ///< by uncertain input of the option
};

/// Cell by cell, as `merged` of their moments.
[[nodiscard]] std::vector<Moments> merged(const std::vector<Moments>& before,
                                          const std::vector<Moments>& after);

/// What some blocks of a study add to it. Parts are put together in any order, and to the same
/// bytes: counts are whole numbers, and moments are merged in a tree of the numbers of the blocks.
struct StudyPart {
  explicit StudyPart(const StudyShape& shape);

  /// Of failed draws, those of the lowest samples are kept; all are counted.
  static constexpr std::size_t most_failures = 100;

  BlockSet blocks{};
  /// [option][cell], then of the differences to the first option [option - 1][cell].
  DyadicTree<std::vector<Moments>> moments{};
  std::vector<QuantileSketch> sketches{};               ///< [option][cell], where rows are not kept
  std::map<std::int64_t, std::vector<double>> rows{};   ///< by block: as `BlockValues::all`
  std::vector<TestCount> tests{};                       ///< [option][test]
  std::vector<PairCount> pairs{};                       ///< [pair][cell]
  std::map<std::int64_t, std::vector<double>> paths{};  ///< by sample: [option][cell]
  std::int64_t failed = 0;
  std::vector<FailedDraw> failures{};  ///< by sample and option

  /// Adds a block that is not there yet.
  void add(const StudyShape& shape, BlockValues values, std::vector<FailedDraw> failures);
  /// Adds a part of the same study that shares no block with this one.
  void add(StudyPart other);

 private:
  void keep_first(std::vector<FailedDraw> found);
};

}  // namespace critflow
