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
std::int64_t ParameterRows::cells_counted(const Dimensions& dimensions) {
  std::int64_t cells = 1;
  for (const Dimension& dimension : dimensions)
    if (dimension.name != "cohort" && cells <= most_cells) cells *= items_counted(dimension);
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
      columns.dimensions.push_back(static_cast<int>(i));
    else if (!pass_unknown_)
      rows.fault(static_cast<int>(i), "", "unknown column", legible(name),
                 "be a dimension or a column of the format", known);
  }
  return columns;
}

void ParameterRows::read(std::string_view text, const std::string& file) {
  CsvReader rows(text, file, store_.faults_);
  const std::size_t faults_before = store_.faults_.size();
  const Columns columns = columns_of(rows);
  if (!rows.whole() || store_.faults_.size() > faults_before) {
    store_.whole_ = false;
    return;
  }
  files_.push_back(file);
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
  const std::int64_t cell = cell_of(rows, columns, *group);
  if (cell < 0) return;
  Row row{.cell = cell,
          .year = 0,
          .file = static_cast<int>(files_.size()) - 1,
          .unit = unit_of(rows, columns),
          .value = 0,
          .origin = {}};
  Origin& origin = row.origin;
  origin.row = rows.row();
  origin.given = rows.number(columns.value).value_or(1.0);
  origin.unit = std::string(rows.cell(columns.unit));
  origin.source = read_source(rows, columns.source, sources_);
  origin.note = std::string(rows.cell(columns.note));
  row.value = row.unit == nullptr ? origin.given : origin.given * row.unit->factor;
  const Measure measure = row.unit == nullptr ? Measure{} : row.unit->measure;
  if (group->rows.empty()) group->measure = measure;
  group->mixed = group->mixed || measure != group->measure;
  if (!rows.cell(columns.year).empty()) {
    row.year = rows.whole_number(columns.year).value_or(earliest_year);
    if (row.year < earliest_year || row.year > latest_year)
      rows.fault(columns.year, "", "year out of range", std::to_string(row.year),
                 "lie within 1800 and 2200");
  }
  try {
    origin.evidence = evidence_of(rows.cell(columns.evidence), origin.source);
  } catch (const InvalidValue& refused) {
    rows.fault(columns.evidence, "", refused.fault().what, refused.fault().value,
               refused.fault().rule);
    store_.faults_.back().nearest = refused.fault().nearest;
  }
  group->rows.push_back(std::move(row));
}

const Dimension& ParameterRows::dimension(const std::string& name) {
  const auto [found, is_new] = dimensions_.try_emplace(name);
  if (is_new) {
    found->second = parameter_dimension(store_.description_, name);
    for (std::size_t i = 0; i < found->second.items.size(); ++i)
      items_[name][found->second.items[i]] = static_cast<int>(i);
  }
  return found->second;
}

/// The group of the row's parameter; its first row decides the dimensions.
ParameterRows::Group* ParameterRows::group_of(CsvReader& rows, const Columns& columns) {
  const std::string name(rows.cell(columns.parameter));
  if (const auto found = groups_.find(name); found != groups_.end()) {
    if (same_dimensions(rows, columns, found->second)) return &found->second;
    rows.fault(-1, name, "dimensions differ from its other rows", "",
               "fill the same dimension columns in every row");
    return nullptr;
  }
  Group group;
  for (const int column : columns.dimensions)
    if (!rows.cell(column).empty())
      group.dimensions.push_back(dimension(rows.header()[static_cast<std::size_t>(column)]));
  if (cells_counted(group.dimensions) > most_cells) {
    rows.fault(-1, name, "too many cells", "over 1000000", "have at most a million");
    return nullptr;
  }
  order_.push_back(name);
  return &groups_.emplace(name, std::move(group)).first->second;
}

bool ParameterRows::same_dimensions(const CsvReader& rows, const Columns& columns,
                                    const Group& group) const {
  std::size_t next = 0;
  for (const int column : columns.dimensions) {
    if (rows.cell(column).empty()) continue;
    if (next == group.dimensions.size() ||
        group.dimensions[next].name != rows.header()[static_cast<std::size_t>(column)])
      return false;
    ++next;
  }
  return next == group.dimensions.size();
}

std::int64_t ParameterRows::cell_of(CsvReader& rows, const Columns& columns, const Group& group) {
  std::int64_t cell = 0;
  std::size_t next = 0;
  for (const int column : columns.dimensions) {
    if (rows.cell(column).empty()) continue;
    const Dimension& dimension = group.dimensions[next++];
    const int item = item_of(rows, column, dimension);
    if (item < 0) return -1;
    cell = cell * items_counted(dimension) + item;
  }
  return cell;
}

int ParameterRows::item_of(CsvReader& rows, int column, const Dimension& dimension) {
  if (dimension.name == "cohort") {
    const int year = rows.whole_number(column).value_or(-1);
    if (year < earliest_year || year > latest_year) return -1;
    return year;
  }
  const Items& items = items_[dimension.name];
  const auto found = items.find(rows.cell(column));
  if (found != items.end()) return found->second;
  if (!pass_unknown_)
    rows.fault(column, std::string(rows.cell(0)), "unknown item", legible(rows.cell(column)),
               "be an item of " + dimension.name, dimension.items);
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
