#include "toml_scan.hpp"

#include <cstddef>
#include <utility>

#include "critflow/base/fault.hpp"
#include "text.hpp"

namespace critflow {

namespace {

constexpr int deepest = 32;
constexpr int most_keys = 1'000'000;

class DepthScan {
 public:
  DepthScan(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  void run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '#')
        skip_to("\n");
      else if (c == '"' || c == '\'')
        skip_string(c);
      else
        count(c);
      ++at_;
    }
  }

 private:
  void count(char c) {
    if (c == '.') {
      deepen(parts_, "key of too many parts");
    } else if (c == '[' || c == '{') {
      deepen(nesting_, "nested too deep");
    } else if (c == ']' || c == '}') {
      --nesting_;
    } else if (c == '=' && ++keys_ > most_keys) {
      refuse("too many keys", "hold at most 1000000");
    }
    if (c != '.' && std::string_view("=,[]{}\n").find(c) != std::string_view::npos) parts_ = 1;
  }

  void deepen(int& depth, const char* what) {
    if (++depth > deepest) refuse(what, "be at most 32 deep");
  }

  /// Leaves `at_` on the last character of the string, or at the end of the text.
  void skip_string(char quote) {
    const std::string triple(3, quote);
    if (text_.substr(at_, 3) == triple) {
      at_ += 3;
      while (at_ < text_.size() && text_.substr(at_, 3) != triple) skip_character(quote);
      at_ += 2;
    } else {
      ++at_;
      while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') skip_character(quote);
    }
  }

  /// Only strings in double quotes know escapes.
  void skip_character(char quote) { at_ += quote == '"' && text_[at_] == '\\' ? 2 : 1; }

  void skip_to(std::string_view end) {
    const std::size_t found = text_.find(end, at_);
    at_ = found == text_.npos ? text_.size() : found - 1;
  }

  [[noreturn]] void refuse(const char* what, const char* rule) const {
    const std::string_view before = text_.substr(0, at_);
    const std::size_t line_start = before.rfind('\n') + 1;
    int row = 1;
    for (const char c : before) row += c == '\n' ? 1 : 0;
    throw InvalidValue({.where = "",
                        .what = what,
                        .value = "",
                        .rule = rule,
                        .file = file_,
                        .row = row,
                        .column = column_of(before.substr(line_start), at_ - line_start)});
  }

  std::string_view text_;
  const std::string& file_;
  std::size_t at_ = 0;
  int parts_ = 1;
  int nesting_ = 0;
  int keys_ = 0;
};

}  // namespace

void require_shallow(std::string_view text, const std::string& file) {
  DepthScan(text, file).run();
}

}  // namespace critflow
