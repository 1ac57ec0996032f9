#include "critflow/indicator/unsold_goods.hpp"

#include "require_share.hpp"

namespace critflow {

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
