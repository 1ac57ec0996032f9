#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "critflow/base/fault.hpp"

namespace critflow {

static_assert(std::endian::native == std::endian::little, "bytes are those of such machines");

template <class T>
concept Plain = std::is_trivially_copyable_v<T>;

/// Puts values one after the other, vectors and texts with their length before them.
class ByteWriter {
 public:
  ByteWriter() = default;
  explicit ByteWriter(std::string before) : bytes_(std::move(before)) {}

  template <Plain T>
  void put(const T& value) {
    put_all(std::span(&value, 1));
  }
  template <Plain T>
  void put(const std::vector<T>& values) {
    put(std::uint64_t{values.size()});
    put_all(std::span(values));
  }
  void put(const std::string& text) {
    put(std::uint64_t{text.size()});
    bytes_ += text;
  }
  [[nodiscard]] const std::string& bytes() const& { return bytes_; }
  [[nodiscard]] std::string bytes() && { return std::move(bytes_); }

 private:
  template <Plain T>
  void put_all(std::span<const T> values) {
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
  }

  std::string bytes_;
};

/// Takes them back in the same order.
class ByteReader {
 public:
  /// @param where  what a fault calls the bytes
  ByteReader(std::string_view bytes, std::string where) : rest_(bytes), where_(std::move(where)) {}

  template <Plain T>
  void get(T& value) {
    take(&value, sizeof(T));
  }
  template <Plain T>
  void get(std::vector<T>& values) {
    values.resize(length(sizeof(T)));
    take(values.data(), values.size() * sizeof(T));
  }
  void get(std::string& text) {
    text.resize(length(1));
    take(text.data(), text.size());
  }
  template <class T>
  [[nodiscard]] T get() {
    T value{};
    get(value);
    return value;
  }
  /// How many things follow, each of this many bytes at least.
  [[nodiscard]] std::size_t length(std::size_t bytes_each) {
    const auto count = get<std::uint64_t>();
    if (count > rest_.size() / bytes_each) cut_short();
    return count;
  }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  void take(void* to, std::size_t bytes) {
    if (bytes > rest_.size()) cut_short();
    if (bytes > 0) std::memcpy(to, rest_.data(), bytes);
    rest_.remove_prefix(bytes);
  }
  [[noreturn]] void cut_short() const {
    throw InvalidValue(
        {where_, "cut short", std::to_string(rest_.size()) + " bytes left", "be a whole shard"});
  }

  std::string_view rest_;
  std::string where_;
};

}  // namespace critflow
