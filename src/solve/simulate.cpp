#include "critflow/solve/simulate.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

#include "base/index.hpp"
#include "critflow/base/nearest_name.hpp"
#include "march.hpp"

namespace critflow {

namespace {

void require_same_drawing(const Plan& plan, const System& system) {
  const std::vector<ParameterShape>& shapes = plan.compiled().parameters;
  const bool same =
      std::equal(
          shapes.begin(), shapes.end(), system.parameters().begin(), system.parameters().end(),
          [](const ParameterShape& shape, const Parameter& one) { return shape == one.shape; }) &&
      system.network().edges.size() == plan.compiled().network.edges.size() &&
      system.description().years.values() == plan.compiled().years.values();
  if (!same)
    throw InvalidValue({.where = "plan",
                        .what = "compiled for another drawing",
                        .value = system.description().name,
                        .rule = "be compiled for this system"});
}

struct DrawnParameter {
  int parameter;
  std::vector<int> cells;
  const Draw* draw;
};

/// Domains have no gaps: where the least and the most lie within, all do.
void require_in_domain(const Draw& draw, const System& system) {
  if (draw.values.empty()) return;
  const auto [least, most] = std::minmax_element(draw.values.begin(), draw.values.end());
  for (const double value : {*least, *most})
    if (std::optional<Fault> fault = system.misuse(draw.parameter, value)) {
      fault->where = "draw." + fault->where;
      throw InvalidValue(*std::move(fault));
    }
}

std::vector<DrawnParameter> find_draws(const System& system, std::span<const Draw> draws,
                                       int samples) {
  std::vector<DrawnParameter> found;
  for (const Draw& draw : draws) {
    const Parameter* parameter = system.parameter(draw.parameter);
    if (parameter == nullptr) {
      std::vector<std::string> names;
      for (const Parameter& one : system.parameters()) names.push_back(one.name());
      Fault fault{.where = "draw",
                  .what = "unknown parameter",
                  .value = draw.parameter,
                  .rule = "be a parameter of the system"};
      fault.nearest = nearest_name(draw.parameter, names);
      throw InvalidValue(std::move(fault));
    }
    if (draw.values.size() != at(samples))
      throw InvalidValue({.where = "draw." + draw.parameter,
                          .what = "another number of samples",
                          .value = std::to_string(draw.values.size()),
                          .rule = "have " + std::to_string(samples) + " values"});
    for (const double value : draw.values) require_finite(value, "draw." + draw.parameter);
    require_in_domain(draw, system);
    found.push_back({static_cast<int>(parameter - system.parameters().data()),
                     parameter->cells_at(draw.place), &draw});
  }
  return found;
}

/// The drawn cells of `lanes` samples from `first`; lanes beyond the last repeat it.
template <Real R>
std::vector<DrawnCell<R>> cells_of(const std::vector<DrawnParameter>& draws, int first,
                                   int samples) {
  std::vector<DrawnCell<R>> cells;
  for (const DrawnParameter& one : draws) {
    const R value =
        each_lane<R>([&](int k) { return one.draw->values[at(std::min(first + k, samples - 1))]; });
    for (const int cell : one.cells) cells.push_back({one.parameter, cell, value});
  }
  return cells;
}

}  // namespace

Run simulate(const System& system) { return simulate(Plan(system), system); }

Run simulate(const Plan& plan, const System& system) {
  require_same_drawing(plan, system);
  const auto begin = std::chrono::steady_clock::now();
  March<double> march(plan, system, {});
  march.run();
  Run::Values values = march.result(0);
  values.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return {system, plan, std::move(values)};
}

void simulate_samples(const Plan& plan, const System& system, std::span<const Draw> draws,
                      int samples, const std::function<void(int sample, const Run& run)>& done,
                      const std::function<void(int sample, const ModelFaults& faults)>& failed) {
  require_same_drawing(plan, system);
  const std::vector<DrawnParameter> found = find_draws(system, draws, samples);
  for (int first = 0; first < samples; first += lane_count<Lanes>) {
    const std::vector<DrawnCell<Lanes>> cells = cells_of<Lanes>(found, first, samples);
    March<Lanes> march(plan, system, cells);
    march.run();
    for (int k = 0; k < lane_count<Lanes> && first + k < samples; ++k) {
      std::optional<Run> run;
      try {
        run.emplace(system, plan, march.result(k));
      } catch (const ModelFaults& faults) {
        failed(first + k, faults);
        continue;
      }
      done(first + k, *run);
    }
  }
}

}  // namespace critflow
