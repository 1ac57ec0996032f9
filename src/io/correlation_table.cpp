#include <algorithm>
#include <utility>

#include "critflow/study/rank_copula.hpp"
#include "side_tables.hpp"
#include "text.hpp"

namespace critflow {

namespace {

class CorrelationReader {
 public:
  CorrelationReader(CsvReader& rows, const SystemParts& parts, const Sources& sources)
      : rows_(rows), parts_(parts), sources_(sources) {
    first_ = rows.require_column("first");
    second_ = rows.require_column("second");
    value_ = rows.require_column("rank_correlation");
    source_ = rows.require_column("source");
    note_ = rows.column("note");
    for (const Uncertainty& row : parts.uncertainty) names_.push_back(row.name());
  }

  [[nodiscard]] bool can_read() const { return std::min({first_, second_, value_, source_}) >= 0; }

  [[nodiscard]] RankCorrelation read() {
    return {.first = row_named(first_),
            .second = row_named(second_),
            .value = rows_.number(value_).value_or(0.0),
            .source = read_source(rows_, source_, sources_),
            .note = std::string(rows_.cell(note_)),
            .file = rows_.file(),
            .row = rows_.row()};
  }

 private:
  int row_named(int column) {
    const std::string name(rows_.cell(column));
    const auto found = std::ranges::find(names_, name);
    const auto row = static_cast<std::size_t>(found - names_.begin());
    if (found == names_.end())
      rows_.fault(column, "", "unknown row", legible(name),
                  "be a row of uncertainty.csv such as sales[product=van]", names_);
    else if (parts_.uncertainty[row].shape == UncertaintyShape::dirichlet)
      rows_.fault(column, "", "shares that sum to one", name, "be the range of one number");
    return static_cast<int>(row);
  }

  CsvReader& rows_;
  const SystemParts& parts_;
  const Sources& sources_;
  int first_, second_, value_, source_, note_;
  std::vector<std::string> names_;
};

}  // namespace

std::vector<RankCorrelation> read_correlations(std::string_view text, const SystemParts& parts,
                                               const Sources& sources, std::vector<Fault>& faults) {
  const std::size_t before = faults.size();
  std::vector<RankCorrelation> all;
  CsvReader rows(text, "correlations.csv", faults);
  CorrelationReader reader(rows, parts, sources);
  while (reader.can_read() && rows.next()) all.push_back(reader.read());
  if (faults.size() > before) return all;
  try {
    static_cast<void>(RankCopula(all));
  } catch (const InvalidValue& refused) {
    faults.push_back(refused.fault());
    if (faults.back().file.empty()) faults.back().file = rows.file();
  }
  return all;
}

}  // namespace critflow
