#include "critflow/io/csv_reader.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "critflow/base/nearest_name.hpp"
#include "text.hpp"

namespace critflow {

namespace {

constexpr std::size_t most_columns = 1000;
/// Nobody reads on after so many, and finding what was meant takes time.
constexpr std::size_t most_faults = 1000;

/// The character after `key=` in a declaration, or `otherwise`.
char declared(std::string_view line, std::string_view key, char otherwise) {
  const std::size_t at = line.find(key);
  if (at == line.npos || at + key.size() >= line.size()) return otherwise;
  const std::string_view value = line.substr(at + key.size());
  return value.starts_with("tab") ? '\t' : value.front();
}

std::string rule_of_numbers(std::string_view text, char decimal) {
  if (decimal == ',') return "be a number such as 0,85";
  if (text.find(',') == text.npos) return "be a number such as 0.85";
  return "be a number such as 0.85; a decimal comma is declared by '# separator=; decimal=,'";
}

}  // namespace

CsvReader::CsvReader(std::string_view text, std::string file, std::vector<Fault>& faults)
    : text_(text), file_(std::move(file)), faults_(faults) {
  read_declaration();
  read_header();
}

void CsvReader::read_declaration() {
  if (!text_.starts_with('#')) return;
  const std::string_view line = text_.substr(0, text_.find('\n'));
  separator_ = declared(line, "separator=", ',');
  decimal_ = declared(line, "decimal=", '.');
  at_ = std::min(line.size() + 1, text_.size());
  line_ = 2;
  const bool known = std::string_view(",;\t").find(separator_) != std::string_view::npos &&
                     (decimal_ == '.' || decimal_ == ',') && separator_ != decimal_;
  if (known) return;
  faults_.push_back({.where = "",
                     .what = "unknown declaration",
                     .value = legible(line),
                     .rule = "be such as '# separator=; decimal=,'",
                     .file = file_,
                     .row = 1});
  separator_ = ',';
  decimal_ = '.';
}

void CsvReader::read_header() {
  if (!read_row()) {
    whole_ = false;
    faults_.push_back({.where = "",
                       .what = "empty table",
                       .value = "",
                       .rule = "begin with a line of column names",
                       .file = file_});
    return;
  }
  const bool other_separator =
      cells_.size() == 1 && separator_ == ',' && cell(0).find(';') != std::string_view::npos;
  whole_ = !other_separator;
  if (other_separator)
    return fault(-1, "", "separator is not declared", ";",
                 "begin with the line '# separator=; decimal=,'");
  for (const auto& [start, name] : cells_) {
    if (column(name) >= 0)
      fault(static_cast<int>(header_.size()), "", "column named twice", legible(name),
            "have a name of its own");
    header_.emplace_back(name);
  }
}

int CsvReader::column(std::string_view name) const {
  const auto found = std::ranges::find(header_, name);
  return found == header_.end() ? -1 : static_cast<int>(found - header_.begin());
}

int CsvReader::require_column(std::string_view name) {
  const int found = column(name);
  whole_ = whole_ && found >= 0;
  if (found < 0 && !header_.empty())
    faults_.push_back({.where = "",
                       .what = "column missing",
                       .value = std::string(name),
                       .rule = "be in the first line",
                       .file = file_,
                       .nearest = nearest_name(name, header_)});
  return found;
}

bool CsvReader::next() {
  while (!header_.empty() && read_row()) {
    if (faults_.size() > most_faults) {
      whole_ = false;
      return false;
    }
    if (cells_.size() == header_.size()) return true;
    whole_ = false;
    fault(-1, "", "wrong number of cells", std::to_string(cells_.size()),
          "have " + std::to_string(header_.size()) + " as the first line");
  }
  return false;
}

std::optional<double> CsvReader::number(int column) { return number(column, cell(column)); }

std::optional<std::vector<double>> CsvReader::numbers(int column) {
  std::vector<double> all;
  std::string_view rest = cell(column);
  while (!rest.empty()) {
    const std::size_t length = rest.find(' ');
    const auto one = number(column, rest.substr(0, length));
    if (!one) return {};
    all.push_back(*one);
    rest = length == rest.npos ? std::string_view() : rest.substr(length + 1);
  }
  return all;
}

std::optional<double> CsvReader::number(int column, std::string_view text) {
  const bool comma = decimal_ == ',';
  const bool mixed = comma && text.find('.') != text.npos;
  std::string with_point(comma ? text : std::string_view());
  std::ranges::replace(with_point, ',', '.');
  const std::string_view read = comma ? with_point : text;
  double value = 0.0;
  const auto [end, error] = std::from_chars(read.data(), read.data() + read.size(), value);
  const bool whole = end == read.data() + read.size() && !mixed;
  if (error == std::errc() && whole && std::isfinite(value)) return value;
  if (error == std::errc::result_out_of_range && whole)
    fault(column, "", "number out of range", legible(text), "be within 1e-300 and 1e300");
  else if (error == std::errc() && whole)
    fault(column, "", "not finite", legible(text), "be a finite number");
  else
    fault(column, "", text.empty() ? "empty" : "not a number", legible(text),
          rule_of_numbers(text, decimal_));
  return {};
}

std::optional<int> CsvReader::whole_number(int column) {
  const std::string_view text = cell(column);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) return value;
  fault(column, "", text.empty() ? "empty" : "not a whole number", legible(text),
        "be a number such as 2030");
  return {};
}

