#include "critflow/solve/modelled.hpp"

#include <string>

namespace critflow {

namespace {

Figures figures_behind(const Run& run, const Observation& observation) {
  switch (observation.quantity) {
    case Observation::Quantity::stock:
      return run.stock(observation.process);
    case Observation::Quantity::inflow:
      return run.inflow(observation.process);
    case Observation::Quantity::outflow:
      return run.outflow(observation.process);
    case Observation::Quantity::flow:
      break;
  }
  return run.flow(observation.process, observation.to);
}

}  // namespace

double modelled(const Run& run, const Observation& observation) {
  Figures figures = figures_behind(run, observation)
                        .select("layer", observation.layer)
                        .select("year", std::to_string(observation.year));
  for (const Place::At& at : observation.place.at) figures = figures.select(at.dimension, at.item);
  while (!figures.dimensions.empty()) figures = figures.sum(figures.dimensions.front().name);
  return figures.values.front();
}

}  // namespace critflow
