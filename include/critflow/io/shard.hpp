#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "critflow/study/study_part.hpp"

namespace critflow {

/// What a study is, as names and values: systems by their hashes, samples, seed, cells. Parts with
/// the same facts belong together. Neither holds a line break or `: `.
using StudyFacts = std::vector<std::pair<std::string, std::string>>;

/// Part of a study as bytes: a readable head with the facts and the blocks, the numbers as they
/// lie in memory of a little-endian machine, and a CRC-32 of it all.
[[nodiscard]] std::string shard_bytes(const StudyFacts& facts, const StudyPart& part);

/// The part back from its bytes.
/// @param file  what a fault calls them
/// @throws InvalidValue where they are damaged, or a fact is not that of this study
[[nodiscard]] StudyPart shard_part(std::string_view bytes, const StudyFacts& facts,
                                   const StudyShape& shape, const std::string& file);

/// Writes the bytes of a part into a folder, which is made where it is not there: under another
/// name first, so that a file with the name of a shard is whole, whenever the machine stops.
/// @throws std::filesystem::filesystem_error
void write_shard(const std::filesystem::path& folder, std::string_view bytes,
                 const BlockSet& blocks);

/// All shards of a folder as one part; empty where there is no folder. A shard that overlaps with
/// those before it by name is left out: what it has besides is as good as missing.
/// @throws InvalidValue as `shard_part`
[[nodiscard]] StudyPart read_shards(const std::filesystem::path& folder, const StudyFacts& facts,
                                    const StudyShape& shape);

}  // namespace critflow
