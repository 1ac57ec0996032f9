#include "critflow/policy/law.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "critflow/base/fault.hpp"
#include "critflow/base/nearest_name.hpp"

namespace critflow {

namespace {

void add_faults_of(const Target& target, std::vector<Fault>& faults) {
  if (target.comparison == Comparison::duty && target.threshold)
    faults.push_back({target.key, "threshold of a duty", shown(*target.threshold),
                      "be empty, or have a comparison"});
  if (target.until && target.until <= target.from)
    faults.push_back({target.key, "ends before it begins", shown(*target.until),
                      "lie after " + shown(*target.from)});
}

std::vector<Target> by_key_and_date(std::vector<Target> targets) {
  std::map<std::string, int> order;
  for (const Target& one : targets) order.emplace(one.key, static_cast<int>(order.size()));
  std::ranges::stable_sort(targets, [&](const Target& a, const Target& b) {
    return std::pair(order.at(a.key), a.from) < std::pair(order.at(b.key), b.from);
  });
  return targets;
}

}  // namespace

Law::Law(std::string name, std::vector<Target> targets)
    : name_(std::move(name)), targets_(by_key_and_date(std::move(targets))) {
  std::vector<Fault> faults;
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    const Target& one = targets_[i];
    add_faults_of(one, faults);
    const bool twice = i > 0 && targets_[i - 1].key == one.key &&
                       targets_[i - 1].from == one.from && targets_[i - 1].status == one.status;
    if (twice)
      faults.push_back({one.key, "two steps of one date", one.from ? shown(*one.from) : "",
                        "begin on another day"});
  }
  if (!faults.empty()) throw ModelFaults(std::move(faults));
}

Law Law::with(const std::vector<LegalStatus>& more) const {
  std::vector<Target> kept;
  for (const Target& one : targets_) {
    const bool is_law = one.status == LegalStatus::in_force || one.status == LegalStatus::adopted;
    if (is_law || std::ranges::find(more, one.status) != more.end()) kept.push_back(one);
  }
  return {name_, std::move(kept)};
}

std::vector<std::string> Law::keys() const {
  std::vector<std::string> keys;
  for (const Target& one : targets_)
    if (keys.empty() || keys.back() != one.key) keys.push_back(one.key);
  return keys;
}

const Target& Law::first_step(const std::string& key) const {
  const auto found = std::ranges::find(targets_, key, &Target::key);
  if (found != targets_.end()) return *found;
  throw InvalidValue({.where = name_,
                      .what = "unknown target",
                      .value = key,
                      .rule = "be a key of this law",
                      .nearest = nearest_name(key, keys())});
}

const Target* Law::step(const std::string& key, int year, const YearRules& rules) const {
  const Target* step = nullptr;
  for (const Target& one : targets_)
    if (one.key == key && one.from && first_year(*one.from, rules) <= year) step = &one;
  const bool repealed = step != nullptr && step->until && step->until->year <= year;
  return repealed ? nullptr : step;
}

}  // namespace critflow
