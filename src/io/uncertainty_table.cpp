#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "critflow/base/unit.hpp"
#include "side_tables.hpp"
#include "text.hpp"

namespace critflow {

namespace {

class UncertaintyReader {
 public:
  UncertaintyReader(CsvReader& rows, const SystemParts& parts, const Sources& sources)
      : rows_(rows), parts_(parts), sources_(sources) {
    parameter_ = rows.require_column("parameter");
    distribution_ = rows.require_column("distribution");
    unit_ = rows.require_column("unit");
    source_ = rows.require_column("source");
    note_ = rows.column("note");
    values_ = rows.column("values");
    weights_ = rows.column("weights");
    over_ = rows.column("over");
    numbers_ = {rows.require_column("first"), rows.require_column("second"), rows.column("third")};
    dimensions_ = dimension_columns(rows, parts,
                                    {"parameter", "distribution", "first", "second", "third",
                                     "values", "weights", "over", "unit", "source", "note"});
  }

  [[nodiscard]] bool can_read() const {
    return std::min({parameter_, distribution_, unit_, source_, numbers_[0], numbers_[1]}) >= 0;
  }

  /// Throws what cannot be read at `column_`; other faults are added.
  [[nodiscard]] Uncertainty read() {
    Uncertainty row{
        .parameter = std::string(rows_.cell(parameter_)), .file = rows_.file(), .row = rows_.row()};
    row.place = place_of(rows_, dimensions_, parts_);
    row.source = read_source(rows_, source_, sources_);
    row.note = std::string(rows_.cell(note_));
    const Parameter* parameter = parameter_of(row);
    column_ = distribution_;
    row.shape = uncertainty_shape_named(std::string(rows_.cell(distribution_)));
    read_numbers(row);
    read_over(row, parameter);
    column_ = unit_;
    row.factor = rows_.cell(unit_) == "factor";
    if (!row.factor && row.shape != UncertaintyShape::dirichlet && parameter != nullptr)
      convert(row, *parameter);
    return row;
  }

  [[nodiscard]] int column() const { return column_; }

 private:
  const Parameter* parameter_of(const Uncertainty& row) {
    const auto found = std::ranges::find(parts_.parameters, row.parameter, &Parameter::name);
    column_ = parameter_;
    if (found != parts_.parameters.end()) {
      if (found->cells_at(row.place).empty())
        rows_.fault(parameter_, row.parameter, "matches nothing", row.place.text(),
                    "match a cell with a value");
      return &*found;
    }
    std::vector<std::string> known;
    for (const Parameter& parameter : parts_.parameters) known.push_back(parameter.name());
    rows_.fault(parameter_, "", "unknown parameter", legible(row.parameter),
                "be a parameter of the system", known);
    return nullptr;
  }

  void read_numbers(Uncertainty& row) {
    const std::size_t wanted = uncertainty_numbers(row.shape).size();
    bool complete = true;
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      column_ = numbers_[i];
      if (i >= wanted) {
        if (!rows_.cell(column_).empty())
          rows_.fault(column_, "", "one number too many", legible(rows_.cell(column_)), "be empty");
      } else if (const auto number = rows_.number(column_)) {
        row.numbers.push_back(*number);
      } else {
        complete = false;
      }
    }
    column_ = numbers_[0];
    if (takes_values(row.shape)) complete = read_values(row);
    if (complete) require_uncertainty_numbers(row.shape, row.numbers, row.weights);
  }

  /// Whether all could be read.
  bool read_values(Uncertainty& row) {
    const auto values = rows_.numbers(values_);
    const auto weights = rows_.numbers(weights_);
    row.numbers = values.value_or(std::vector<double>());
    row.weights = weights.value_or(std::vector<double>());
    column_ = values_;
    return values && weights;
  }

  void read_over(Uncertainty& row, const Parameter* parameter) {
    if (row.shape != UncertaintyShape::dirichlet || parameter == nullptr) return;
    row.over = std::string(rows_.cell(over_));
    std::vector<std::string> open;
    for (const Dimension& dimension : parameter->shape.dimensions)
      if (row.place.item(dimension.name).empty()) open.push_back(dimension.name);
    if (std::ranges::find(open, row.over) == open.end())
      rows_.fault(over_, parameter->name(), "shares of no dimension", legible(row.over),
                  "be a dimension of the parameter that the row leaves open", open);
    if (rows_.cell(unit_) != "factor")
      rows_.fault(unit_, "", "unit of the wrong kind", legible(rows_.cell(unit_)), "be factor");
  }

  void convert(Uncertainty& row, const Parameter& parameter) {
    const std::string text(rows_.cell(unit_));
    const Unit unit = parse_unit(text);
    if (canonical_unit(unit.measure) != parameter.unit)
      throw InvalidValue({.where = parameter.name(),
                          .what = "unit of the wrong kind",
                          .value = text,
                          .rule = "be factor, or measure " + parameter.unit});
    for (double& number : row.numbers) number *= unit.factor;
  }

  CsvReader& rows_;
  const SystemParts& parts_;
  const Sources& sources_;
  int parameter_, distribution_, unit_, source_, note_;
  int values_ = -1, weights_ = -1, over_ = -1;
  std::array<int, 3> numbers_{};
  std::vector<int> dimensions_;
  int column_ = -1;
};

}  // namespace

std::vector<Uncertainty> read_uncertainty(std::string_view text, const SystemParts& parts,
                                          const Sources& sources, std::vector<Fault>& faults) {
  std::vector<Uncertainty> all;
  CsvReader rows(text, "uncertainty.csv", faults);
  UncertaintyReader reader(rows, parts, sources);
  while (reader.can_read() && rows.next()) {
    try {
      all.push_back(reader.read());
      const auto same = std::ranges::find(all, all.back().name(), &Uncertainty::name);
      if (same != std::prev(all.end()))
        rows.fault(-1, all.back().name(), "given twice", "", "stand in one row");
    } catch (const InvalidValue& refused) {
      const Fault& fault = refused.fault();
      rows.fault(reader.column(), fault.where, fault.what, fault.value, fault.rule);
      faults.back().nearest = fault.nearest;
    }
  }
  return all;
}

}  // namespace critflow
