#pragma once

#include <string>
#include <vector>

#include "critflow/scenario/system.hpp"

namespace critflow {

/// Builds a system in code:
///
///     const System phones = SystemBuilder("phones")
///         .years(2000, 2050)
///         .layer({.name = "cobalt", .unit = "t", .material = true})
///         .parameter("sales", "t/a", {{2000, 10}, {2020, 60}})
///         .parameter("life.mean", "a", 4.0)
///         .parameter("life.sd", "a", 1.5)
///         .lifetime({.name = "life", .first = "life.mean", .second = "life.sd"})
///         .process("makers", Outside{})
///         .process("use", StockProcess{.driver = StockProcess::Driver::inflow,
///                                      .driver_parameter = "sales",
///                                      .lead = "cobalt",
///                                      .lifetime = "life"})
///         .process("waste", Outside{})
///         .flow({.from = "makers", .to = "use", .rule = FlowRule::request})
///         .flow({.from = "use", .to = "waste"})
///         .build();
///
/// The order of the calls does not matter; nothing is checked before `build`.
class SystemBuilder {
 public:
  explicit SystemBuilder(std::string name);

  SystemBuilder& title(Title title);
  SystemBuilder& years(int first, int last);
  SystemBuilder& years(Years years);
  SystemBuilder& layer(Layer layer);
  SystemBuilder& dimension(std::string name, std::vector<std::string> items);

  /// A process over whole dimensions of the system.
  SystemBuilder& process(std::string name, AnyProcess kind,
                         std::vector<std::string> dimensions = {},
                         std::vector<std::string> layers = {});
  /// A process that exists for some items only.
  SystemBuilder& process(ProcessDescription process);
  SystemBuilder& flow(FlowDescription flow);
  SystemBuilder& lifetime(LifetimeDescription lifetime);
  SystemBuilder& derived(DerivedParameter derived);

  /// A parameter without dimensions.
  /// @param unit  see `parse_unit`
  SystemBuilder& parameter(std::string name, std::string unit, Series series);
  /// One cell of a parameter; its dimensions are those of the place.
  SystemBuilder& parameter(std::string name, std::string unit, Place place, Series series);

  /// @throws ModelFaults with everything that is wrong
  [[nodiscard]] System build() const;

 private:
  struct Process {
    ProcessDescription description;
    std::vector<std::string> dimensions;
  };
  struct Cell {
    std::string parameter;
    std::string unit;
    Place place;
    Series series;
  };

  void add_cell(const Cell& cell, std::vector<Parameter>& parameters) const;
  [[nodiscard]] Parameter new_parameter(const Cell& cell) const;

  SystemDescription description_;
  std::vector<Process> processes_;
  std::vector<Cell> cells_;
};

}  // namespace critflow
