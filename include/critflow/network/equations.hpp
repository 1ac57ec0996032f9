#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

namespace critflow {

/// When a number is known: before the first year, before a year's `route`, after it, or only in the
/// balance (a ratio of unknowns).
enum class When { once, yearly, routed, balance };

/// Names a number that is known before the unknowns it multiplies or bounds are solved.
struct Known {
  int id = -1;
  [[nodiscard]] bool given() const { return id >= 0; }
  [[nodiscard]] bool operator==(const Known&) const = default;
};

/// Names an unknown of the year's balance.
struct Unknown {
  int id = -1;
  [[nodiscard]] bool given() const { return id >= 0; }
  [[nodiscard]] bool operator==(const Unknown&) const = default;
};

/// How a known number comes about.
struct KnownNumber {
  enum class Kind {
    number,
    parameter,
    written,
    add,
    subtract,
    multiply,
    divide,
    clip,
    where_less,
    ratio
  };
  Kind kind = Kind::number;
  When when = When::once;
  std::string name{};
  double number = 0.0;              ///< of a `number`
  int parameter = -1;               ///< of a `parameter`: which one
  int cell = -1;                    ///< and which of its cells
  std::array<Known, 3> operands{};  ///< a op b; clip: a between b and c; where_less: c if a < b
  Unknown part{};                   ///< of a `ratio`: part / whole, both unknowns
  Unknown whole{};
  std::vector<int> depends_on{};  ///< the unknowns behind it, where it is a ratio
};

/// coefficient * unknown
struct Term {
  Known coefficient;
  Unknown unknown;
};

/// unknown = sum of terms + sum of known, and where it has bounds: held between them (a clamp).
struct Equation {
  std::string name;
  std::vector<Term> terms{};
  std::vector<Known> known{};
  bool clamped = false;
  Known low{};   ///< not given = minus infinity
  Known high{};  ///< not given = infinity
};

/// The year's system: unknowns with one equation each, over numbers known before it. The same
/// number asked for twice is one number.
class Equations {
 public:
  Equations();

  [[nodiscard]] Known number(double value);
  [[nodiscard]] Known parameter(int parameter, int cell, bool yearly, const std::string& name);
  /// A number that a process writes in `route`.
  [[nodiscard]] Known written(const std::string& name);
  [[nodiscard]] Known add(Known a, Known b);
  [[nodiscard]] Known subtract(Known a, Known b);
  [[nodiscard]] Known multiply(Known a, Known b);
  [[nodiscard]] Known divide(Known a, Known b);
  /// `value` between `low` and `high`; a bound that is not given does not hold.
  [[nodiscard]] Known clip(Known value, Known low, Known high);
  /// `value` where a < b, else zero.
  [[nodiscard]] Known where_less(Known a, Known b, Known value);
  /// part / whole of two unknowns; one where the whole is zero.
  [[nodiscard]] Known ratio(Unknown part, Unknown whole);

  [[nodiscard]] Unknown unknown(const std::string& name);
  /// An unknown held between bounds; a bound that is not given does not hold.
  [[nodiscard]] Unknown clamp(const std::string& name, Known low, Known high = {});
  void add_term(Unknown to, Known coefficient, Unknown of);
  void add_known(Unknown to, Known amount);

  [[nodiscard]] Known one() const { return one_; }
  [[nodiscard]] Known minus_one() const { return minus_one_; }
  [[nodiscard]] Known zero() const { return zero_; }
  [[nodiscard]] const std::vector<KnownNumber>& known_numbers() const { return known_; }
  [[nodiscard]] const std::vector<Equation>& equations() const { return equations_; }
  [[nodiscard]] const KnownNumber& at(Known known) const;
  [[nodiscard]] const Equation& at(Unknown unknown) const;

 private:
  Known keep(KnownNumber number);
  Known operation(KnownNumber::Kind kind, Known a, Known b, Known c = {});

  std::vector<KnownNumber> known_;
  std::vector<Equation> equations_;
  std::map<double, Known> numbers_;
  std::map<std::array<int, 2>, Known> parameters_;
  std::map<std::array<int, 4>, Known> operations_;
  Known one_, minus_one_, zero_;
};

}  // namespace critflow
