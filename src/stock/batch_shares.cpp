#include "batch_shares.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "base/index.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "lifetime/weibull_shares.hpp"

namespace critflow {

BatchShares::BatchShares(const Years& years, std::span<const Lifetime> lives, const Entry& entry)
    : survival_(at(years.size()), Lanes(0.0)), leaving_(survival_) {
  fill_weibulls(lives, entry);
  for (std::size_t i = 0; i < lives.size(); ++i)
    if (lives[i].as<Weibull>() == nullptr)
      fill_lane(static_cast<int>(i), SurvivalTable(years, lives[i], entry));
  std::ranges::reverse(survival_);
  std::ranges::reverse(leaving_);
  find_end();
}

void BatchShares::find_end() {
  const auto nothing_at = [&](std::size_t age) {
    return !any(survival_[age]) && !any(leaving_[age]);
  };
  while (at(over_) < survival_.size() && nothing_at(at(over_))) ++over_;
}

SharesAhead<Lanes> BatchShares::ahead(int year) const {
  const int last = static_cast<int>(survival_.size()) - 1;
  SharesAhead<Lanes> shares{.first = year, .oldest = std::max(year - (last - over_), 0)};
  for (int k = 0; k < SharesAhead<Lanes>::steps; ++k) {
    const int begin = last - std::min(year + k, last);
    shares.survival[at(k)] = survival_.data() + begin;
    shares.leaving[at(k)] = leaving_.data() + begin;
  }
  return shares;
}

void BatchShares::fill_weibulls(std::span<const Lifetime> lives, const Entry& entry) {
  Lanes shape(1.0), log2_scale(0.0);
  for (std::size_t i = 0; i < lives.size(); ++i)
    if (const auto* life = lives[i].as<Weibull>()) {
      set_lane(shape, static_cast<int>(i), life->shape());
      set_lane(log2_scale, static_cast<int>(i), std::log2(life->scale()));
    }
  auto [survival, leaving] =
      weibull_shares_by_age(static_cast<int>(survival_.size()), entry, shape, log2_scale);
  survival_ = std::move(survival);
  leaving_ = std::move(leaving);
}

void BatchShares::fill_lane(int i, const SurvivalTable& table) {
  for (std::size_t age = 0; age < survival_.size(); ++age) {
    set_lane(survival_[age], i, table.survival_of(0)[age]);
    set_lane(leaving_[age], i, table.leaving_of(0)[age]);
  }
}

}  // namespace critflow
