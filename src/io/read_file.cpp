#include "read_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace critflow {

namespace {

[[noreturn]] void refuse(const std::string& name, const char* what, const std::string& value,
                         const char* rule) {
  throw InvalidValue({.where = "", .what = what, .value = value, .rule = rule, .file = name});
}

/// An open file that closes itself. A link, or a device that would wait, is not opened.
class OpenFile {
 public:
  explicit OpenFile(const std::filesystem::path& path)
      : handle_(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (handle_ >= 0) ::close(handle_);
  }

  [[nodiscard]] bool is_open() const { return handle_ >= 0; }
  [[nodiscard]] bool is_regular() const {
    struct stat status {};
    return ::fstat(handle_, &status) == 0 && S_ISREG(status.st_mode);
  }
  [[nodiscard]] ssize_t read(char* to, std::size_t size) const { return ::read(handle_, to, size); }

 private:
  int handle_;
};

}  // namespace

Fault too_large(const std::string& name) {
  return {.where = "",
          .what = "file too large",
          .value = "over 16 MiB",
          .rule = "be at most 16 MiB: split it",
          .file = name};
}

std::string read_file(const std::filesystem::path& path, const std::string& name) {
  const OpenFile file(path);
  if (!file.is_open()) refuse(name, "cannot be read", "", "exist, be readable and be no link");
  if (!file.is_regular()) refuse(name, "no regular file", "", "be a file");
  std::string text;
  std::size_t size = 0;
  for (ssize_t got = 1; got > 0; size += static_cast<std::size_t>(std::max<ssize_t>(got, 0))) {
    if (size > largest_file) throw InvalidValue(too_large(name));
    if (text.size() < size + 65536) text.resize(2 * size + 65536);
    got = file.read(text.data() + size, text.size() - size);
    if (got < 0) refuse(name, "cannot be read", "", "be readable");
  }
  text.resize(size);
  return text;
}

}  // namespace critflow
