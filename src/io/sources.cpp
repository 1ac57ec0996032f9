#include "sources.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "critflow/base/nearest_name.hpp"
#include "text.hpp"

namespace critflow {

void Sources::read(std::string_view text, const std::string& file, std::vector<Fault>& faults) {
  CsvReader rows(text, file, faults);
  const int key = rows.require_column("key");
  const int citation = rows.require_column("citation");
  const int licence = rows.column("licence");
  const int link = rows.column("link");
  const std::vector<std::string> known{"key", "citation", "licence", "link"};
  for (std::size_t i = 0; i < rows.header().size(); ++i)
    if (std::find(known.begin(), known.end(), rows.header()[i]) == known.end())
      rows.fault(static_cast<int>(i), "", "unknown column", legible(rows.header()[i]),
                 "be a column of the format", known);
  while (key >= 0 && citation >= 0 && rows.next()) {
    Citation one{.key = std::string(rows.cell(key)),
                 .text = std::string(rows.cell(citation)),
                 .licence = std::string(rows.cell(licence)),
                 .link = std::string(rows.cell(link))};
    if (one.key.empty()) rows.fault(key, "", "key missing", "", "be given");
    if (keys_.insert(one.key).second)
      citations_.push_back(std::move(one));
    else if (!one.key.empty())
      rows.fault(key, "", "source named twice", legible(one.key), "have a key of its own");
  }
}

bool Sources::knows(std::string_view key) const { return keys_.count(key) > 0; }

std::vector<std::string> Sources::keys() const { return {keys_.begin(), keys_.end()}; }

void check_source(CsvReader& rows, int column, const Sources& sources) {
  const std::string_view source = rows.cell(column);
  if (source.empty())
    rows.fault(column, "", "source missing", "", "be a key of sources.csv, or assumption");
  else if (!sources.knows(source))
    rows.fault(column, "", "unknown source", legible(source), "be a key of sources.csv",
               sources.keys());
}

std::string read_source(CsvReader& rows, int column, const Sources& sources) {
  check_source(rows, column, sources);
  return std::string(rows.cell(column));
}

Evidence evidence_of(std::string_view evidence, std::string_view source) {
  if (evidence.empty()) return source == "assumption" ? Evidence::assumption : Evidence::verified;
  for (const Evidence one : {Evidence::verified, Evidence::derived, Evidence::assumption})
    if (name_of(one) == evidence) return one;
  const std::vector<std::string> known{"verified", "derived", "assumption"};
  throw InvalidValue({.where = "",
                      .what = "unknown evidence",
                      .value = legible(evidence),
                      .rule = "be verified, derived or assumption",
                      .nearest = nearest_name(evidence, known)});
}

}  // namespace critflow
