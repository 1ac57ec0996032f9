#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/io/shard.hpp"
#include "study/small_study.hpp"

using namespace critflow;

namespace {

namespace fs = std::filesystem;

const StudyFacts facts{{"samples", "2148"}, {"seed", "1"}, {"option 0", "reference, none"}};

std::string bytes_of(const std::vector<std::int64_t>& blocks) {
  return shard_bytes(facts, small_part(small_shape(), blocks));
}

StudyPart part_of(const std::string& bytes, const StudyFacts& expected = facts) {
  return shard_part(bytes, expected, small_shape(), "one.shard");
}

std::string refusal(const std::string& bytes, const StudyFacts& expected = facts) {
  try {
    static_cast<void>(part_of(bytes, expected));
  } catch (const InvalidValue& wrong) {
    return wrong.fault().text();
  }
  return "";
}

/// A folder of its own, away again at the end.
class Folder {
 public:
  Folder() { fs::remove_all(path); }
  ~Folder() { fs::remove_all(path); }
  void write(const std::vector<std::int64_t>& blocks) const {
    const StudyPart part = small_part(small_shape(), blocks);
    write_shard(path, shard_bytes(facts, part), part.blocks);
  }
  [[nodiscard]] StudyPart read() const { return read_shards(path, facts, small_shape()); }

  const fs::path path = fs::temp_directory_path() / "critflow-test-shards" / "study";
};

}  // namespace

TEST_CASE("a part comes back from its bytes as it was") {
  const std::string bytes = bytes_of({0, 1, 2});
  CHECK(shard_bytes(facts, part_of(bytes)) == bytes);
  CHECK(part_of(bytes).failures.front().faults == std::vector<std::string>{"no balance"});
}

TEST_CASE("parts give the same bytes in whatever order and by whomever they are put together") {
  const std::string whole = bytes_of({0, 1, 2});
  std::vector<std::int64_t> blocks{0, 1, 2};
  do {
    CHECK(bytes_of(blocks) == whole);
    StudyPart part = part_of(bytes_of({blocks[2]}));
    part.add(part_of(bytes_of({blocks[0], blocks[1]})));
    CHECK(shard_bytes(facts, part) == whole);
  } while (std::next_permutation(blocks.begin(), blocks.end()));
}

TEST_CASE("sketches come back from their bytes as well") {
  StudyShape shape = small_shape(false);
  shape.samples = std::int64_t{1} << 40;
  const std::string bytes = shard_bytes(facts, small_part(shape, {0, 1}));
  CHECK(shard_bytes(facts, shard_part(bytes, facts, shape, "one.shard")) == bytes);
}

TEST_CASE("counts of any size come back, and small ones take a byte each") {
  const StudyShape shape{.samples = std::int64_t{1} << 30, .cells = 1};
  StudyPart part(shape);
  REQUIRE(part.sketches.size() == 1);
  for (const auto& [value, times] : {std::pair{1.0, 200}, {2.0, 300}, {4.0, 70'000}}) {
    const std::string before = shard_bytes(facts, part);
    part.sketches[0].add(std::vector<double>(static_cast<std::size_t>(times), value));
    const std::string bytes = shard_bytes(facts, part);
    const StudyPart back = shard_part(bytes, facts, shape, "one.shard");
    CHECK(back.sketches == part.sketches);
    const std::size_t each = times < 256 ? 1 : times < 65'536 ? 2 : 4;
    CHECK(bytes.size() - before.size() < (each + 1) * QuantileSketch::bins_of_a_doubling);
  }
}

TEST_CASE("a byte that changed on the disk is seen, and so is one that is missing") {
  const std::string bytes = bytes_of({0});
  for (std::size_t i = 30; i < bytes.size(); i += 997) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    CHECK(refusal(damaged).find("damaged") != std::string::npos);
  }
  CHECK(refusal(bytes.substr(0, bytes.size() - 1)).find("damaged") != std::string::npos);
  CHECK(refusal("text").find("no shard") != std::string::npos);
  CHECK(refusal("").find("no shard") != std::string::npos);
}

TEST_CASE("a shard of another study is refused, and the fact that differs is named") {
  StudyFacts other = facts;
  other[1].second = "2";
  CHECK(refusal(bytes_of({0}), other) ==
        "one.shard: shard: of another study: seed 1, must have the seed of this study, 2");
  other = facts;
  other.emplace_back("option 1", "high, none");
  CHECK(refusal(bytes_of({0}), other) ==
        "one.shard: shard: of another study: blocks, must tell its option 1 here");
}

TEST_CASE("a folder of shards is one part, and shows what is missing") {
  const Folder folder;
  CHECK(folder.read().blocks.size() == 0);
  folder.write({2});
  folder.write({0});
  CHECK(folder.read().blocks.missing({0, 3}).text() == "1");
  folder.write({1});
  CHECK(shard_bytes(facts, folder.read()) == bytes_of({0, 1, 2}));
}

TEST_CASE("of shards that overlap one is taken") {
  const Folder folder;
  folder.write({0, 1});
  folder.write({1, 2});
  folder.write({2});
  CHECK(shard_bytes(facts, folder.read()) == bytes_of({0, 1, 2}));
}

TEST_CASE("a file that was begun and not finished is not looked at") {
  const Folder folder;
  folder.write({0});
  std::ofstream(folder.path / "1.shard.begun") << "half";
  CHECK(folder.read().blocks.text() == "0");
}
