#include "year_kernels.hpp"

#include <algorithm>

#include "critflow/base/processor.hpp"

#define CRITFLOW_KERNELS "solve/year_kernels.inl"
#include "base/each_processor.inl"

namespace critflow {

template <>
const Instruction* run_straight(const Instruction* one, const Instruction* end, const int* list,
                                double* slots) {
  return CRITFLOW_ALONE(run_straight)(one, end, list, slots);
}
template <>
const Instruction* run_straight(const Instruction* one, const Instruction* end, const int* list,
                                Lanes* slots) {
  return CRITFLOW_IN_LANES(run_straight)(one, end, list, pack(slots));
}

template <>
void load_given(std::span<const GivenLoad> loads, const double* given, double* slots) {
  CRITFLOW_ALONE(load_given)(loads.data(), loads.data() + loads.size(), given, slots);
}
template <>
void load_given(std::span<const GivenLoad> loads, const double* given, Lanes* slots) {
  CRITFLOW_IN_LANES(load_given)(loads.data(), loads.data() + loads.size(), given, pack(slots));
}

template <>
void load_drawn(std::span<const DrawnLoad> loads, const ActingDraw* acting, const double* given,
                const DrawnValues<double>& drawn, double* slots) {
  CRITFLOW_ALONE(load_drawn)
  (loads.data(), loads.data() + loads.size(), acting, given, drawn.of_all_years, drawn.of_years,
   drawn.step, drawn.steps, slots);
}
template <>
void load_drawn(std::span<const DrawnLoad> loads, const ActingDraw* acting, const double* given,
                const DrawnValues<Lanes>& drawn, Lanes* slots) {
  CRITFLOW_IN_LANES(load_drawn)
  (loads.data(), loads.data() + loads.size(), acting, given, pack(drawn.of_all_years),
   pack(drawn.of_years), drawn.step, drawn.steps, pack(slots));
}

template <>
void watch_year(const YearOfWatch& year, const double* slots, Watched<double>& watched) {
  CRITFLOW_ALONE(watch_year)
  (year, slots, &watched.layers.data()->worst, watched.levels.data(), &watched.total);
}
template <>
void watch_year(const YearOfWatch& year, const Lanes* slots, Watched<Lanes>& watched) {
  CRITFLOW_IN_LANES(watch_year)
  (year, pack(slots), pack(&watched.layers.data()->worst), pack(watched.levels.data()),
   pack(&watched.total));
}

template <>
bool all_within(std::span<const Within> bounds, const double* slots) {
  double distance = 0.0;
  CRITFLOW_ALONE(outside)(bounds.data(), bounds.data() + bounds.size(), slots, &distance);
  return distance == 0.0;
}
template <>
bool all_within(std::span<const Within> bounds, const Lanes* slots) {
  Lanes distance;
  CRITFLOW_IN_LANES(outside)
  (bounds.data(), bounds.data() + bounds.size(), pack(slots), pack(&distance));
  return std::ranges::all_of(distance.lane, [](double one) { return one == 0.0; });
}

template <>
void sum_slots(std::span<const CellSlots> cells, const int* list, const double* slots,
               double* sums) {
  CRITFLOW_ALONE(sum_slots)(cells.data(), cells.data() + cells.size(), list, slots, sums);
}
template <>
void sum_slots(std::span<const CellSlots> cells, const int* list, const Lanes* slots, Lanes* sums) {
  CRITFLOW_IN_LANES(sum_slots)
  (cells.data(), cells.data() + cells.size(), list, pack(slots), pack(sums));
}

}  // namespace critflow
