#include "critflow/study/study_part.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>

#include "base/index.hpp"

namespace critflow {

namespace {

Moments moments_of_difference(std::span<const double> of, std::span<const double> to,
                              std::int64_t first) {
  std::vector<double> differences(of.size());
  std::transform(of.begin(), of.end(), to.begin(), differences.begin(), std::minus<>());
  return moments_of(differences, first);
}

std::vector<Moments> moments_of_block(const StudyShape& shape, const BlockValues& values) {
  const std::size_t cells = at(shape.cells);
  std::vector<Moments> found;
  found.reserve(2 * shape.columns() - cells);
  for (std::size_t column = 0; column < shape.columns(); ++column)
    found.push_back(moments_of(values.column(column), values.first_sample()));
  for (std::size_t column = cells; column < shape.columns(); ++column)
    found.push_back(moments_of_difference(values.column(column), values.column(column % cells),
                                          values.first_sample()));
  return found;
}

bool meets(const StudyTest& test, const BlockValues& values, std::size_t first,
           std::size_t sample) {
  const double value = values.column(first + at(test.cell))[sample];
  return !std::isnan(value) && meets(value, test.comparison, test.threshold);
}

/// A test that another makes needless is met, though it has no value itself.
void count_tests(const StudyShape& shape, const BlockValues& values,
                 std::vector<TestCount>& counts) {
  for (int option = 0; option < shape.options; ++option)
    for (std::size_t i = 0; i < shape.tests.size(); ++i) {
      const StudyTest& test = shape.tests[i];
      const std::size_t first = at(option) * at(shape.cells);
      TestCount& count = counts[at(option) * shape.tests.size() + i];
      for (std::size_t sample = 0; sample < values.samples(); ++sample) {
        const bool met =
            meets(test, values, first, sample) ||
            std::any_of(test.alternatives.begin(), test.alternatives.end(), [&](int other) {
              return meets(shape.tests[at(other)], values, first, sample);
            });
        count.met += met;
        count.tested += met || !std::isnan(values.column(first + at(test.cell))[sample]);
      }
    }
}

void count_pair(std::span<const double> first, std::span<const double> second, PairCount& count) {
  for (std::size_t i = 0; i < first.size(); ++i) {
    count.compared += !std::isnan(first[i]) && !std::isnan(second[i]);
    count.lower += first[i] < second[i];
    count.higher += first[i] > second[i];
  }
}

void count_pairs(const StudyShape& shape, const BlockValues& values,
                 std::vector<PairCount>& counts) {
  const std::size_t cells = at(shape.cells);
  for (int first = 0; first < shape.options; ++first)
    for (int second = first + 1; second < shape.options; ++second)
      for (std::size_t cell = 0; cell < cells; ++cell)
        count_pair(values.column(at(first) * cells + cell),
                   values.column(at(second) * cells + cell),
                   counts[shape.pair(first, second) * cells + cell]);
}

void keep_paths(const StudyShape& shape, const BlockValues& values,
                std::map<std::int64_t, std::vector<double>>& paths) {
  const std::int64_t first = values.first_sample();
  const std::int64_t end = first + static_cast<std::int64_t>(values.samples());
  for (const std::int64_t sample : shape.path_samples()) {
    if (sample < first || sample >= end) continue;
    std::vector<double>& path = paths[sample];
    for (std::size_t column = 0; column < shape.columns(); ++column)
      path.push_back(values.column(column)[static_cast<std::size_t>(sample - first)]);
  }
}

}  // namespace

std::vector<Moments> merged(const std::vector<Moments>& before, const std::vector<Moments>& after) {
  std::vector<Moments> both;
  both.reserve(before.size());
  for (std::size_t i = 0; i < before.size(); ++i) both.push_back(merged(before[i], after[i]));
  return both;
}

StudyPart::StudyPart(const StudyShape& shape)
    : sketches(shape.keeps_rows() ? 0 : shape.columns()),
      tests(at(shape.options) * shape.tests.size()),
      pairs(shape.pairs() * at(shape.cells)) {}

void StudyPart::add(const StudyShape& shape, BlockValues values, std::vector<FailedDraw> found) {
  blocks.add({values.block(), values.block() + 1});
  moments.add(values.block(), moments_of_block(shape, values));
  for (std::size_t column = 0; column < sketches.size(); ++column)
    sketches[column].add(values.column(column));
  count_tests(shape, values, tests);
  count_pairs(shape, values, pairs);
  keep_paths(shape, values, paths);
  failed += static_cast<std::int64_t>(found.size());
  keep_first(std::move(found));
  if (shape.keeps_rows()) rows.emplace(values.block(), std::move(values).all());
}

void StudyPart::add(StudyPart other) {
  blocks.add(other.blocks);
  moments.add(std::move(other.moments));
  for (std::size_t column = 0; column < sketches.size(); ++column)
    sketches[column].add(other.sketches[column]);
  rows.merge(other.rows);
  for (std::size_t i = 0; i < tests.size(); ++i) {
    tests[i].tested += other.tests[i].tested;
    tests[i].met += other.tests[i].met;
  }
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    pairs[i].compared += other.pairs[i].compared;
    pairs[i].lower += other.pairs[i].lower;
    pairs[i].higher += other.pairs[i].higher;
  }
  paths.merge(other.paths);
  failed += other.failed;
  keep_first(std::move(other.failures));
}

void StudyPart::keep_first(std::vector<FailedDraw> found) {
  failures.insert(failures.end(), std::make_move_iterator(found.begin()),
                  std::make_move_iterator(found.end()));
  std::sort(failures.begin(), failures.end(), [](const FailedDraw& a, const FailedDraw& b) {
    return std::tie(a.sample, a.option) < std::tie(b.sample, b.option);
  });
  if (failures.size() > most_failures) failures.resize(most_failures);
}

}  // namespace critflow
