#include "critflow/io/lever_catalogue.hpp"

#include <set>
#include <utility>

#include "critflow/io/csv_reader.hpp"
#include "sources.hpp"
#include "text.hpp"

namespace critflow {

namespace {

class CatalogueReader {
 public:
  CatalogueReader(CsvReader& rows, const Sources& sources) : rows_(rows), sources_(sources) {}

  CatalogueLever read() {
    CatalogueLever lever{.id = text("id"),
                         .title = {text("title_en"), text("title_nl")},
                         .r_step = text("r_step"),
                         .knob = text("knob"),
                         .changes = text("changes"),
                         .applies_to = text("applies_to"),
                         .rule = text("rule"),
                         .shape = text("shape"),
                         .low = text("low"),
                         .central = text("central"),
                         .high = text("high"),
                         .unit = text("unit"),
                         .evidence = text("evidence"),
                         .source = read_source(rows_, rows_.column("source"), sources_),
                         .needs_displacement = text("needs_displacement") == "yes",
                         .interactions = text("interactions"),
                         .note = text("note")};
    if (!seen_.insert(lever.id).second)
      rows_.fault(rows_.column("id"), lever.id, "given twice", lever.id, "be given once");
    return lever;
  }

  bool can_read() {
    bool whole = true;
    for (const char* name : {"id", "title_en", "title_nl", "r_step", "knob", "changes",
                             "applies_to", "rule", "shape", "low", "central", "high", "unit",
                             "evidence", "source", "needs_displacement", "interactions", "note"})
      whole = rows_.require_column(name) >= 0 && whole;
    return whole;
  }

 private:
  std::string text(const char* column) { return std::string(rows_.cell(rows_.column(column))); }

  CsvReader& rows_;
  const Sources& sources_;
  std::set<std::string> seen_;
};

}  // namespace

std::vector<CatalogueLever> lever_catalogue(const Library& library) {
  std::vector<CatalogueLever> levers;
  const auto table = library.table("levers", "levers");
  if (!table) return levers;
  std::vector<Fault> faults;
  Sources sources;
  sources.read(library.sources(), "library/sources.csv", faults);
  CsvReader rows(*table, "library/levers/levers.csv", faults);
  CatalogueReader reader(rows, sources);
  const bool can_read = reader.can_read();
  while (can_read && rows.next()) levers.push_back(reader.read());
  if (!faults.empty()) throw ModelFaults(std::move(faults));
  return levers;
}

}  // namespace critflow
