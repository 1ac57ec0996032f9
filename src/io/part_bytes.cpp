#include "part_bytes.hpp"

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

void put_sketch(ByteWriter& to, const QuantileSketch& sketch) {
  to.put(std::uint64_t{sketch.pages().size()});
  for (const auto& [number, counts] : sketch.pages()) {
    to.put(number);
    to.put(counts);
  }
}

void get_sketch(ByteReader& from, QuantileSketch& sketch) {
  for (std::size_t left = from.length(sizeof(QuantileSketch::Page)); left > 0; --left) {
    const auto number = from.get<int>();
    sketch.add(number, from.get<QuantileSketch::Page>());
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