void CsvReader::fault(int column, const std::string& where, const std::string& what,
                      const std::string& value, const std::string& rule,
                      const std::vector<std::string>& known) {
  Fault found{
      .where = where, .what = what, .value = value, .rule = rule, .file = file_, .row = row_};
  if (column >= 0) {
    const std::size_t start = cells_[static_cast<std::size_t>(column)].start;
    const std::size_t line_start = text_.substr(0, start).rfind('\n') + 1;
    found.column = column_of(text_.substr(line_start), start - line_start);
  }
  found.nearest = nearest_name(value, known);
  faults_.push_back(std::move(found));
}

/// Reads the cells of the next line that holds any; false at the end of the text.
bool CsvReader::read_row() {
  cells_.clear();
  while (at_ < text_.size() && at_line_end()) skip_line_end();
  if (at_ >= text_.size()) return false;
  row_ = line_;
  for (bool more = true; more;) {
    const bool quoted = at_ < text_.size() && text_[at_] == '"';
    cells_.push_back({.start = at_, .text = {}});
    cells_.back().text = quoted ? read_quoted_cell() : read_cell();
    more = at_ < text_.size() && text_[at_] == separator_ && cells_.size() < most_columns;
    if (more) ++at_;
  }
  skip_line_end();
  return true;
}

std::string_view CsvReader::read_cell() {
  const std::size_t start = at_;
  skip_to_cell_end();
  if (at_ > start && text_[at_ - 1] == '\r' && (at_ == text_.size() || text_[at_] == '\n')) --at_;
  return text_.substr(start, at_ - start);
}

/// Two quotes inside a quoted cell stand for one.
std::string_view CsvReader::read_quoted_cell() {
  const std::size_t start = ++at_;
  bool doubled = false;
  for (; at_ < text_.size(); ++at_) {
    if (text_[at_] == '\n') ++line_;
    if (text_[at_] != '"') continue;
    if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
    doubled = true;
    ++at_;
  }
  std::string_view inside = text_.substr(start, at_ - start);
  whole_ = whole_ && at_ < text_.size();
  if (at_ >= text_.size())
    fault(static_cast<int>(cells_.size()) - 1, "", "quote is not closed", "", "end with a quote");
  else
    ++at_;
  if (doubled) {
    std::string& single = unquoted_.emplace_back(inside);
    for (std::size_t i = 0; (i = single.find("\"\"", i)) != single.npos; ++i) single.erase(i, 1);
    inside = single;
  }
  if (at_ < text_.size() && text_[at_] != separator_ && !at_line_end()) {
    fault(static_cast<int>(cells_.size()) - 1, "", "text after a closing quote",
          legible(text_.substr(at_, 1)), "double the quotes inside the cell");
    skip_to_cell_end();
  }
  return inside;
}

void CsvReader::skip_to_cell_end() {
  const auto ends = [separator = separator_](char c) { return c == separator || c == '\n'; };
  const auto end = std::find_if(text_.begin() + at_, text_.end(), ends);
  at_ = static_cast<std::size_t>(end - text_.begin());
}

bool CsvReader::at_line_end() const {
  return text_[at_] == '\n' || (text_[at_] == '\r' && text_.substr(at_, 2) == "\r\n");
}

void CsvReader::skip_line_end() {
  const std::size_t end = text_.find('\n', at_);
  at_ = end == text_.npos ? text_.size() : end + 1;
  ++line_;
}

}  // namespace critflow
