#pragma once

#include <span>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/solve/program.hpp"

/// The loops over all slots of a year, for one run or for lanes.

namespace critflow {

/// Runs instructions up to the end, or to the first that only the machine knows.
/// @param list  of slots, for sums
template <Real R>
[[nodiscard]] const Instruction* run_straight(const Instruction* one, const Instruction* end,
                                              const int* list, R* slots);

/// A number of the plan's loads, by its place among what is given.
struct GivenLoad {
  int slot;
  int load;
};

/// A draw that acts on a load.
struct ActingDraw {
  int draw;  ///< among those with one value for all years, or those with one for each
  bool yearly;
  bool multiplies;  ///< what was there before, which it replaces otherwise
};

/// A load and the draws that act on it: positions in a list of these.
struct DrawnLoad {
  int slot;
  int load;
  int begin;
  int end;
};

template <Real R>
void load_given(std::span<const GivenLoad> loads, const double* given, R* slots);

/// The values that draws have in a year.
template <Real R>
struct DrawnValues {
  const R* of_all_years;  ///< [draw]
  const R* of_years;      ///< [draw][step]
  int step;
  int steps;
};

template <Real R>
void load_drawn(std::span<const DrawnLoad> loads, const ActingDraw* acting, const double* given,
                const DrawnValues<R>& drawn, R* slots);

/// The flows of a layer: positions in a list of slots.
struct FlowsOfLayer {
  int layer;
  int begin;
  int end;  ///< four and four
};

/// A vertex and its flows: positions in a list of slots.
struct Closing {
  int vertex;
  int layer;
  int level;    ///< position among the stocks, or -1
  int inputs;   ///< first that comes in, or their sum where the year makes it
  int outputs;  ///< first that goes out
  int end;      ///< behind the last
};

/// What every year adds to the watch over a run.
template <Real R>
struct Watched {
  struct OfLayer {
    R worst{0.0};   ///< residual
    R where{-1.0};  ///< step * vertices + vertex of the worst
    R largest_flow{0.0};
  };
  std::vector<OfLayer> layers{};
  std::vector<R> levels{};  ///< of last year, by stock
  R total{0.0};             ///< of all flows and residuals, whatever their sign
};

struct YearOfWatch {
  std::span<const FlowsOfLayer> layers;
  std::span<const Closing> vertices;
  const int* slots;
  const int* level_slots;
  double length;
  double first_place;  ///< step * vertices
};

template <Real R>
void watch_year(const YearOfWatch& year, const R* slots, Watched<R>& watched);

/// Bounds of a slot.
struct Within {
  int slot;
  double low;
  double high;
};

/// Whether all slots are within their bounds, in all lanes. What is not a number is not.
template <Real R>
[[nodiscard]] bool all_within(std::span<const Within> bounds, const R* slots);

/// A cell and its slots, between two positions in a list of slots.
struct CellSlots {
  int cell;
  int begin;
  int end;
};

template <Real R>
void sum_slots(std::span<const CellSlots> cells, const int* list, const R* slots, R* sums);

}  // namespace critflow
