#include "critflow/network/stockpile.hpp"
#include "kind_readers.hpp"

namespace critflow {

AnyProcess read_stockpile(TableReader& reader) {
  const Stockpile pile{.target = reader.name_or_number("target"),
                       .days = reader.name_or_number("days"),
                       .of = reader.text("of"),
                       .fill = reader.name_or_number("fill"),
                       .release = reader.name_or_number("release"),
                       .initial = reader.name_or_number("initial")};
  if (pile.target.empty() == pile.days.empty())
    reader.fault(reader.table(), "not one target", "", "be either target or days");
  if (pile.days.empty() != pile.of.empty())
    reader.fault(reader.table(), "key missing", pile.of.empty() ? "of" : "days",
                 "stand with the other: days of a process");
  return pile;
}

}  // namespace critflow
