#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace critflow {

/// Samples are worked on in blocks of so many, aligned to the number of the sample: block b holds
/// the samples [b * block_size, (b + 1) * block_size) of every study. Results are put together
/// block by block, so the bytes do not depend on who computed which.
inline constexpr std::int64_t block_size = 1024;

/// Blocks that `samples` fill, the last perhaps in part.
[[nodiscard]] constexpr std::int64_t blocks_of(std::int64_t samples) {
  return (samples + block_size - 1) / block_size;
}

/// The blocks [first, end).
struct BlockRange {
  std::int64_t first = 0;
  std::int64_t end = 0;

  [[nodiscard]] bool operator==(const BlockRange&) const = default;
};

/// Share `k` of `n` of the blocks [0, all): shares differ by one block at most, and together are
/// all of them. k counts from 1.
/// @throws InvalidValue unless 1 <= k <= n
[[nodiscard]] BlockRange share_of_blocks(int k, int n, std::int64_t all);

/// Some blocks, as ranges that rise and do not touch.
class BlockSet {
 public:
  BlockSet() = default;
  explicit BlockSet(BlockRange range);

  void add(BlockRange range);
  void add(const BlockSet& other);

  [[nodiscard]] std::int64_t size() const;
  [[nodiscard]] bool meets(const BlockSet& other) const;
  /// The blocks of `range` that are not here.
  [[nodiscard]] BlockSet missing(BlockRange range) const;
  [[nodiscard]] const std::vector<BlockRange>& ranges() const { return ranges_; }
  /// `0-15,17`: the first and last block of each range.
  [[nodiscard]] std::string text() const;

  [[nodiscard]] bool operator==(const BlockSet&) const = default;

 private:
  std::vector<BlockRange> ranges_;
};

}  // namespace critflow
