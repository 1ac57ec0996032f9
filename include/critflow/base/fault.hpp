#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace critflow {

/// One thing that is wrong, in the order in which a reader mends it. The same struct everywhere:
/// from a bad shape parameter to a bad row of a spreadsheet.
struct Fault {
  std::string where;      ///< dotted path of the thing, e.g. `recycling.yield[lithium]`
  std::string what;       ///< what is wrong, in three words
  std::string value;      ///< as it was given
  std::string rule;       ///< completes the sentence "must ..."
  std::string file{};     ///< file inside the scenario folder; empty where there is none
  int row = 0;            ///< line in that file, from 1; 0 = not known
  int column = 0;         ///< column in that line, from 1; 0 = not known
  std::string nearest{};  ///< the known name that was perhaps meant; empty = none is near

  /// `file:row:column: where: what: value, must rule; did you mean 'nearest'?`
  [[nodiscard]] std::string text() const;

  [[nodiscard]] bool operator==(const Fault&) const = default;
};

/// A value outside its domain, given in code. The facts stay readable as a field.
class InvalidValue : public std::invalid_argument {
 public:
  explicit InvalidValue(Fault fault);
  [[nodiscard]] const Fault& fault() const noexcept { return fault_; }

 private:
  Fault fault_;
};

/// Everything that is wrong with a model or a folder, found in one pass.
class ModelFaults : public std::runtime_error {
 public:
  explicit ModelFaults(std::vector<Fault> faults);
  [[nodiscard]] const std::vector<Fault>& faults() const noexcept { return faults_; }

 private:
  std::vector<Fault> faults_;
};

/// `value` as a reader would write it: the shortest text that reads back to the same number.
[[nodiscard]] std::string shown(double value);

/// `value`, if it is finite and above zero.
/// @throws InvalidValue naming `where`
double require_positive(double value, std::string_view where);

/// `value`, if it is finite and not below zero.
/// @throws InvalidValue naming `where`
double require_not_negative(double value, std::string_view where);

/// `value`, if it is finite.
/// @throws InvalidValue naming `where`
double require_finite(double value, std::string_view where);

}  // namespace critflow
