#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <span>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/stock/batch.hpp"

namespace critflow {

/// Some blocks of a table, each year by year. Whole rows are taken from the table and given back:
/// lane by lane, every number would be fetched from another page of memory.
class BatchRows {
 public:
  static constexpr Eigen::Index most_series = Eigen::Index{16} * lane_count<Lanes>;

  BatchRows(int years, Eigen::Index series)
      : years_(years),
        lanes_(static_cast<std::size_t>(years * ((series - 1) / lane_count<Lanes> + 1))) {}

  [[nodiscard]] std::span<Lanes> of(int block) {
    return std::span(lanes_).subspan(
        static_cast<std::size_t>(block) * static_cast<std::size_t>(years_),
        static_cast<std::size_t>(years_));
  }
  void load(const Eigen::Ref<const SeriesTable>& from, Eigen::Index first) {
    for_each_pack(from.cols() - first, [&](Lanes& pack, int lanes, int year, int series) {
      if (lanes < lane_count<Lanes>) pack = Lanes(0.0);
      copy(from.data() + year * from.outerStride() + first + series, lanes, pack.lane.data());
    });
  }
  void store(Eigen::Ref<SeriesTable> to, Eigen::Index first) {
    for_each_pack(to.cols() - first, [&](Lanes& pack, int lanes, int year, int series) {
      copy(pack.lane.data(), lanes, &to(year, first + series));
    });
  }

 private:
  /// Whole packs in a word of their own: a length that is known is copied by one instruction.
  static void copy(const double* from, int lanes, double* to) {
    if (lanes == lane_count<Lanes>)
      std::memcpy(to, from, sizeof(Lanes));
    else
      std::copy_n(from, lanes, to);
  }
  template <class Work>
  void for_each_pack(Eigen::Index left, Work work) {
    const int series = static_cast<int>(std::min(left, most_series));
    for (int year = 0; year < years_; ++year)
      for (int i = 0; i < series; i += lane_count<Lanes>)
        work(of(i / lane_count<Lanes>)[static_cast<std::size_t>(year)],
             std::min(lane_count<Lanes>, series - i), year, i);
  }

  int years_;
  std::vector<Lanes> lanes_;
};

}  // namespace critflow
