#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "critflow/io/csv_reader.hpp"
#include "critflow/scenario/origin.hpp"
#include "critflow/scenario/system_parts.hpp"

namespace critflow {

/// The citations of a folder and of the package, by key.
class Sources {
 public:
  /// Reads a table of `key,citation,licence,link`.
  void read(std::string_view text, const std::string& file, std::vector<Fault>& faults);

  /// Whether rows may name `key`: a citation, or the word `assumption`.
  [[nodiscard]] bool knows(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> keys() const;
  [[nodiscard]] const std::vector<Citation>& citations() const { return citations_; }

 private:
  std::vector<Citation> citations_;
  std::set<std::string, std::less<>> keys_{"assumption"};
};

/// A fault where the source in a column of a row is missing or unknown.
void check_source(CsvReader& rows, int column, const Sources& sources);

/// The source in a column of a row, checked.
std::string read_source(CsvReader& rows, int column, const Sources& sources);

/// What `evidence` says, or what `source` implies where it says nothing.
/// @throws InvalidValue where the word is unknown
[[nodiscard]] Evidence evidence_of(std::string_view evidence, std::string_view source);

}  // namespace critflow
