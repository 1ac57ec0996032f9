#include "critflow/indicator/unsold_goods.hpp"

#include <string>

#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

double require_share(double value, const std::string& where) {
  if (value >= 0.0 && value <= 1.0) return value;
  throw InvalidValue({where, "no share", shown(value), "lie in [0, 1]"});
}

}  // namespace

bool is_destruction(UnsoldRoute route) {
  return route == UnsoldRoute::recycled || route == UnsoldRoute::recovered ||
         route == UnsoldRoute::disposed;
}

double ban_coverage(const DestructionBan& ban) {
  return (1.0 - require_share(ban.exempt_enterprises, "exempt_enterprises")) *
         (1.0 - require_share(ban.derogations, "derogations"));
}

double destruction_avoided(const DestructionBan& ban, double placed) {
  return ban_coverage(ban) * require_share(ban.unsold, "unsold") * placed;
}

}  // namespace critflow
