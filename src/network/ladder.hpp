#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rungs.hpp"

namespace critflow {

/// The ladder of one market vertex: see `Market` for the rules. Written with as few clamps as they
/// allow: an offer without limit needs no claim clamped, pushed offers in a row share one.
class Ladder {
 public:
  Ladder(Assembly& assembly, int process, int vertex);
  /// Names the unknowns and hangs them on the market's flows. All ladders are drawn before any is
  /// filled, because one market may offer to another.
  void draw();
  /// Writes the equations of the unknowns.
  void fill();
  /// Tells the reader of offers, shortages and surplus.
  void name_clamps();
  /// By what the shortage is brought in; empty where there can be none.
  [[nodiscard]] const std::vector<Term>& shortage() const { return shortage_; }

 private:
  struct Claim {
    std::string to;
    std::size_t last = 0;  ///< one past the last rung it is willing to use
    std::vector<int> edges{};
    bool goes_without = false;   ///< gets what there is, and no shortage is brought in for it
    bool delivers_less = false;  ///< it asks no more than there is, and is never short
    Unknown lacking{};  ///< of what it would ask, the share that there is not; not given = none
    Unknown room{};     ///< what is left for it, where claims before it use more than it would
    Unknown missing{};  ///< not given = it cannot be short
  };
  struct PushedRow {  ///< pushed offers, one after the other
    std::size_t first = 0;
    std::size_t last = 0;
    Unknown wanted{};  ///< not given = all that the claims get
    Unknown left{};
  };

  void find_claims();
  [[nodiscard]] std::size_t last_rung_of(const std::string& offer) const;
  [[nodiscard]] bool complete();
  [[nodiscard]] bool unlimited() const;
  void draw_claims();
  void draw_lacking(Claim& claim);
  void fill_lacking(std::size_t claim);
  void draw_offers();
  void draw_surplus();
  void place_surplus();

  void add_edge(Unknown to, int edge, Known sign);
  void add_offers(Unknown to, std::size_t first, std::size_t last, Known sign);
  void add_room(Unknown to, std::size_t claim, Known sign);
  void add_got(Unknown to, std::size_t claims, Known sign);
  [[nodiscard]] Edge& edge(int id) const;
  [[nodiscard]] Known share_of(const FlowDescription& said, const ExpandedFlow& flow,
                               std::size_t position) const;

  Assembly& assembly_;
  Equations& equations_;
  int process_;
  int vertex_;
  std::string name_;
  std::vector<Rung> rungs_;
  std::vector<Claim> claims_;
  std::vector<PushedRow> pushed_rows_;
  std::vector<Term> shortage_;
};

/// Every flow at a market must be on its ladder, and every name on the ladder must be a flow.
void check_ladder_names(Assembly& assembly, int process);

}  // namespace critflow
