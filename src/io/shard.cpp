#include "critflow/io/shard.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <boost/crc.hpp>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "part_bytes.hpp"

namespace critflow {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view title = "critflow shard, format 2\n";
constexpr const char* extension = ".shard";

std::uint32_t checksum(std::string_view bytes) {
  boost::crc_32_type crc;
  crc.process_bytes(bytes.data(), bytes.size());
  return crc.checksum();
}

std::string line(const std::string& name, const std::string& value) {
  return name + ": " + value + "\n";
}

[[noreturn]] void damaged(const std::string& file, const std::string& what,
                          const std::string& value, const std::string& rule) {
  throw InvalidValue({.where = "shard", .what = what, .value = value, .rule = rule, .file = file});
}

/// Without the checksum, which fits.
std::string_view checked(std::string_view bytes, const std::string& file) {
  if (!bytes.starts_with(title))
    damaged(file, "no shard", std::string(bytes.substr(0, title.size())),
            "begin with '" + std::string(title.substr(0, title.size() - 1)) + "'");
  std::uint32_t stated = 0;
  std::string_view rest = bytes.substr(0, bytes.size() - sizeof(stated));
  std::memcpy(&stated, bytes.data() + rest.size(), sizeof(stated));
  if (checksum(rest) != stated)
    damaged(file, "damaged", std::to_string(bytes.size()) + " bytes",
            "have the checksum it was written with; remove it and run again");
  return rest.substr(title.size());
}

/// The next line of the head, without it.
std::string_view next_line(std::string_view& rest) {
  const std::string_view one = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(std::min(rest.size(), one.size() + 1));
  return one;
}

void require_same(const StudyFacts& facts, std::string_view& rest, const std::string& file) {
  for (const auto& [name, value] : facts) {
    const std::string_view found = next_line(rest);
    const std::string_view told = found.substr(0, found.find(": "));
    if (told != name)
      damaged(file, "of another study", std::string(told), "tell its " + name + " here");
    if (const std::string other(found.substr(name.size() + 2)); other != value)
      damaged(file, "of another study", name + " " + other,
              "have the " + name + " of this study, " + value);
  }
}

/// Written to the disk itself, since a name that stands for it comes next.
void write_through(const fs::path& file, std::string_view bytes) {
  const auto fail = [&] {
    throw fs::filesystem_error("cannot write", file, {errno, std::generic_category()});
  };
  const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (opened < 0) fail();
  while (!bytes.empty()) {
    const ssize_t written = ::write(opened, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) break;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  const bool whole = bytes.empty() && ::fsync(opened) == 0;
  if (::close(opened) != 0 || !whole) fail();
}

std::string bytes_of(const fs::path& file) {
  std::ifstream opened(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(opened), {}};
}

}  // namespace

std::string shard_bytes(const StudyFacts& facts, const StudyPart& part) {
  std::string head(title);
  for (const auto& [name, value] : facts) head += line(name, value);
  head += line("blocks", part.blocks.text()) + "\n";
  ByteWriter bytes(std::move(head));
  put(bytes, part);
  bytes.put(checksum(bytes.bytes()));
  return std::move(bytes).bytes();
}

StudyPart shard_part(std::string_view bytes, const StudyFacts& facts, const StudyShape& shape,
                     const std::string& file) {
  std::string_view rest = checked(bytes, file);
  require_same(facts, rest, file);
  if (!next_line(rest).starts_with("blocks: ") || !next_line(rest).empty())
    damaged(file, "of another study", "more is told of it", "tell its blocks here");
  ByteReader numbers(rest, file);
  StudyPart part = get_part(numbers, shape);
  if (!numbers.at_end()) damaged(file, "too long", "more follows", "end with its numbers");
  return part;
}

void write_shard(const fs::path& folder, std::string_view bytes, const BlockSet& blocks) {
  fs::create_directories(folder);
  const fs::path file = folder / (blocks.text() + extension);
  fs::path begun = file;
  begun += ".begun";
  write_through(begun, bytes);
  fs::rename(begun, file);
}

StudyPart read_shards(const fs::path& folder, const StudyFacts& facts, const StudyShape& shape) {
  std::vector<fs::path> files;
  if (fs::exists(folder))
    for (const fs::directory_entry& one : fs::directory_iterator(folder))
      if (one.path().extension() == extension) files.push_back(one.path());
  std::sort(files.begin(), files.end());
  StudyPart all(shape);
  for (const fs::path& file : files) {
    StudyPart one = shard_part(bytes_of(file), facts, shape, file.filename().string());
    if (!all.blocks.meets(one.blocks)) all.add(std::move(one));
  }
  return all;
}

}  // namespace critflow
