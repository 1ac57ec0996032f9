#pragma once

#include <map>
#include <utility>
#include <vector>

#include "emitter.hpp"

namespace critflow {

/// Equations of a loop in slots: unknown = start + sum of gain * unknown, by unknown id.
struct LoopRows {
  std::map<int, int> start;
  std::map<int, std::map<int, int>> gain;
};

/// Sparse elimination written as instructions: once at compile time, never pivoting, since the
/// order is chosen for few new coefficients (Markowitz) and the matrices need no exchange.
class Elimination {
 public:
  Elimination(Emitter& emitter, LoopRows rows) : emitter_(emitter), rows_(std::move(rows)) {}

  /// Takes the unknowns out of all other rows.
  void eliminate(std::vector<int> unknowns);
  /// Writes the eliminated unknowns to their slots, from those that are left.
  /// @param value  slot of each unknown, eliminated or left
  void substitute_back(const std::map<int, int>& value);

  [[nodiscard]] const LoopRows& rows() const { return rows_; }
  /// The slots of the gains by which loops closed, with the unknown where each did.
  [[nodiscard]] const std::vector<Pivot>& pivots() const { return pivots_; }

 private:
  struct Done {
    int unknown;
    int inverse;  ///< slot of 1 / (1 - own gain), or -1
  };

  [[nodiscard]] std::size_t cheapest(const std::vector<int>& unknowns) const;
  [[nodiscard]] std::size_t uses_of(int unknown) const;
  void eliminate_one(int unknown);

  Emitter& emitter_;
  LoopRows rows_;
  std::vector<Done> done_;
  std::map<int, std::map<int, int>> finished_;
  std::vector<Pivot> pivots_;
};

}  // namespace critflow
