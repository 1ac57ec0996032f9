#include <algorithm>
#include <utility>

#include "parameter_rows.hpp"

namespace critflow {

namespace {

constexpr std::size_t most_rows_named = 10;

}  // namespace

Origin ParameterRows::Row::origin() const {
  return {.row = row,
          .given = given,
          .unit = std::string(unit_text),
          .source = std::string(source),
          .note = std::string(note),
          .evidence = evidence};
}

void ParameterRows::settle() {
  for (const std::string& name : order_) settle(name, groups_.at(name));
}

void ParameterRows::settle(const std::string& name, Group& group) {
  if (group.mixed) settle_measure(name, group);
  Parameter* parameter = parameter_of(name, group, dimensions_of(group));
  if (parameter == nullptr) return;
  const auto order = [](const Row& a, const Row& b) {
    return std::pair(a.cell, a.year) < std::pair(b.cell, b.year);
  };
  if (!std::ranges::is_sorted(group.rows, order)) std::ranges::stable_sort(group.rows, order);
  while (!group.rows.empty()) {  // each cell in the memory that the one before it gave back
    const auto begin = group.rows.begin();
    const auto end = std::find_if(begin, group.rows.end(),
                                  [&](const Row& row) { return row.cell != begin->cell; });
    settle_cell(*parameter, begin, end);
    group.rows.erase(begin, end);
  }
}

/// A parameter measures what most of its rows measure; one fault names the others.
void ParameterRows::settle_measure(const std::string& name, Group& group) {
  group.measure = most_common_measure(group);
  std::vector<const Row*> others;
  for (const Row& row : group.rows)
    if (row.unit != nullptr && row.unit->measure != group.measure) others.push_back(&row);
  if (others.empty()) return;
  const Row& first = *others.front();
  std::string value(first.unit_text);
  for (std::size_t i = 1; i < std::min(others.size(), most_rows_named); ++i)
    value += (i == 1 ? ", also in row " : ", ") + std::to_string(others[i]->row);
  if (others.size() > most_rows_named) value += " and more";
  store_.broken_.insert(name);
  store_.faults_.push_back(
      {.where = name,
       .what = "unit of the wrong kind",
       .value = value,
       .rule = "measure " + canonical_unit(group.measure) + " as its other rows",
       .file = first.table->file(),
       .row = first.row});
}

/// Of measures that are equally common, the one that is read first.
Measure ParameterRows::most_common_measure(const Group& group) {
  std::vector<std::pair<Measure, int>> counts;
  for (const Row& row : group.rows) {
    if (row.unit == nullptr) continue;
    auto count = std::ranges::find(counts, row.unit->measure, &std::pair<Measure, int>::first);
    if (count == counts.end()) count = counts.insert(count, {row.unit->measure, 0});
    ++count->second;
  }
  if (counts.empty()) return {};
  return std::ranges::max_element(counts, {}, &std::pair<Measure, int>::second)->first;
}

Dimensions ParameterRows::dimensions_of(Group& group) {
  Dimensions dimensions;
  for (const Axis* axis : group.axes) dimensions.push_back(axis->dimension);
  std::int64_t below = 1;
  for (std::size_t i = group.axes.size(); i-- > 0; below *= group.axes[i]->size)
    if (group.axes[i]->by_cohort) take_cohorts(group, dimensions[i], below);
  return dimensions;
}

/// A parameter by cohort has the cohorts it is given.
/// @param below  cells of one cohort
void ParameterRows::take_cohorts(Group& group, Dimension& cohorts, std::int64_t below) {
  std::vector<std::int64_t> years;
  for (const Row& row : group.rows) years.push_back(row.cell / below % cohort_years);
  std::ranges::sort(years);
  years.erase(std::unique(years.begin(), years.end()), years.end());
  for (const std::int64_t year : years) cohorts.items.push_back(std::to_string(year));
  for (Row& row : group.rows) {
    const std::int64_t above = row.cell / below / cohort_years;
    const std::int64_t year = row.cell / below % cohort_years;
    const auto place = std::ranges::lower_bound(years, year) - years.begin();
    row.cell = (above * static_cast<std::int64_t>(years.size()) + place) * below + row.cell % below;
  }
}

/// The parameter as it stands, or a new one.
Parameter* ParameterRows::parameter_of(const std::string& name, const Group& group,
                                       Dimensions dimensions) {
  const auto found = store_.parameters_.find(name);
  if (found == store_.parameters_.end())
    return &store_.parameters_
                .emplace(name, Parameter::empty(name, canonical_unit(group.measure),
                                                std::move(dimensions)))
                .first->second;
  Parameter& parameter = found->second;
  if (parameter.shape.dimensions == dimensions && parameter.unit == canonical_unit(group.measure))
    return &parameter;
  fault(parameter, group.rows.front(), "dimensions or unit differ from those of the package", "",
        "be as in '" + parameter.history.front().front().by + "'");
  return nullptr;
}

void ParameterRows::settle_cell(Parameter& parameter, std::deque<Row>::iterator begin,
                                std::deque<Row>::iterator end) {
  const auto interpolation = store_.interpolations_.find(parameter.name());
  Setting setting{.by = by_, .file = begin->table->file(), .series = 0.0};
  std::vector<YearValue> points;
  points.reserve(static_cast<std::size_t>(end - begin));
  setting.origins.reserve(points.capacity());
  const auto elsewhere =
      std::find_if(begin, end, [&](const Row& row) { return row.table != begin->table; });
  if (elsewhere != end)
    fault(parameter, *elsewhere, "spread over two files", begin->table->file(), "stand in one");
  for (auto row = begin; row != end; ++row) {
    const bool repeated = row != begin && (row - 1)->year == row->year;
    if (repeated && elsewhere == end)
      fault(parameter, *row, "given twice",
            (row->year == 0 ? "" : "for " + std::to_string(row->year) + ", ") + "first in row " +
                std::to_string(setting.origins.back().row),
            "be given once");
    else if (row != begin && begin->year == 0 && elsewhere == end)
      fault(parameter, *row, "with and without year",
            "without in row " + std::to_string(setting.origins.front().row),
            "have a year in every row");
    if (repeated) continue;
    const double factor = row->unit == nullptr ? 1.0 : row->unit->factor;
    points.push_back({row->year, row->given * factor});
    setting.origins.push_back(row->origin());
  }
  setting.series = Series(std::move(points), interpolation == store_.interpolations_.end()
                                                 ? Interpolation::linear
                                                 : interpolation->second);
  parameter.history[static_cast<std::size_t>(begin->cell)].push_back(std::move(setting));
}

void ParameterRows::fault(const Parameter& parameter, const Row& row, const std::string& what,
                          const std::string& value, const std::string& rule) {
  store_.broken_.insert(parameter.name());
  store_.faults_.push_back(
      {.where = parameter.name() + parameter.place(static_cast<int>(row.cell)).text(),
       .what = what,
       .value = value,
       .rule = rule,
       .file = row.table->file(),
       .row = row.row});
}

}  // namespace critflow
