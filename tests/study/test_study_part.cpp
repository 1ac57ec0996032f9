#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "study/small_study.hpp"

using namespace critflow;

namespace {

/// Of all samples, counted one by one.
template <class Holds>
std::int64_t count(const StudyShape& shape, Holds holds) {
  std::int64_t found = 0;
  for (std::int64_t sample = 0; sample < shape.samples; ++sample) found += holds(sample);
  return found;
}

StudyPart whole(const StudyShape& shape) { return small_part(shape, {0, 1, 2}); }

}  // namespace

TEST_CASE("a test is counted where it could be made, and one that another suffices for is met") {
  StudyShape shape = small_shape();
  const auto third = [](std::int64_t sample) { return small_value(sample, 0, 2); };
  const std::int64_t known = count(shape, [](std::int64_t s) { return s % 5 != 0; });
  CHECK(whole(shape).tests[1].tested == known);
  CHECK(whole(shape).tests[1].met ==
        count(shape, [&](std::int64_t s) { return s % 5 != 0 && third(s) >= 0.9; }));
  shape.tests[1].alternatives = {0};
  const auto either = [&](std::int64_t s) {
    return (s % 5 != 0 && third(s) >= 0.9) || small_value(s, 0, 1) >= 0.5;
  };
  CHECK(whole(shape).tests[1].met == count(shape, either));
  CHECK(whole(shape).tests[1].tested ==
        count(shape, [&](std::int64_t s) { return s % 5 != 0 || either(s); }));
}

TEST_CASE("options are compared sample by sample, where both have a value") {
  const StudyShape shape = small_shape();
  const StudyPart part = whole(shape);
  CHECK(part.pairs[0].compared == shape.samples - 1);
  CHECK(part.pairs[0].lower == shape.samples - 1);
  CHECK(part.pairs[0].higher == 0);
  CHECK(part.pairs[2].compared ==
        count(shape, [](std::int64_t s) { return s % 5 != 0 && s != 7; }));
}

TEST_CASE("the difference of two options has the spread of the difference") {
  const StudyShape shape = small_shape();
  const Moments difference = (*whole(shape).moments.total())[shape.columns()];
  CHECK(difference.count == shape.samples - 1);
  CHECK(difference.mean == doctest::Approx(0.25).epsilon(1e-14));
  CHECK(difference.sd() < 1e-15);
}

TEST_CASE("paths hold every cell of their samples") {
  const StudyShape shape = small_shape();
  const StudyPart part = whole(shape);
  CHECK(part.paths.size() == 5);
  for (const std::int64_t sample : shape.path_samples()) {
    const std::vector<double>& path = part.paths.at(sample);
    CHECK(path.size() == shape.columns());
    CHECK(path[4] == small_value(sample, 1, 1));
  }
}

TEST_CASE("a failed draw is kept with its inputs, and the rest stand") {
  const StudyPart part = whole(small_shape());
  CHECK(part.failed == 1);
  CHECK(part.failures.front().sample == 7);
  CHECK(part.failures.front().inputs == std::vector<double>{1.5, 2.5});
  CHECK((*part.moments.total())[3].count == small_shape().samples - 1);
}

TEST_CASE("of many failed draws those of the lowest samples are kept, and all are counted") {
  const StudyShape shape = small_shape();
  const auto failing = [&](std::int64_t block) {
    StudyPart part(shape);
    std::vector<FailedDraw> failures;
    for (int i = 0; i < 80; ++i) failures.push_back({.sample = block * block_size + i});
    part.add(shape, small_block(shape, block), failures);
    return part;
  };
  StudyPart part = failing(1);
  part.add(failing(0));
  CHECK(part.failed == 160);
  CHECK(part.failures.size() == StudyPart::most_failures);
  CHECK(part.failures.front().sample == 0);
  CHECK(part.failures.back().sample == block_size + 19);
}

TEST_CASE("rows or sketches tell the same quantiles, to the error of the sketch") {
  const StudyPart rows = whole(small_shape(true));
  CHECK(rows.sketches.empty());
  CHECK(rows.rows.size() == 3);
  StudyShape large = small_shape(false);
  large.samples = std::int64_t{1} << 40;  // too many to keep; three blocks of them are looked at
  const StudyPart counted = small_part(large, {0, 1});
  CHECK(counted.rows.empty());
  std::vector<double> values;
  for (std::int64_t s = 0; s < 2 * block_size; ++s) values.push_back(small_value(s, 0, 1));
  const std::vector<double> asked{0.05, 0.5, 0.95};
  const std::vector<double> exact = exact_quantiles(values, asked);
  const std::vector<double> told = counted.sketches[1].quantiles(asked);
  for (std::size_t i = 0; i < asked.size(); ++i)
    CHECK(told[i] == doctest::Approx(exact[i]).epsilon(QuantileSketch::relative_error));
}
