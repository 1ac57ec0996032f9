#include "year_kernels.hpp"

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
double any_outside(std::span<const Within> bounds, const double* slots) {
  double outside = 0.0;
  CRITFLOW_ALONE(any_outside)(bounds.data(), bounds.data() + bounds.size(), slots, &outside);
  return outside;
}
template <>
Lanes any_outside(std::span<const Within> bounds, const Lanes* slots) {
  Lanes outside;
  CRITFLOW_IN_LANES(any_outside)
  (bounds.data(), bounds.data() + bounds.size(), pack(slots), pack(&outside));
  return outside;
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
