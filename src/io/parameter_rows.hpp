#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "critflow/base/unit.hpp"
#include "critflow/io/csv_reader.hpp"
#include "parameter_store.hpp"

namespace critflow {

/// Rows of tables, gathered by parameter and then laid into a store cell by cell.
class ParameterRows {
 public:
  /// @param by            what the settings are called in explanations
  /// @param pass_unknown  rows for items that the system does not have are passed over
  ParameterRows(ParameterStore& store, const Sources& sources, std::string by, bool pass_unknown)
      : store_(store), sources_(sources), by_(std::move(by)), pass_unknown_(pass_unknown) {}

  void read(std::string_view text, const std::string& file);
  void settle();

 private:
  /// A dimension that columns may fill.
  struct Axis {
    Dimension dimension;
    bool by_cohort;
    std::int64_t size;  ///< items, or the years that cohorts are numbered by
    std::unordered_map<std::string_view, int> positions;  ///< of the items
  };
  struct Columns {
    int parameter, year, value, unit, source, note, evidence;
    std::vector<std::pair<int, const Axis*>> axes;
  };
  /// One row; cells of a parameter are numbered by their items, the last dimension fastest. Texts
  /// are those of the table, and are copied when it is settled which rows stand.
  struct Row {
    const CsvReader* table;
    std::int64_t cell;
    int row;
    int year;          ///< 0 = no year
    const Unit* unit;  ///< null = cannot be read
    double given;
    std::string_view unit_text, source, note;
    Evidence evidence;

    [[nodiscard]] Origin origin() const;
  };
  struct Group {
    std::vector<const Axis*> axes;
    Measure measure;
    bool mixed = false;    ///< rows measure different things
    std::deque<Row> rows;  ///< a million rows are not moved while they come in
  };
  static constexpr std::int64_t cohort_years = 10000;  ///< a cohort is numbered by its year

  [[nodiscard]] static std::int64_t cells_counted(const std::vector<const Axis*>& axes);
  [[nodiscard]] Columns columns_of(CsvReader& rows);
  void read_row(CsvReader& rows, const Columns& columns);
  Group* group_of(CsvReader& rows, const Columns& columns);
  [[nodiscard]] static bool fills(const CsvReader& rows, const Columns& columns,
                                  const std::vector<const Axis*>& axes);
  [[nodiscard]] std::int64_t cell_of(CsvReader& rows, const Columns& columns);
  int item_of(CsvReader& rows, int column, const Axis& axis);
  [[nodiscard]] const Unit* unit_of(CsvReader& rows, const Columns& columns);
  static int year_of(CsvReader& rows, const Columns& columns);
  Evidence read_evidence(CsvReader& rows, const Columns& columns);
  [[nodiscard]] const Axis& axis(const std::string& name);

  void settle(const std::string& name, Group& group);
  void settle_measure(const std::string& name, Group& group);
  [[nodiscard]] static Measure most_common_measure(const Group& group);
  [[nodiscard]] static Dimensions dimensions_of(Group& group);
  static void take_cohorts(Group& group, Dimension& cohorts, std::int64_t below);
  Parameter* parameter_of(const std::string& name, const Group& group, Dimensions dimensions);
  void settle_cell(Parameter& parameter, std::deque<Row>::iterator begin,
                   std::deque<Row>::iterator end);
  void fault(const Parameter& parameter, const Row& row, const std::string& what,
             const std::string& value, const std::string& rule);

  ParameterStore& store_;
  const Sources& sources_;
  std::string by_;
  bool pass_unknown_;
  std::deque<CsvReader> tables_;
  std::vector<std::string> order_;  ///< names of groups as they appeared
  std::unordered_map<std::string, Group> groups_;
  std::unordered_map<std::string, Axis> axes_;
  std::unordered_map<std::string, Unit> units_;
};

}  // namespace critflow
