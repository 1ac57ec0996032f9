#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/study/study_result.hpp"
#include "study/small_study.hpp"

using namespace critflow;

namespace {

StudyResult small_result() { return {small_shape(), small_part(small_shape(), {0, 1, 2})}; }

}  // namespace

TEST_CASE("a whole study tells the moments of every column and of the differences") {
  const StudyResult result = small_result();
  CHECK(result.moments().size() == 6);
  CHECK(result.differences().size() == 3);
  CHECK(result.moments()[0].count == small_shape().samples);
  CHECK(result.differences()[1].mean == doctest::Approx(0.25));
}

TEST_CASE("quantiles of a study are those of its rows") {
  std::vector<double> values;
  for (std::int64_t s = 0; s < small_shape().samples; ++s) values.push_back(small_value(s, 0, 1));
  const std::vector<double> asked{0.05, 0.5};
  CHECK(small_result().row_values(1) == values);
  CHECK(small_result().quantiles(1, asked) == exact_quantiles(values, asked));
}

TEST_CASE("a quantile that a sketch tells lies between the ends that were seen") {
  StudyShape shape = small_shape(false);
  shape.cells = 70'000;  // so many columns that their rows are not kept
  StudyPart part(shape);
  BlockValues values(shape, 0);
  std::fill(values.column(0).begin(), values.column(0).end(), 3.1);
  shape.samples = 1024;
  part.add(shape, values, {});
  const StudyResult result(shape, std::move(part));
  CHECK(result.quantiles(0, std::vector<double>{0.0, 0.5, 1.0}) ==
        std::vector<double>{3.1, 3.1, 3.1});
  CHECK(result.quantiles(1, std::vector<double>{0.5}).empty());
  CHECK_THROWS_AS(static_cast<void>(result.row_values(0)), InvalidValue);
}

TEST_CASE("a column that the study does not have is refused") {
  CHECK_THROWS_WITH_AS(static_cast<void>(small_result().quantiles(6, std::vector<double>{0.5})),
                       "study.column: not of the study: 6, must be below options times cells, 6",
                       InvalidValue);
  CHECK_THROWS_AS(static_cast<void>(small_result().row_values(6)), InvalidValue);
}

TEST_CASE("a study that is not whole is refused, and what is missing is named") {
  try {
    const StudyResult result(small_shape(), small_part(small_shape(), {0, 2}));
    FAIL("taken for whole");
  } catch (const InvalidValue& wrong) {
    CHECK(wrong.fault().value == "blocks 1 are missing");
  }
}
