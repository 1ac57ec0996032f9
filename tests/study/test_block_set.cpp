#include <doctest/doctest.h>

#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/study/block_set.hpp"

using namespace critflow;

namespace {

BlockSet some() {
  BlockSet blocks(BlockRange{2, 5});
  blocks.add(BlockRange{7, 8});
  return blocks;
}

}  // namespace

TEST_CASE("a block begun is a block") {
  CHECK(blocks_of(1024) == 1);
  CHECK(blocks_of(1025) == 2);
}

TEST_CASE("ranges that touch become one") {
  BlockSet blocks = some();
  CHECK(blocks.text() == "2-4,7");
  blocks.add(BlockRange{5, 7});
  CHECK(blocks.ranges() == std::vector<BlockRange>{{2, 8}});
  blocks.add(BlockRange{9, 9});
  CHECK(blocks.size() == 6);
}

TEST_CASE("what is missing of a range is what it lacks") {
  CHECK(some().missing({0, 10}).ranges() == std::vector<BlockRange>{{0, 2}, {5, 7}, {8, 10}});
  CHECK(some().missing({3, 4}).size() == 0);
  CHECK(some().missing({5, 6}).text() == "5");
  CHECK(some().meets(BlockSet({0, 3})));
  CHECK_FALSE(some().meets(BlockSet({5, 7})));
}

TEST_CASE("shares differ by one block and are together all of them") {
  BlockSet all;
  for (int k = 1; k <= 7; ++k) {
    const BlockRange share = share_of_blocks(k, 7, 100);
    CHECK((share.end - share.first == 14 || share.end - share.first == 15));
    CHECK_FALSE(all.meets(BlockSet(share)));
    all.add(share);
  }
  CHECK(all.text() == "0-99");
  CHECK_THROWS_AS(static_cast<void>(share_of_blocks(0, 7, 100)), InvalidValue);
  CHECK_THROWS_AS(static_cast<void>(share_of_blocks(8, 7, 100)), InvalidValue);
}
