#include "side_tables.hpp"

#include <algorithm>

#include "critflow/scenario/item_lists.hpp"
#include "text.hpp"

namespace critflow {

std::vector<int> dimension_columns(CsvReader& rows, const SystemParts& parts,
                                   const std::vector<std::string>& fixed) {
  const std::vector<std::string> known = parameter_dimension_names(parts.description);
  std::vector<std::string> all = fixed;
  all.insert(all.end(), known.begin(), known.end());
  std::vector<int> columns;
  for (std::size_t i = 0; i < rows.header().size(); ++i) {
    const std::string& name = rows.header()[i];
    if (std::ranges::find(fixed, name) != fixed.end()) continue;
    if (std::ranges::find(known, name) != known.end())
      columns.push_back(static_cast<int>(i));
    else
      rows.fault(static_cast<int>(i), "", "unknown column", legible(name),
                 "be a dimension or a column of the format", all);
  }
  return columns;
}

Place place_of(CsvReader& rows, const std::vector<int>& columns, const SystemParts& parts) {
  Place place;
  for (const int column : columns) {
    const std::string item(rows.cell(column));
    if (item.empty()) continue;
    const std::string& name = rows.header()[static_cast<std::size_t>(column)];
    const Dimension dimension = parameter_dimension(parts.description, name);
    if (name != "cohort" && position(dimension, item) < 0)
      rows.fault(column, "", "unknown item", legible(item), "be an item of " + name,
                 dimension.items);
    else
      place.at.push_back({name, item});
  }
  return place;
}

}  // namespace critflow
