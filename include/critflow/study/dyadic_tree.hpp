#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>

namespace critflow {

/// Part of a tree over the numbers 0, 1, 2, ...: the numbers [index * 2^level, ... + 2^level).
struct DyadicRange {
  std::int64_t index = 0;
  int level = 0;

  [[nodiscard]] std::int64_t first() const { return index << level; }
  [[nodiscard]] std::int64_t end() const { return (index + 1) << level; }
};

/// Values numbered 0, 1, 2, ... and merged two by two in a tree that the numbers alone decide, as a
/// binary counter carries: 0 with 1, 2 with 3, then both pairs. They may come in any order, in any
/// number of trees that are put together later: what is merged with what stays the same, and so do
/// the bits of a sum. Of n values in a row at most 2 log2 n are held.
///
/// `merged(before, after)` is found by its argument's namespace.
template <class Value>
class DyadicTree {
 public:
  using Nodes = std::map<std::int64_t, std::pair<int, Value>>;  ///< by first number: level, value

  void add(std::int64_t number, Value value) { add({number, 0}, std::move(value)); }

  /// @throws std::logic_error where a number of the range is there already
  void add(DyadicRange range, Value value) {
    require_free(range);
    for (auto sibling = sibling_of(range); sibling != nodes_.end(); sibling = sibling_of(range)) {
      const bool comes_after = sibling->first < range.first();
      value = comes_after ? merged(sibling->second.second, value)
                          : merged(value, sibling->second.second);
      nodes_.erase(sibling);
      range = {range.index >> 1, range.level + 1};
    }
    nodes_.emplace(range.first(), std::pair(range.level, std::move(value)));
  }

  void add(DyadicTree other) {
    for (auto& [first, node] : other.nodes_)
      add({first >> node.first, node.first}, std::move(node.second));
  }

  /// All of it as one, from the last, smallest part to the first; nothing where nothing is there.
  /// The same for the same numbers.
  [[nodiscard]] std::optional<Value> total() const {
    std::optional<Value> sum;
    for (auto node = nodes_.rbegin(); node != nodes_.rend(); ++node)
      sum = sum ? merged(node->second.second, *sum) : node->second.second;
    return sum;
  }

  [[nodiscard]] const Nodes& nodes() const { return nodes_; }

 private:
  [[nodiscard]] typename Nodes::iterator sibling_of(const DyadicRange& range) {
    const auto found = nodes_.find((range.index ^ 1) << range.level);
    return found != nodes_.end() && found->second.first == range.level ? found : nodes_.end();
  }
  void require_free(const DyadicRange& range) const {
    const auto after = nodes_.lower_bound(range.end());
    if (after == nodes_.begin()) return;
    const auto& [first, node] = *std::prev(after);
    if (first + (std::int64_t{1} << node.first) > range.first())
      throw std::logic_error("a block is added twice");
  }

  Nodes nodes_;
};

}  // namespace critflow
