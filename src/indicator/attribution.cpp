#include "critflow/indicator/attribution.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <map>
#include <numeric>
#include <string>
#include <utility>

#include "base/index.hpp"
#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

constexpr int most_causes = 63;
constexpr int fewest_orders = 4;

using Table = std::vector<std::vector<Contribution>>;  // [cause][figure]
using Order = std::vector<int>;

Coalition only(int cause) { return Coalition{1} << static_cast<unsigned>(cause); }

Coalition all_of(int causes) { return only(causes) - 1; }

/// The figures of coalitions, each asked once.
class Known {
 public:
  Known(const FiguresOf& figures, std::vector<Coalition> coalitions) {
    std::ranges::sort(coalitions);
    coalitions.erase(std::unique(coalitions.begin(), coalitions.end()), coalitions.end());
    std::vector<std::vector<double>> found = figures(coalitions);
    for (std::size_t i = 0; i < coalitions.size(); ++i)
      known_.emplace_hint(known_.end(), coalitions[i], std::move(found[i]));
  }

  [[nodiscard]] std::size_t figures() const { return known_.begin()->second.size(); }

  /// What a cause adds to a coalition without it.
  [[nodiscard]] double added(int cause, Coalition before, std::size_t figure) const {
    return known_.at(before | only(cause))[figure] - known_.at(before)[figure];
  }

 private:
  std::map<Coalition, std::vector<double>> known_;
};

/// What each cause adds alone and last; the shares are left to the caller.
Table ends(const Known& known, int causes) {
  Table table(at(causes), std::vector<Contribution>(known.figures()));
  for (int cause = 0; cause < causes; ++cause)
    for (std::size_t figure = 0; figure < known.figures(); ++figure) {
      table[at(cause)][figure].alone = known.added(cause, 0, figure);
      table[at(cause)][figure].last = known.added(cause, all_of(causes) & ~only(cause), figure);
    }
  return table;
}

/// By size of the coalition that a cause joins: |S|! (n - |S| - 1)! / n!
std::vector<double> weights(int causes) {
  std::vector<double> weight;
  double ways = causes;
  for (int size = 0; size < causes; ++size) {
    weight.push_back(1.0 / ways);
    ways *= static_cast<double>(causes - 1 - size) / (size + 1);
  }
  return weight;
}

Table exactly(int causes, const FiguresOf& figures) {
  std::vector<Coalition> coalitions(std::size_t{1} << at(causes));
  std::iota(coalitions.begin(), coalitions.end(), Coalition{0});
  const Known known(figures, coalitions);
  const std::vector<double> weight = weights(causes);
  Table table = ends(known, causes);
  for (int cause = 0; cause < causes; ++cause)
    for (const Coalition before : coalitions) {
      if ((before & only(cause)) != 0) continue;
      const double by_size = weight[at(std::popcount(before))];
      for (std::size_t figure = 0; figure < known.figures(); ++figure)
        table[at(cause)][figure].share += by_size * known.added(cause, before, figure);
    }
  return table;
}

/// Numbers that follow from a seed alone (SplitMix64; Steele, Lea, Flood 2014).
class Shuffle {
 public:
  explicit Shuffle(std::uint64_t seed) : state_(seed) {}

  [[nodiscard]] Order order(int causes) {
    Order order(at(causes));
    std::iota(order.begin(), order.end(), 0);
    for (std::size_t left = order.size(); left > 1; --left)
      std::swap(order[left - 1], order[next() % left]);
    return order;
  }

 private:
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }

  std::uint64_t state_;
};

/// Orders in pairs: one, and its reverse.
std::vector<Order> sampled_orders(int causes, const Attributing& how) {
  Shuffle shuffle(how.seed);
  std::vector<Order> orders;
  for (int pair = 0; pair < how.orders / 2; ++pair) {
    orders.push_back(shuffle.order(causes));
    orders.emplace_back(orders.back().rbegin(), orders.back().rend());
  }
  return orders;
}

std::vector<Coalition> met_on(const std::vector<Order>& orders) {
  std::vector<Coalition> met{0};
  const int causes = static_cast<int>(orders.front().size());
  for (int cause = 0; cause < causes; ++cause) {
    met.push_back(only(cause));
    met.push_back(all_of(causes) & ~only(cause));
  }
  for (const Order& order : orders) {
    Coalition joined = 0;
    for (const int cause : order) met.push_back(joined |= only(cause));
  }
  return met;
}

/// Half of what each cause adds in one order [cause][figure], added to `halves`.
void add_half(const Known& known, const Order& order, std::vector<std::vector<double>>& halves) {
  Coalition before = 0;
  for (const int cause : order) {
    for (std::size_t figure = 0; figure < known.figures(); ++figure)
      halves[at(cause)][figure] += known.added(cause, before, figure) / 2.0;
    before |= only(cause);
  }
}

Table sampled(int causes, const FiguresOf& figures, const Attributing& how) {
  const std::vector<Order> orders = sampled_orders(causes, how);
  const Known known(figures, met_on(orders));
  Table table = ends(known, causes);
  const std::vector<std::vector<double>> nothing(at(causes),
                                                 std::vector<double>(known.figures(), 0.0));
  std::vector<std::vector<double>> squares = nothing;  // of deviations, as Welford has them
  for (std::size_t pair = 0; 2 * pair < orders.size(); ++pair) {
    std::vector<std::vector<double>> means = nothing;
    add_half(known, orders[2 * pair], means);
    add_half(known, orders[2 * pair + 1], means);
    for (std::size_t cause = 0; cause < means.size(); ++cause)
      for (std::size_t figure = 0; figure < known.figures(); ++figure) {
        double& share = table[cause][figure].share;
        const double away = means[cause][figure] - share;
        share += away / static_cast<double>(pair + 1);
        squares[cause][figure] += away * (means[cause][figure] - share);
      }
  }
  const auto pairs = static_cast<double>(orders.size() / 2);
  for (std::size_t cause = 0; cause < table.size(); ++cause)
    for (std::size_t figure = 0; figure < known.figures(); ++figure)
      table[cause][figure].standard_error =
          std::sqrt(squares[cause][figure] / (pairs - 1.0) / pairs);
  return table;
}

}  // namespace

std::vector<std::vector<Contribution>> attribute(int causes, const FiguresOf& figures,
                                                 const Attributing& how) {
  if (causes < 0 || causes > most_causes)
    throw InvalidValue(
        {"attribute.causes", "too many or too few", std::to_string(causes), "lie in [0, 63]"});
  if (causes == 0) return {};
  if (causes <= how.exact_up_to) return exactly(causes, figures);
  if (how.orders < fewest_orders)
    throw InvalidValue({"attribute.orders", "too few", std::to_string(how.orders), "be 4 or more"});
  return sampled(causes, figures, how);
}

}  // namespace critflow
