#include "critflow/io/read_law.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "critflow/base/nearest_name.hpp"
#include "critflow/base/unit.hpp"
#include "critflow/io/csv_reader.hpp"
#include "sources.hpp"
#include "text.hpp"

namespace critflow {

namespace {

constexpr std::array columns{"key",      "group",      "instrument",   "article", "indicator",
                             "category", "stream",     "material",     "goods",   "from",
                             "until",    "comparison", "threshold",    "unit",    "norm",
                             "either",   "status",     "verification", "source",  "note",
                             "title_en", "title_nl"};

class LawReader {
 public:
  LawReader(CsvReader& rows, const Sources& sources) : rows_(rows), sources_(sources) {
    for (const char* name : columns) whole_ = rows.require_column(name) >= 0 && whole_;
    const std::vector<std::string> known(columns.begin(), columns.end());
    for (std::size_t i = 0; i < rows.header().size(); ++i)
      if (std::ranges::find(known, rows.header()[i]) == known.end())
        rows.fault(static_cast<int>(i), "", "unknown column", legible(rows.header()[i]),
                   "be a column of the format", known);
  }

  [[nodiscard]] bool can_read() const { return whole_; }

  [[nodiscard]] Target read() {
    Target target{.key = required("key"),
                  .group = required("group"),
                  .instrument = required("instrument"),
                  .article = text("article"),
                  .indicator = required("indicator"),
                  .category = text("category"),
                  .stream = text("stream"),
                  .material = text("material"),
                  .goods = text("goods"),
                  .norm = text("norm") != "no",
                  .either = text("either"),
                  .source = read_source(rows_, rows_.column("source"), sources_),
                  .note = text("note"),
                  .title = {text("title_en"), text("title_nl")}};
    if (!text("from").empty()) target.from = word("from", parse_date);
    if (!text("until").empty()) target.until = word("until", parse_date);
    target.comparison = word("comparison", comparison_named).value_or(Comparison::duty);
    target.status = word("status", legal_status_named).value_or(LegalStatus::plea);
    target.verification =
        word("verification", verification_named).value_or(Verification::unverified);
    read_threshold(target);
    return target;
  }

 private:
  std::string text(const char* column) { return std::string(rows_.cell(rows_.column(column))); }

  std::string required(const char* column) {
    if (text(column).empty()) rows_.fault(rows_.column(column), column, "missing", "", "be given");
    return text(column);
  }

  /// What `read` makes of a cell; a fault and nothing where it refuses.
  template <class Read>
  auto word(const char* column, Read read) -> std::optional<decltype(read(std::string_view()))> {
    try {
      return read(text(column));
    } catch (const InvalidValue& refused) {
      const Fault& fault = refused.fault();
      rows_.fault(rows_.column(column), text("key"), fault.what, legible(fault.value), fault.rule,
                  fault.nearest.empty() ? std::vector<std::string>{}
                                        : std::vector<std::string>{fault.nearest});
      return {};
    }
  }

  void read_threshold(Target& target) {
    const std::optional<Unit> unit = text("unit").empty() ? Unit{} : word("unit", parse_unit);
    if (!unit) return;
    target.unit = text("unit").empty() ? "" : canonical_unit(unit->measure);
    if (text("threshold").empty()) return;
    if (const auto number = rows_.number(rows_.column("threshold")))
      // a hundredth is no binary number: dividing rounds once, so 70 % is 0.7
      target.threshold = unit->factor == 0.01 ? *number / 100.0 : *number * unit->factor;
  }

  CsvReader& rows_;
  const Sources& sources_;
  bool whole_ = true;
};

}  // namespace

Law read_law(const std::string& version, const Library& library) {
  const auto table = library.table("law", version);
  if (!table)
    throw InvalidValue({.where = "law",
                        .what = "unknown version",
                        .value = version,
                        .rule = "be a law of the package",
                        .nearest = nearest_name(version, library.names("law"))});
  std::vector<Fault> faults;
  Sources sources;
  sources.read(library.sources(), "library/sources.csv", faults);
  std::vector<Target> targets;
  CsvReader rows(*table, "library/law/" + version + ".csv", faults);
  LawReader reader(rows, sources);
  while (reader.can_read() && rows.next()) targets.push_back(reader.read());
  if (!faults.empty()) throw ModelFaults(std::move(faults));
  return {version, std::move(targets)};
}

}  // namespace critflow
