#include "critflow/study/parameter_draws.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/index.hpp"
#include "levered_number.hpp"

namespace critflow {

namespace {

constexpr double highest = 1.0 - 0x1p-53;  // no draw goes beyond this share

int position_of(const System& system, const Uncertainty& row) {
  return static_cast<int>(system.parameter(row.parameter) - system.parameters().data());
}

/// The most, up to `largest`, that a row may draw in a step so that neither the number without
/// levers nor what these make of it is above `most`.
double most_drawn(const LeveredNumber& number, std::size_t step, bool factor, double most,
                  double largest) {
  const auto fits = [&](double drawn) {
    const double value = factor ? number.reference()[step] * drawn : drawn;
    return value <= most && number.with_levers(static_cast<int>(step), value) <= most;
  };
  if (fits(largest)) return largest;
  double fitting = 0.0, beyond = largest;
  for (;;) {
    const double middle = 0.5 * (fitting + beyond);
    if (middle <= fitting || middle >= beyond) return fitting;
    (fits(middle) ? fitting : beyond) = middle;
  }
}

/// The share of draws that lie above a bound.
double share_above(const QuantileFunction& quantile, double bound) {
  double below = 0.0, above = 1.0;
  for (int digit = 0; digit < 52; ++digit) {
    const double share = 0.5 * (below + above);
    (quantile(share) > bound ? above : below) = share;
  }
  return 1.0 - above;
}

/// The correlations, between inputs in the place of rows.
std::vector<RankCorrelation> between_inputs(std::vector<RankCorrelation> correlations,
                                            const std::vector<int>& rows) {
  const auto input_of = [&](int row) {
    return static_cast<int>(std::ranges::find(rows, row) - rows.begin());
  };
  for (RankCorrelation& one : correlations) {
    one.first = input_of(one.first);
    one.second = input_of(one.second);
  }
  return correlations;
}

}  // namespace

ParameterDraws::ParameterDraws(const System& system, Sampling sampling, std::uint64_t seed,
                               std::int64_t samples)
    : copula_({}), plan_(sampling, seed, samples, {}) {
  const Composition levers(system);
  for (int row = 0; row < static_cast<int>(system.uncertainty().size()); ++row)
    add(system, levers, row);
  copula_ = RankCopula(between_inputs(system.correlations(), rows_));
  plan_ = SamplingPlan(sampling, seed, samples, names_);
}

void ParameterDraws::add(const System& system, const Composition& levers, int row) {
  const Uncertainty& range = system.uncertainty()[critflow::at(row)];
  if (range.shape == UncertaintyShape::dirichlet) return add_shares(system, levers, range, row);
  add_input(range.name(), row, quantile_function(range));
  add_single(system, levers, range);
}

int ParameterDraws::add_input(std::string name, int row, QuantileFunction quantile) {
  names_.push_back(std::move(name));
  rows_.push_back(row);
  quantiles_.push_back(std::move(quantile));
  return static_cast<int>(names_.size()) - 1;
}

int ParameterDraws::add_draw(const Uncertainty& row, Place place, std::size_t numbers) {
  Draw draw;
  draw.parameter = row.parameter;
  draw.place = std::move(place);
  draw.values.resize(numbers);
  draw.multiplies = row.factor;
  draws_.push_back(std::move(draw));
  return static_cast<int>(draws_.size()) - 1;
}

void ParameterDraws::add_single(const System& system, const Composition& levers,
                                const Uncertainty& row) {
  const int input = static_cast<int>(names_.size()) - 1;
  const int parameter = position_of(system, row);
  const std::vector<int> cells = system.parameters()[critflow::at(parameter)].cells_at(row.place);
  const double most = system.bounds(row.parameter).most;
  const double largest = quantiles_.back()(highest);
  std::vector<std::vector<double>> held;
  bool free = true;
  for (const int cell : cells) {
    const LeveredNumber number(system, levers, parameter, cell);
    std::vector<double>& of_cell = held.emplace_back();
    if (!row.factor && !number.has_levers()) continue;
    for (std::size_t step = 0; step < number.reference().size(); ++step)
      of_cell.push_back(most_drawn(number, step, row.factor, most, largest));
    if (std::ranges::min(of_cell) == largest) of_cell.clear();
    free = free && of_cell.empty();
  }
  if (free) return singles_.push_back({add_draw(row, row.place, 1), input});
  for (std::size_t i = 0; i < cells.size(); ++i) {
    Place place = system.parameters()[critflow::at(parameter)].place(cells[i]);
    const std::size_t numbers = std::max(held[i].size(), std::size_t{1});
    singles_.push_back({add_draw(row, std::move(place), numbers), input, std::move(held[i])});
  }
}

void ParameterDraws::add_shares(const System& system, const Composition& levers,
                                const Uncertainty& row, int row_number) {
  const Parameter& parameter = *system.parameter(row.parameter);
  const std::vector<int> cells = parameter.cells_at(row.place);
  const auto shares_at = [&](int cell) {
    return LeveredNumber(system, levers, position_of(system, row), cell).reference();
  };
  std::map<std::string, double> largest;  // by item
  for (const int cell : cells) {
    double& share = largest[parameter.place(cell).item(row.over)];
    share = std::max(share, std::ranges::max(shares_at(cell)));
  }
  std::map<std::string, int> inputs;
  for (const auto& [item, share] : largest)
    if (share > 0.0) {
      Uncertainty one = row;
      one.place.at.push_back({row.over, item});
      inputs[item] = add_input(one.name(), row_number, gamma_quantiles(row.numbers[0] * share));
    }
  std::map<std::string, Shares> groups;  // by the other dimensions
  for (const int cell : cells) {
    Place place = parameter.place(cell);
    const auto input = inputs.find(place.item(row.over));
    if (input == inputs.end()) continue;
    std::vector<double> shares = shares_at(cell);
    const int draw = add_draw(row, place, shares.size());
    std::erase_if(place.at, [&](const Place::At& one) { return one.dimension == row.over; });
    groups[place.text()].items.push_back({draw, input->second, std::move(shares)});
  }
  for (auto& [place, group] : groups) shares_.push_back(std::move(group));
}

void ParameterDraws::evaluate(std::span<double> point) const {
  copula_.correlate(point);
  for (std::size_t i = 0; i < point.size(); ++i) point[i] = quantiles_[i](point[i]);
}

void ParameterDraws::fill(std::vector<Draw>& draws, std::size_t sample,
                          std::span<const double> values) const {
  const auto numbers_of = [&](int draw) {
    const std::size_t numbers = draws_[critflow::at(draw)].values.size();
    return draws[critflow::at(draw)].values.data() + sample * numbers;
  };
  for (const Single& one : singles_) {
    double* to = numbers_of(one.draw);
    const double value = values[critflow::at(one.input)];
    if (one.most.empty()) *to = value;
    for (const double most : one.most) *to++ = std::min(value, most);
  }
  std::vector<double> sums;
  for (const Shares& group : shares_) {
    sums.assign(group.items.front().shares.size(), 0.0);
    for (const Shares::Item& item : group.items)
      for (std::size_t step = 0; step < sums.size(); ++step)
        sums[step] += item.shares[step] * values[critflow::at(item.input)];
    for (const Shares::Item& item : group.items)
      std::ranges::transform(sums, numbers_of(item.draw),
                             [&](double sum) { return values[critflow::at(item.input)] / sum; });
  }
}

std::vector<Draw> ParameterDraws::of(std::int64_t first, int samples) const {
  Points points(samples, static_cast<Eigen::Index>(names_.size()));
  for (int i = 0; i < samples; ++i) plan_.point(first + i, {points.row(i).data(), names_.size()});
  return at(points);
}

std::vector<Draw> ParameterDraws::at(const Points& points) const {
  const auto samples = static_cast<std::size_t>(points.rows());
  std::vector<Draw> draws = draws_;
  for (Draw& one : draws) one.values.resize(samples * one.values.size());
  std::vector<double> values(names_.size());
  for (std::size_t sample = 0; sample < samples; ++sample) {
    std::ranges::copy_n(points.row(static_cast<Eigen::Index>(sample)).data(), points.cols(),
                        values.begin());
    evaluate(values);
    fill(draws, sample, values);
  }
  return draws;
}

std::vector<double> ParameterDraws::values_of(std::int64_t sample) const {
  std::vector<double> values(names_.size());
  plan_.point(sample, values);
  evaluate(values);
  return values;
}

std::vector<double> ParameterDraws::held() const {
  std::vector<double> shares(names_.size(), 0.0);
  for (const Single& one : singles_) {
    if (one.most.empty()) continue;
    double& share = shares[critflow::at(one.input)];
    const double most = std::ranges::min(one.most);
    share = std::max(share, share_above(quantiles_[critflow::at(one.input)], most));
  }
  return shares;
}

}  // namespace critflow
