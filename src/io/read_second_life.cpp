#include "critflow/network/stock_with_second_life.hpp"
#include "kind_readers.hpp"
#include "stock_parts.hpp"

namespace critflow {

namespace {

StockWithSecondLife::New read_new(TableReader& process) {
  StockWithSecondLife::New fresh;
  const Node* node = process.find("new", Node::Kind::table);
  if (node == nullptr) return fresh;
  TableReader reader(*node, process.where() + ".new", process.faults());
  fresh.lifetime = reader.require_text("lifetime");
  fresh.content = read_content(reader);
  read_if_given(reader, "fade", fresh.fade);
  reader.refuse_others();
  return fresh;
}

StockWithSecondLife::Repurposed read_repurposed(TableReader& process) {
  StockWithSecondLife::Repurposed repurposed;
  const Node* node = process.find("repurposed", Node::Kind::table);
  if (node == nullptr) return repurposed;
  TableReader reader(*node, process.where() + ".repurposed", process.faults());
  repurposed.lifetime = reader.require_text("lifetime");
  repurposed.displacement = reader.require_name_or_number("displacement");
  read_if_given(reader, "fade", repurposed.fade);
  reader.refuse_others();
  return repurposed;
}

}  // namespace

AnyProcess read_stock_with_second_life(TableReader& reader) {
  StockWithSecondLife stock;
  stock.lead = reader.require_text("lead");
  static_cast<void>(reader.require("new"));
  static_cast<void>(reader.require("repurposed"));
  stock.fresh = read_new(reader);
  stock.repurposed = read_repurposed(reader);
  if (const Node* node = reader.require("driver")) {
    const DriverKeys driver = read_driver(reader);
    stock.driver_parameter = driver.stock;
    if (!driver.inflow.empty())
      reader.fault(*node, "driver of another kind", "inflow", "be { stock = \"...\" }");
  }
  return stock;
}

}  // namespace critflow
