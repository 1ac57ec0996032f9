#include "critflow/study/block_set.hpp"

#include <algorithm>

#include "critflow/base/fault.hpp"

namespace critflow {

BlockRange share_of_blocks(int k, int n, std::int64_t all) {
  if (!(1 <= k && k <= n))
    throw InvalidValue({"shard", "no share", std::to_string(k) + "/" + std::to_string(n),
                        "be k/n with k from 1 to n"});
  return {all * (k - 1) / n, all * k / n};
}

BlockSet::BlockSet(BlockRange range) { add(range); }

void BlockSet::add(BlockRange range) {
  if (range.first >= range.end) return;
  const auto first = std::find_if(ranges_.begin(), ranges_.end(),
                                  [&](const BlockRange& one) { return one.end >= range.first; });
  auto last = first;
  for (; last != ranges_.end() && last->first <= range.end; ++last) {
    range.first = std::min(range.first, last->first);
    range.end = std::max(range.end, last->end);
  }
  ranges_.insert(ranges_.erase(first, last), range);
}

void BlockSet::add(const BlockSet& other) {
  for (const BlockRange& one : other.ranges_) add(one);
}

std::int64_t BlockSet::size() const {
  std::int64_t sum = 0;
  for (const BlockRange& one : ranges_) sum += one.end - one.first;
  return sum;
}

bool BlockSet::meets(const BlockSet& other) const {
  return std::any_of(ranges_.begin(), ranges_.end(), [&](const BlockRange& one) {
    return other.missing(one).size() < one.end - one.first;
  });
}

BlockSet BlockSet::missing(BlockRange range) const {
  BlockSet absent;
  for (const BlockRange& one : ranges_) {
    if (one.end <= range.first) continue;
    absent.add({range.first, std::min(one.first, range.end)});
    range.first = std::max(range.first, one.end);
  }
  absent.add(range);
  return absent;
}

std::string BlockSet::text() const {
  std::string text;
  for (const BlockRange& one : ranges_) {
    if (!text.empty()) text += ",";
    text += std::to_string(one.first);
    if (one.end - one.first > 1) text += "-" + std::to_string(one.end - 1);
  }
  return text;
}

}  // namespace critflow
