#include "part_bytes.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <utility>

namespace critflow {

namespace {

void put_blocks(ByteWriter& to, const BlockSet& blocks) { to.put(blocks.ranges()); }

void get_blocks(ByteReader& from, BlockSet& blocks) {
  for (const BlockRange& one : from.get<std::vector<BlockRange>>()) blocks.add(one);
}

void put_moments(ByteWriter& to, const DyadicTree<std::vector<Moments>>& tree) {
  to.put(std::uint64_t{tree.nodes().size()});
  for (const auto& [first, node] : tree.nodes()) {
    to.put(DyadicRange{first >> node.first, node.first});
    to.put(node.second);
  }
}

void get_moments(ByteReader& from, DyadicTree<std::vector<Moments>>& tree) {
  for (std::size_t left = from.length(sizeof(DyadicRange)); left > 0; --left) {
    const auto range = from.get<DyadicRange>();
    tree.add(range, from.get<std::vector<Moments>>());
  }
}

using Page = QuantileSketch::Page;

template <class Count>
using Counts = std::array<Count, std::tuple_size_v<Page>>;

template <class Count>
void put_counts(ByteWriter& to, const Page& page) {
  Counts<Count> counts;
  std::ranges::transform(page, counts.begin(),
                         [](std::uint32_t count) { return static_cast<Count>(count); });
  to.put(sizeof(Count));
  to.put(counts);
}

template <class Count>
Page get_counts(ByteReader& from) {
  Page page;
  std::ranges::copy(from.get<Counts<Count>>(), page.begin());
  return page;
}

/// In as few bytes as the largest count needs: most of a sketch are small ones.
void put_page(ByteWriter& to, const Page& page) {
  const std::uint32_t most = std::ranges::max(page);
  if (most <= std::numeric_limits<std::uint8_t>::max()) return put_counts<std::uint8_t>(to, page);
  if (most <= std::numeric_limits<std::uint16_t>::max()) return put_counts<std::uint16_t>(to, page);
  put_counts<std::uint32_t>(to, page);
}

Page get_page(ByteReader& from) {
  const auto bytes = from.get<std::size_t>();
  return bytes == 1   ? get_counts<std::uint8_t>(from)
         : bytes == 2 ? get_counts<std::uint16_t>(from)
                      : get_counts<std::uint32_t>(from);
}

void put_sketch(ByteWriter& to, const QuantileSketch& sketch) {
  to.put(std::uint64_t{sketch.pages().size()});
  for (const auto& [number, page] : sketch.pages()) {
    to.put(number);
    put_page(to, page);
  }
}

void get_sketch(ByteReader& from, QuantileSketch& sketch) {
  for (std::size_t left = from.length(sizeof(Counts<std::uint8_t>)); left > 0; --left) {
    const auto number = from.get<int>();
    sketch.add(number, get_page(from));
  }
}

using Numbered = std::map<std::int64_t, std::vector<double>>;

void put_numbered(ByteWriter& to, const Numbered& all) {
  to.put(std::uint64_t{all.size()});
  for (const auto& [number, values] : all) {
    to.put(number);
    to.put(values);
  }
}

void get_numbered(ByteReader& from, Numbered& all) {
  for (std::size_t left = from.length(sizeof(std::int64_t)); left > 0; --left) {
    const auto number = from.get<std::int64_t>();
    from.get(all[number]);
  }
}

void put_failures(ByteWriter& to, const std::vector<FailedDraw>& failures) {
  to.put(std::uint64_t{failures.size()});
  for (const FailedDraw& one : failures) {
    to.put(one.sample);
    to.put(one.option);
    to.put(one.inputs);
    to.put(std::uint64_t{one.faults.size()});
    for (const std::string& fault : one.faults) to.put(fault);
  }
}

void get_failures(ByteReader& from, std::vector<FailedDraw>& failures) {
  failures.resize(from.length(sizeof(std::int64_t)));
  for (FailedDraw& one : failures) {
    from.get(one.sample);
    from.get(one.option);
    from.get(one.inputs);
    one.faults.resize(from.length(sizeof(std::uint64_t)));
    for (std::string& fault : one.faults) from.get(fault);
  }
}

}  // namespace

void put(ByteWriter& to, const StudyPart& part) {
  put_blocks(to, part.blocks);
  put_moments(to, part.moments);
  for (const QuantileSketch& one : part.sketches) put_sketch(to, one);
  put_numbered(to, part.rows);
  to.put(part.tests);
  to.put(part.pairs);
  put_numbered(to, part.paths);
  to.put(part.failed);
  put_failures(to, part.failures);
}

StudyPart get_part(ByteReader& from, const StudyShape& shape) {
  StudyPart part(shape);
  get_blocks(from, part.blocks);
  get_moments(from, part.moments);
  for (QuantileSketch& one : part.sketches) get_sketch(from, one);
  get_numbered(from, part.rows);
  from.get(part.tests);
  from.get(part.pairs);
  get_numbered(from, part.paths);
  from.get(part.failed);
  get_failures(from, part.failures);
  return part;
}

}  // namespace critflow
