#include "critflow/io/graphviz.hpp"

#include "critflow/network/host_and_component.hpp"
#include "critflow/network/market.hpp"
#include "critflow/network/mine.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/network/stock_with_second_life.hpp"
#include "critflow/network/stockpile.hpp"
#include "critflow/network/waiting.hpp"

namespace critflow {

namespace {

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') out += '\\';
    out += letter;
  }
  return out + "\"";
}

std::string title_of(const ProcessDescription& process, const std::string& language) {
  const std::string& title = language == "nl" ? process.title.nl : process.title.en;
  return title.empty() ? process.name : title;
}

std::string shape_of(const AnyProcess& process) {
  if (process.as<StockProcess>() != nullptr || process.as<HostAndComponent>() != nullptr ||
      process.as<StockWithSecondLife>() != nullptr || process.as<Waiting>() != nullptr ||
      process.as<Stockpile>() != nullptr || process.as<Mine>() != nullptr)
    return "shape=box style=filled fillcolor=\"#dbe9f6\"";
  if (process.as<Market>() != nullptr) return "shape=diamond";
  if (process.as<Outside>() != nullptr) return "shape=ellipse style=dashed";
  return "shape=box style=rounded";
}

}  // namespace

std::string graphviz_text(const System& system, const std::string& language) {
  if (language != "en" && language != "nl")
    throw InvalidValue({.where = "language",
                        .what = "unknown language",
                        .value = language,
                        .rule = "be en or nl"});
  const SystemDescription& description = system.description();
  std::string text = "digraph " + quoted(description.name) + " {\n";
  text += "  rankdir=LR\n  node [fontname=\"sans-serif\" fontsize=11]\n";
  for (const ProcessDescription& process : description.processes)
    text += "  " + quoted(process.name) + " [label=" + quoted(title_of(process, language)) + " " +
            shape_of(process.kind) + "]\n";
  for (const FlowDescription& flow : description.flows)
    text += "  " + quoted(flow.from) + " -> " + quoted(flow.to) + "\n";
  return text + "}\n";
}

}  // namespace critflow
