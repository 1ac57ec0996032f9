#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "critflow/base/fault.hpp"

namespace critflow {

/// Reads a table row by row: RFC 4180, with names in the first line. Before that line a file may
/// say `# separator=; decimal=,`; otherwise cells are parted by commas and numbers have a point.
///
///     CsvReader rows(text, "parameters/sales.csv", faults);
///     const int value = rows.column("value");
///     while (rows.next()) use(rows.number(value));
///
/// Rows with too few or too many cells are faults and are passed over. `text` must outlive the
/// reader, and the reader the texts of cells.
class CsvReader {
 public:
  CsvReader(std::string_view text, std::string file, std::vector<Fault>& faults);

  [[nodiscard]] const std::vector<std::string>& header() const { return header_; }
  /// Position of a column, or -1.
  [[nodiscard]] int column(std::string_view name) const;
  /// Position of a column; a fault and -1 where there is none.
  int require_column(std::string_view name);

  /// Goes to the next row; false at the end.
  [[nodiscard]] bool next();
  /// Line of the row, from 1.
  [[nodiscard]] int row() const { return row_; }
  [[nodiscard]] const std::string& file() const { return file_; }
  /// The text of a cell; empty where `column` is -1.
  [[nodiscard]] std::string_view cell(int column) const {
    return column < 0 ? std::string_view() : cells_[static_cast<std::size_t>(column)].text;
  }
  /// The number in a cell; a fault and nothing where there is none.
  std::optional<double> number(int column);
  /// The numbers in a cell, parted by single spaces; a fault and nothing where one is none.
  std::optional<std::vector<double>> numbers(int column);
  /// The whole number in a cell; a fault and nothing where there is none.
  std::optional<int> whole_number(int column);

  /// Whether all rows read so far were there: false where the first line, the number of cells or a
  /// quote was wrong.
  [[nodiscard]] bool whole() const { return whole_; }

  /// Adds a fault of this row, at a column (-1 = the row as a whole).
  void fault(int column, const std::string& where, const std::string& what,
             const std::string& value, const std::string& rule,
             const std::vector<std::string>& known = {});

 private:
  struct Cell {
    std::size_t start;  ///< byte of the text at which it begins, its quote included
    std::string_view text;
  };

  std::optional<double> number(int column, std::string_view text);
  void read_declaration();
  void read_header();
  [[nodiscard]] bool read_row();
  [[nodiscard]] std::string_view read_cell();
  [[nodiscard]] std::string_view read_quoted_cell();
  void skip_to_cell_end();
  [[nodiscard]] bool at_line_end() const;
  void skip_line_end();

  std::string_view text_;
  std::string file_;
  std::vector<Fault>& faults_;
  char separator_ = ',';
  char decimal_ = '.';
  std::vector<std::string> header_;
  std::size_t at_ = 0;  ///< next byte to be read
  int line_ = 1;        ///< of the next byte
  int row_ = 0;
  bool whole_ = true;
  std::vector<Cell> cells_;
  std::deque<std::string> unquoted_;  ///< cells that held doubled quotes
};

}  // namespace critflow
