#include <algorithm>
#include <utility>

#include "critflow/base/unit.hpp"
#include "side_tables.hpp"
#include "text.hpp"

namespace critflow {

namespace {

class ObservationReader {
 public:
  ObservationReader(CsvReader& rows, const SystemParts& parts, const Sources& sources)
      : rows_(rows), parts_(parts), sources_(sources) {
    name_ = rows.require_column("name");
    quantity_ = rows.require_column("quantity");
    layer_ = rows.require_column("layer");
    year_ = rows.require_column("year");
    value_ = rows.require_column("value");
    unit_ = rows.require_column("unit");
    source_ = rows.require_column("source");
    note_ = rows.column("note");
    dimensions_ = dimension_columns(
        rows, parts, {"name", "quantity", "layer", "year", "value", "unit", "source", "note"});
    std::erase(dimensions_, layer_);
  }

  [[nodiscard]] bool can_read() const {
    return std::min({name_, quantity_, layer_, year_, value_, unit_, source_}) >= 0;
  }

  [[nodiscard]] Observation read() {
    Observation row{
        .name = std::string(rows_.cell(name_)), .file = rows_.file(), .row = rows_.row()};
    read_quantity(row);
    row.layer = std::string(rows_.cell(layer_));
    row.place = place_of(rows_, dimensions_, parts_);
    row.year = rows_.whole_number(year_).value_or(0);
    row.value = rows_.number(value_).value_or(0.0);
    row.source = read_source(rows_, source_, sources_);
    row.note = std::string(rows_.cell(note_));
    check_places(row);
    convert(row);
    return row;
  }

 private:
  void read_quantity(Observation& row) {
    const std::string text(rows_.cell(quantity_));
    const std::size_t colon = text.find(':');
    const std::string kind = text.substr(0, colon);
    row.process = colon == text.npos ? "" : text.substr(colon + 1);
    if (kind == "stock")
      row.quantity = Observation::Quantity::stock;
    else if (kind == "inflow")
      row.quantity = Observation::Quantity::inflow;
    else if (kind == "outflow")
      row.quantity = Observation::Quantity::outflow;
    else if (kind == "flow")
      return read_ends(row);
    else
      rows_.fault(quantity_, "", "unknown quantity", legible(text),
                  "be such as stock:use, inflow:use, outflow:use or flow:waste->collection");
    if (!row.process.empty()) require_process(row.process);
  }

  void read_ends(Observation& row) {
    row.quantity = Observation::Quantity::flow;
    const std::size_t arrow = row.process.find("->");
    if (arrow != std::string::npos) {
      row.to = row.process.substr(arrow + 2);
      row.process.resize(arrow);
    }
    const auto& flows = parts_.description.flows;
    const bool known = std::ranges::any_of(flows, [&](const FlowDescription& flow) {
      return flow.from == row.process && flow.to == row.to;
    });
    std::vector<std::string> names;
    for (const FlowDescription& flow : flows) names.push_back("flow:" + flow.from + "->" + flow.to);
    if (!known)
      rows_.fault(quantity_, "", "unknown flow", legible(rows_.cell(quantity_)),
                  "be a flow of the system", names);
  }

  void require_process(const std::string& name) {
    if (parts_.description.process(name) != nullptr) return;
    std::vector<std::string> names;
    for (const ProcessDescription& process : parts_.description.processes)
      names.push_back(process.name);
    rows_.fault(quantity_, "", "unknown process", legible(name), "be a process of the system",
                names);
  }

  void check_places(const Observation& row) {
    std::vector<std::string> names;
    for (const Layer& layer : parts_.description.layers) names.push_back(layer.name);
    if (parts_.description.layer(row.layer) == nullptr)
      rows_.fault(layer_, "", "unknown layer", legible(row.layer), "be a layer of the system",
                  names);
    const ProcessDescription* process = parts_.description.process(row.process);
    for (const Place::At& at : row.place.at)
      if (process != nullptr && find_dimension(process->dimensions, at.dimension) == nullptr &&
          row.to.empty())
        rows_.fault(-1, "", "dimension that the process does not have", at.dimension,
                    "be empty in this row");
  }

  void convert(Observation& row) {
    const Layer* layer = parts_.description.layer(row.layer);
    const std::string text(rows_.cell(unit_));
    try {
      const Unit unit = parse_unit(text);
      row.unit = canonical_unit(unit.measure);
      row.value *= unit.factor;
    } catch (const InvalidValue& refused) {
      return rows_.fault(unit_, "", refused.fault().what, legible(text), refused.fault().rule);
    }
    if (layer == nullptr) return;
    const bool is_stock = row.quantity == Observation::Quantity::stock;
    const std::string wanted = is_stock ? layer->unit : layer->unit + "/a";
    if (row.unit != wanted)
      rows_.fault(unit_, "", "unit of the wrong kind", legible(text), "measure " + wanted);
  }

  CsvReader& rows_;
  const SystemParts& parts_;
  const Sources& sources_;
  int name_, quantity_, layer_, year_, value_, unit_, source_, note_;
  std::vector<int> dimensions_;
};

}  // namespace

std::vector<Observation> read_observations(std::string_view text, const SystemParts& parts,
                                           const Sources& sources, std::vector<Fault>& faults) {
  std::vector<Observation> all;
  CsvReader rows(text, "observations.csv", faults);
  ObservationReader reader(rows, parts, sources);
  while (reader.can_read() && rows.next()) all.push_back(reader.read());
  return all;
}

}  // namespace critflow
