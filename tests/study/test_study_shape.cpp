#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

#include "study/small_study.hpp"

using namespace critflow;

TEST_CASE("rows are kept while they take no more than the memory stated") {
  StudyShape shape{.samples = 10'000, .options = 2, .cells = 2000};
  CHECK(shape.keeps_rows());
  shape.samples = 1'000'000;
  CHECK_FALSE(shape.keeps_rows());
  shape.all_rows = true;
  CHECK(shape.keeps_rows());
}

TEST_CASE("every pair of options has its place") {
  const StudyShape shape{.options = 4};
  std::vector<std::size_t> places;
  for (int first = 0; first < 4; ++first)
    for (int second = first + 1; second < 4; ++second) places.push_back(shape.pair(first, second));
  CHECK(places == std::vector<std::size_t>{0, 1, 2, 3, 4, 5});
  CHECK(shape.pairs() == 6);
}

TEST_CASE("the samples kept whole are spread evenly") {
  StudyShape shape{.samples = 1000, .paths = 4};
  CHECK(shape.path_samples() == std::vector<std::int64_t>{0, 250, 500, 750});
  shape.paths = 2000;
  CHECK(shape.path_samples().size() == 1000);
}

TEST_CASE("the last block holds what is left") {
  CHECK(BlockValues(small_shape(), 0).samples() == 1024);
  CHECK(BlockValues(small_shape(), 2).samples() == 100);
}
