#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <set>
#include <utility>

#include "checks.hpp"
#include "lookup.hpp"

namespace critflow {

namespace {

bool lies_in(double value, const Domain& domain) {
  return value <= domain.high && (domain.above_low ? value > domain.low : value >= domain.low);
}

/// Of a factor beside others, whose product is what is used.
constexpr Domain one_of_several{0.0, 1e300, false, "be >= 0"};

class UseCheck {
 public:
  UseCheck(const SystemParts& parts, std::vector<Fault>& faults)
      : lookup_(parts), years_(parts.description.years), faults_(faults) {}

  void check(const Use& use) {
    check_measure(use);
    if (use.factors.size() == 1) check_domain(use.factors.front(), use, use.domain);
    if (use.factors.size() > 1)
      for (const std::string& factor : use.factors) check_domain(factor, use, one_of_several);
  }

 private:
  void check_measure(const Use& use) {
    Measure product;
    std::string names;
    for (const std::string& factor : use.factors) {
      const auto measure = lookup_.measure(factor);
      if (!measure || as_number(factor)) return;  // unknown names are a fault of the network
      product = product * *measure;
      names += (names.empty() ? "" : " x ") + factor;
    }
    if (product == use.measure) return;
    Fault fault{.where = use.where,
                .what = "unit of the wrong kind",
                .value = names + " [" + canonical_unit(product) + "]",
                .rule = "measure " + canonical_unit(use.measure)};
    const Parameter* alone = lookup_.parameter(use.factors.front());
    const bool given =
        alone != nullptr && use.factors.size() == 1 && alone->cells() > 0 && alone->given(0);
    if (given) fault.value = names + " [" + unit_as_given(*alone) + "]";
    faults_.push_back(given ? located(fault, *alone, 0, years_.first()) : fault);
  }

  /// As it was written for the first cell; levers in code have none.
  static const std::string& unit_as_given(const Parameter& parameter) {
    const std::vector<Origin>& origins = parameter.settings_in_force(0).front().origins;
    return origins.empty() || origins.front().unit.empty() ? parameter.unit : origins.front().unit;
  }

  void check_domain(const std::string& name, const Use& use, const Domain& domain) {
    if (const auto number = as_number(name); number && !lies_in(*number, domain))
      faults_.push_back({use.where, "value outside its domain", name, domain.rule});
    const Parameter* parameter = lookup_.parameter(name);
    if (parameter == nullptr) return;
    for (int cell = 0; cell < parameter->cells(); ++cell)
      if (parameter->given(cell)) check_cell(*parameter, cell, use, domain);
  }

  void check_cell(const Parameter& parameter, int cell, const Use& use, const Domain& domain) {
    const Setting& setting = parameter.setting(cell);
    for (std::size_t i = 0; i < std::max<std::size_t>(setting.series.points().size(), 1); ++i) {
      if (points_lie_in(setting.series, i, domain)) continue;
      const Origin& origin = setting.origins[setting.lever.empty() ? i : 0];
      const bool percent =
          domain.high == 1.0 && origin.unit == "1" && origin.given > 1.0 && origin.given <= 100.0;
      const char* hint = percent ? ", or give the unit %" : "";
      const std::string where = parameter.name() + parameter.place(cell).text();
      if (!named_.insert({where, origin.row}).second) continue;  // used at several places
      faults_.push_back({.where = where,
                         .what = "value outside its domain",
                         .value = setting.lever.empty() ? shown(origin.given, origin.unit)
                                                        : composed(parameter, cell, i),
                         .rule = domain.rule + std::string(" as ") + use.where + hint,
                         .file = setting.file,
                         .row = origin.row});
    }
  }

  /// What levers made of a cell: the number of that year, and who made it.
  static std::string composed(const Parameter& parameter, int cell, std::size_t point) {
    const YearValue& one = parameter.setting(cell).series.points()[point];
    return shown(one.value, parameter.unit) + " in " + std::to_string(one.year) +
           after_levers(parameter, cell);
  }

  /// A logistic curve rises or falls all the way, so its ends are enough.
  [[nodiscard]] bool points_lie_in(const Series& series, std::size_t i,
                                   const Domain& domain) const {
    if (!series.points().empty()) return lies_in(series.points()[i].value, domain);
    return lies_in(series.at(years_.first()), domain) && lies_in(series.at(years_.last()), domain);
  }

  Lookup lookup_;
  const Years& years_;
  std::vector<Fault>& faults_;
  std::set<std::pair<std::string, int>> named_;
};

}  // namespace

std::string after_levers(const Parameter& parameter, int cell) {
  std::string text;
  for (const Setting& setting : parameter.settings_in_force(cell).subspan(1)) {
    const std::string where =
        setting.file.empty() ? "code"
                             : setting.file + ":" + std::to_string(setting.origins.front().row);
    text += (text.empty() ? ", after lever " : " and lever ") + setting.lever + " (" + where + ")";
  }
  return text;
}

Fault located(Fault fault, const Parameter& parameter, int cell, int year) {
  const Setting& setting = parameter.setting(cell);
  fault.file = setting.file;
  const auto behind = setting.lever.empty()
                          ? static_cast<std::size_t>(setting.series.points_behind(year).front())
                          : 0;
  if (behind < setting.origins.size()) fault.row = setting.origins[behind].row;
  return fault;
}

namespace {

/// What each use of a parameter asks of it.
std::vector<std::pair<const Use*, Domain>> domains_of(const std::vector<Use>& uses,
                                                      const std::string& parameter) {
  std::vector<std::pair<const Use*, Domain>> found;
  for (const Use& use : uses)
    if (std::ranges::find(use.factors, parameter) != use.factors.end())
      found.emplace_back(&use, use.factors.size() == 1 ? use.domain : one_of_several);
  return found;
}

}  // namespace

std::optional<Fault> misuse(const std::vector<Use>& uses, const std::string& parameter,
                            double value) {
  for (const auto& [use, domain] : domains_of(uses, parameter))
    if (!lies_in(value, domain))
      return Fault{.where = parameter,
                   .what = "value outside its domain",
                   .value = shown(value),
                   .rule = domain.rule + std::string(" as ") + use->where};
  return {};
}

Bounds bounds_of(const std::vector<Use>& uses, const std::string& parameter) {
  constexpr double most = std::numeric_limits<double>::max();
  Bounds bounds{-most, most};
  for (const auto& [use, domain] : domains_of(uses, parameter)) {
    const double least = domain.above_low ? std::nextafter(domain.low, most) : domain.low;
    bounds = {std::max(bounds.least, least), std::min(bounds.most, domain.high)};
  }
  return bounds;
}

void check_uses(const SystemParts& parts, std::vector<Fault>& faults) {
  UseCheck check(parts, faults);
  for (const Use& use : uses_of(parts.description)) check.check(use);
}

}  // namespace critflow
