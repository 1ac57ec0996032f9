#include "critflow/indicator/manufacturing_capacity.hpp"

namespace critflow {

Ratio manufacturing_capacity_share(double capacity, double deployment_needs) {
  return ratio(capacity, deployment_needs, "needs of deployment");
}

Ratio world_production_share(double production, double world_production) {
  return ratio(production, world_production, "world production");
}

}  // namespace critflow
