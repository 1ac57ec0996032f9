#include "critflow/indicator/target_check.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "critflow/base/fault.hpp"
#include "target_measures.hpp"

namespace critflow {

namespace {

class Checking {
 public:
  Checking(const Run& run, const Law& law, const CheckOptions& options)
      : run_(run), amounts_(run), law_(law.with(options.include)), options_(options) {
    for (const auto& [key, threshold] : options.thresholds) {
      require_finite(threshold, key);
      if (law_.first_step(key).comparison == Comparison::duty)
        throw InvalidValue({key, "threshold of a duty", shown(threshold), "be left out"});
    }
  }

  std::vector<TargetCheck> run() {
    for (const std::string& key : law_.keys())
      if (concerns(law_.first_step(key), run_.system().description())) check(key);
    exempt_alternatives();
    return std::move(checks_);
  }

 private:
  void check(const std::string& key) {
    const Target& first = law_.first_step(key);
    const Measured measured = measure(amounts_, first, options_);
    const EvidenceCount& evidence =
        evidence_of(first.material.empty() ? first.goods : first.material);
    if (!measured.reason.empty()) {
      checks_.push_back({.target = first,
                         .threshold = threshold_of(first),
                         .law_version = law_.name(),
                         .method = measured.method,
                         .evidence = evidence,
                         .reason = measured.reason});
      return;
    }
    const std::vector<int>& years = run_.system().description().years.values();
    for (std::size_t step = 0; step < years.size(); ++step)
      add_year(key, years[step], measured, measured.by_year[step], evidence);
  }

  /// Counting takes longer than checking, and many rules are of the same layer.
  const EvidenceCount& evidence_of(const std::string& layer) {
    const auto known = evidence_.find(layer);
    if (known != evidence_.end()) return known->second;
    return evidence_.emplace(layer, count_evidence(run_.system(), layer)).first->second;
  }

  void add_year(const std::string& key, int year, const Measured& measured, const Ratio& ratio,
                const EvidenceCount& evidence) {
    const Target* step = law_.step(key, year, options_.years);
    const Target& first = law_.first_step(key);
    const bool ahead = !first.from || year < first_year(*first.from, options_.years);
    if (step == nullptr && !ahead) return;
    TargetCheck one{.target = ahead ? first : *step,
                    .year = year,
                    .value = ratio.value,
                    .law_version = law_.name(),
                    .method = measured.method,
                    .evidence = evidence,
                    .reason = ratio.reason};
    one.threshold = threshold_of(one.target);
    one.status = status_of(one, ahead, measured.norm && one.target.norm);
    if (one.value) {
      one.part = ratio.part;
      one.whole = ratio.whole;
    }
    if (one.value && one.threshold)
      one.gap = gap(ratio.part, ratio.whole, one.target.comparison, *one.threshold);
    if (one.value && *one.value > 1.0) one.reason = "above 100 %";
    checks_.push_back(std::move(one));
  }

  [[nodiscard]] std::optional<double> threshold_of(const Target& target) const {
    const auto set = options_.thresholds.find(target.key);
    return set == options_.thresholds.end() ? target.threshold : set->second;
  }

  [[nodiscard]] static CheckStatus status_of(const TargetCheck& one, bool ahead, bool norm) {
    if (ahead) return CheckStatus::not_yet_applicable;
    if (!one.value) return CheckStatus::not_assessable;
    if (!one.threshold || !norm) return CheckStatus::indicative_only;
    return meets(*one.value, one.target.comparison, *one.threshold) ? CheckStatus::met
                                                                    : CheckStatus::not_met;
  }

  void exempt_alternatives() {
    for (TargetCheck& one : checks_) {
      const bool open =
          one.status == CheckStatus::not_met || one.status == CheckStatus::not_assessable;
      if (one.target.either.empty() || !open) continue;
      for (const TargetCheck& other : checks_)
        if (other.target.either == one.target.either && other.year == one.year &&
            other.status == CheckStatus::met) {
          one.status = CheckStatus::exempt;
          one.reason = "met by " + other.target.key;
        }
    }
  }

  const Run& run_;
  AmountsByRole amounts_;
  const Law law_;
  const CheckOptions& options_;
  std::map<std::string, EvidenceCount> evidence_;
  std::vector<TargetCheck> checks_;
};

}  // namespace

std::string_view name_of(CheckStatus status) {
  switch (status) {
    case CheckStatus::met:
      return "met";
    case CheckStatus::not_met:
      return "not met";
    case CheckStatus::not_assessable:
      return "not assessable";
    case CheckStatus::not_yet_applicable:
      return "not yet applicable";
    case CheckStatus::exempt:
      return "exempt";
    case CheckStatus::indicative_only:
      break;
  }
  return "indicative only";
}

bool concerns(const Target& target, const SystemDescription& system) {
  const auto has_layer = [&](const std::string& name) {
    return name.empty() || system.layer(name) != nullptr;
  };
  const Dimension* categories = find_dimension(system.dimensions, "category");
  const bool has_category = target.category.empty() ||
                            (categories != nullptr && position(*categories, target.category) >= 0);
  return has_category && has_layer(target.goods) && has_layer(target.material);
}

std::vector<TargetCheck> check_targets(const Run& run, const Law& law,
                                       const CheckOptions& options) {
  return Checking(run, law, options).run();
}

}  // namespace critflow
