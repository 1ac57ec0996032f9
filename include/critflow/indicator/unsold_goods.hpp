#pragma once

namespace critflow {

/// What becomes of goods that nobody bought.
enum class UnsoldRoute {
  sold_or_given,  ///< a discount, another market, a gift
  prepared_for_reuse,
  refurbished,
  remanufactured,
  recycled,
  recovered,  ///< burned for energy
  disposed
};

/// Whether the law calls it destruction: everything that makes waste of goods, recycling included,
/// unless it prepares them for use. Source: Regulation (EU) 2024/1781, Article 2(34).
[[nodiscard]] bool is_destruction(UnsoldRoute route);

/// Goods that a ban on destruction reaches.
struct DestructionBan {
  double exempt_enterprises = 0.0;  ///< share of sales by micro and small ones, and by medium-sized
                                    ///< ones until 19 July 2030 [1]
  double derogations = 0.0;         ///< share of unsold goods that a derogation frees [1]
  double unsold = 0.0;              ///< share of what is placed on the market [1]
};

/// Share of unsold goods that the ban reaches [1]: (1 - exempt enterprises) * (1 - derogations).
/// @throws InvalidValue where a share leaves [0, 1]
[[nodiscard]] double ban_coverage(const DestructionBan& ban);

/// Destruction that a ban avoids [t/a]: coverage * unsold share * placed. The ban in force is one
/// of clothing and footwear; for equipment it is a plea.
[[nodiscard]] double destruction_avoided(const DestructionBan& ban, double placed);

}  // namespace critflow
