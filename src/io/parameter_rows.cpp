#include "parameter_rows.hpp"

#include <algorithm>
#include <utility>

#include "critflow/base/nearest_name.hpp"
#include "critflow/scenario/item_lists.hpp"
#include "text.hpp"

namespace critflow {

namespace {

constexpr std::int64_t most_cells = 1'000'000;
constexpr int earliest_year = 1800;
constexpr int latest_year = 2200;

bool is_fixed_column(const std::string& name) {
  static const std::vector<std::string> fixed{"parameter", "year", "value",   "unit",
                                              "source",    "note", "evidence"};
  return std::ranges::find(fixed, name) != fixed.end();
}

}  // namespace

/// Cells over all dimensions but the cohort.
std::int64_t ParameterRows::cells_counted(const std::vector<const Axis*>& axes) {
  std::int64_t cells = 1;
  for (const Axis* axis : axes)
    if (!axis->by_cohort && cells <= most_cells) cells *= axis->size;
  return cells;
}

ParameterRows::Columns ParameterRows::columns_of(CsvReader& rows) {
  Columns columns{rows.require_column("parameter"), rows.column("year"),
                  rows.require_column("value"),     rows.require_column("unit"),
                  rows.require_column("source"),    rows.column("note"),
                  rows.column("evidence"),          {}};
  const std::vector<std::string> known = parameter_dimension_names(store_.description_);
  for (std::size_t i = 0; i < rows.header().size(); ++i) {
    const std::string& name = rows.header()[i];
    if (is_fixed_column(name)) continue;
    if (std::ranges::find(known, name) != known.end())
      columns.axes.emplace_back(static_cast<int>(i), &axis(name));
    else if (!pass_unknown_)
      rows.fault(static_cast<int>(i), "", "unknown column", legible(name),
                 "be a dimension or a column of the format", known);
  }
  return columns;
}

void ParameterRows::read(std::string_view text, const std::string& file) {
  CsvReader& rows = tables_.emplace_back(text, file, store_.faults_);
  const std::size_t faults_before = store_.faults_.size();
  const Columns columns = columns_of(rows);
  if (!rows.whole() || store_.faults_.size() > faults_before) {
    store_.whole_ = false;
    return;
  }
  while (true) {
    const std::size_t before = store_.faults_.size();
    if (!rows.next()) break;
    read_row(rows, columns);
    if (store_.faults_.size() > before)
      store_.broken_.insert(std::string(rows.cell(columns.parameter)));
  }
  store_.whole_ = store_.whole_ && rows.whole();
}

void ParameterRows::read_row(CsvReader& rows, const Columns& columns) {
  Group* group = group_of(rows, columns);
  if (group == nullptr) return;
  const std::int64_t cell = cell_of(rows, columns);
  if (cell < 0) return;
  const bool is_first = group->rows.empty();
  Row& row = group->rows.emplace_back();
  row.cell = cell;
  row.table = &rows;
  row.row = rows.row();
  row.unit = unit_of(rows, columns);
  const Measure measure = row.unit == nullptr ? Measure{} : row.unit->measure;
  if (is_first) group->measure = measure;
  group->mixed = group->mixed || measure != group->measure;
  row.given = rows.number(columns.value).value_or(1.0);
  row.unit_text = rows.cell(columns.unit);
  check_source(rows, columns.source, sources_);
  row.source = rows.cell(columns.source);
  row.note = rows.cell(columns.note);
  row.year = year_of(rows, columns);
  row.evidence = read_evidence(rows, columns);
}

/// The year of a row; 0 where it has none.
int ParameterRows::year_of(CsvReader& rows, const Columns& columns) {
  if (rows.cell(columns.year).empty()) return 0;
  const int year = rows.whole_number(columns.year).value_or(earliest_year);
  if (year < earliest_year || year > latest_year)
    rows.fault(columns.year, "", "year out of range", std::to_string(year),
               "lie within 1800 and 2200");
  return year;
}

Evidence ParameterRows::read_evidence(CsvReader& rows, const Columns& columns) {
  try {
    return evidence_of(rows.cell(columns.evidence), rows.cell(columns.source));
  } catch (const InvalidValue& refused) {
    rows.fault(columns.evidence, "", refused.fault().what, refused.fault().value,
               refused.fault().rule);
    store_.faults_.back().nearest = refused.fault().nearest;
  }
  return Evidence::assumption;
}

const ParameterRows::Axis& ParameterRows::axis(const std::string& name) {
  const auto [found, is_new] = axes_.try_emplace(name);
  Axis& axis = found->second;
  if (!is_new) return axis;
  axis.dimension = parameter_dimension(store_.description_, name);
  axis.by_cohort = name == "cohort";
  axis.size = axis.by_cohort ? cohort_years : std::ssize(axis.dimension.items);
  for (std::size_t i = 0; i < axis.dimension.items.size(); ++i)
    axis.positions[axis.dimension.items[i]] = static_cast<int>(i);
  return axis;
}

/// The group of the row's parameter; its first row decides the dimensions.
ParameterRows::Group* ParameterRows::group_of(CsvReader& rows, const Columns& columns) {
  const std::string name(rows.cell(columns.parameter));
  if (const auto found = groups_.find(name); found != groups_.end()) {
    if (fills(rows, columns, found->second.axes)) return &found->second;
    rows.fault(-1, name, "dimensions differ from its other rows", "",
               "fill the same dimension columns in every row");
    return nullptr;
  }
  Group group;
  for (const auto& [column, axis] : columns.axes)
    if (!rows.cell(column).empty()) group.axes.push_back(axis);
  if (cells_counted(group.axes) > most_cells) {
    rows.fault(-1, name, "too many cells", "over 1000000", "have at most a million");
    return nullptr;
  }
  order_.push_back(name);
  return &groups_.emplace(name, std::move(group)).first->second;
}

/// Whether the row fills the columns of these axes, in their order, and no others.
bool ParameterRows::fills(const CsvReader& rows, const Columns& columns,
                          const std::vector<const Axis*>& axes) {
  std::size_t filled = 0;
  for (const auto& [column, axis] : columns.axes) {
    if (rows.cell(column).empty()) continue;
    if (filled == axes.size() || axes[filled] != axis) return false;
    ++filled;
  }
  return filled == axes.size();
}

std::int64_t ParameterRows::cell_of(CsvReader& rows, const Columns& columns) {
  std::int64_t cell = 0;
  for (const auto& [column, axis] : columns.axes) {
    if (rows.cell(column).empty()) continue;
    const int item = item_of(rows, column, *axis);
    if (item < 0) return -1;
    cell = cell * axis->size + item;
  }
  return cell;
}

int ParameterRows::item_of(CsvReader& rows, int column, const Axis& axis) {
  if (axis.by_cohort) {
    const int year = rows.whole_number(column).value_or(-1);
    if (year < earliest_year || year > latest_year) return -1;
    return year;
  }
  const auto found = axis.positions.find(rows.cell(column));
  if (found != axis.positions.end()) return found->second;
  if (!pass_unknown_)
    rows.fault(column, std::string(rows.cell(0)), "unknown item", legible(rows.cell(column)),
               "be an item of " + axis.dimension.name, axis.dimension.items);
  return -1;
}

/// The unit of a row; null where it cannot be read.
const Unit* ParameterRows::unit_of(CsvReader& rows, const Columns& columns) {
  const std::string text(rows.cell(columns.unit));
  if (const auto known = units_.find(text); known != units_.end()) return &known->second;
  try {
    return &units_.emplace(text, parse_unit(text)).first->second;
  } catch (const InvalidValue& refused) {
    rows.fault(columns.unit, std::string(rows.cell(columns.parameter)), refused.fault().what,
               legible(text), refused.fault().rule);
    store_.faults_.back().nearest = refused.fault().nearest;
  }
  return nullptr;
}

}  // namespace critflow
