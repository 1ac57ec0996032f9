#include "elimination.hpp"

#include <cstddef>
#include <tuple>

namespace critflow {

std::size_t Elimination::uses_of(int unknown) const {
  std::size_t uses = 0;
  for (const auto& [other, gains] : rows_.gain)
    if (other != unknown && gains.count(unknown) > 0) ++uses;
  return uses;
}

std::size_t Elimination::cheapest(const std::vector<int>& unknowns) const {
  std::size_t best = 0;
  std::tuple<std::size_t, std::size_t, bool> least{};
  for (std::size_t i = 0; i < unknowns.size(); ++i) {
    const auto& gains = rows_.gain.at(unknowns[i]);
    const bool own = gains.count(unknowns[i]) > 0;
    const std::size_t terms = gains.size() - (own ? 1 : 0), uses = uses_of(unknowns[i]);
    const std::tuple<std::size_t, std::size_t, bool> cost{terms * uses, terms + uses, own};
    if (i == 0 || cost < least) {
      least = cost;
      best = i;
    }
  }
  return best;
}

void Elimination::eliminate(std::vector<int> unknowns) {
  while (!unknowns.empty()) {
    const auto next = unknowns.begin() + static_cast<std::ptrdiff_t>(cheapest(unknowns));
    eliminate_one(*next);
    unknowns.erase(next);
  }
}

void Elimination::eliminate_one(int unknown) {
  std::map<int, int>& own = rows_.gain[unknown];
  int inverse = -1;
  if (const auto loop = own.find(unknown); loop != own.end()) {
    inverse = emitter_.one_over_one_less(loop->second);
    pivots_.push_back({loop->second, {unknown}});
    own.erase(loop);
  }
  for (auto& [other, gains] : rows_.gain) {
    const auto used = gains.find(unknown);
    if (other == unknown || used == gains.end()) continue;
    const int factor = inverse < 0 ? used->second : emitter_.multiply(used->second, inverse);
    gains.erase(used);
    rows_.start[other] = emitter_.multiply_add(factor, rows_.start[unknown], rows_.start[other]);
    for (const auto& [third, gain] : own) {
      const auto known = gains.find(third);
      gains[third] = emitter_.multiply_add(factor, gain,
                                           known == gains.end() ? emitter_.zero() : known->second);
    }
  }
  done_.push_back({unknown, inverse});
  // Its row stays for the way back, but no longer counts among those to be eliminated.
  finished_[unknown] = std::move(own);
  rows_.gain.erase(unknown);
}

void Elimination::substitute_back(const std::map<int, int>& value) {
  for (auto one = done_.rbegin(); one != done_.rend(); ++one) {
    int sum = rows_.start[one->unknown];
    for (const auto& [other, gain] : finished_[one->unknown])
      sum = emitter_.multiply_add(gain, value.at(other), sum);
    const int to = value.at(one->unknown);
    if (one->inverse >= 0)
      emitter_.emit({Instruction::Operation::multiply, to, sum, one->inverse});
    else
      emitter_.place(sum, to);
  }
}

}  // namespace critflow
