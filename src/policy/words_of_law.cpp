#include "critflow/policy/words_of_law.hpp"

#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/base/nearest_name.hpp"

namespace critflow {

namespace {

template <class Word, std::size_t size>
using Words = std::array<std::pair<Word, std::string_view>, size>;

constexpr Words<LegalStatus, 5> statuses{{{LegalStatus::in_force, "in force"},
                                          {LegalStatus::adopted, "adopted"},
                                          {LegalStatus::proposed, "proposed"},
                                          {LegalStatus::plea, "plea"},
                                          {LegalStatus::milestone, "milestone"}}};

constexpr Words<Verification, 4> verifications{{{Verification::read, "read"},
                                                {Verification::date_unverified, "date unverified"},
                                                {Verification::unverified, "unverified"},
                                                {Verification::position, "position"}}};

constexpr Words<Comparison, 5> comparisons{{{Comparison::at_least, "at least"},
                                            {Comparison::at_most, "at most"},
                                            {Comparison::above, "above"},
                                            {Comparison::exactly, "exactly"},
                                            {Comparison::duty, "duty"}}};

template <class Word, std::size_t size>
std::string_view word_for(const Words<Word, size>& words, Word word) {
  return words[static_cast<std::size_t>(word)].second;
}

template <class Word, std::size_t size>
Word named(const Words<Word, size>& words, std::string_view text, const std::string& what) {
  std::vector<std::string> known;
  for (const auto& [word, name] : words) {
    if (name == text) return word;
    known.emplace_back(name);
  }
  throw InvalidValue({.where = what,
                      .what = "unknown " + what,
                      .value = std::string(text),
                      .rule = "be a word of the format",
                      .nearest = nearest_name(text, known)});
}

[[noreturn]] void refuse_duty() {
  throw InvalidValue({"comparison", "no number to compare with", "duty", "have a threshold"});
}

}  // namespace

std::string_view name_of(LegalStatus status) { return word_for(statuses, status); }

std::string_view name_of(Verification verification) {
  return word_for(verifications, verification);
}

std::string_view name_of(Comparison comparison) { return word_for(comparisons, comparison); }

LegalStatus legal_status_named(std::string_view word) { return named(statuses, word, "status"); }

Verification verification_named(std::string_view word) {
  return named(verifications, word, "verification");
}

Comparison comparison_named(std::string_view word) {
  return named(comparisons, word, "comparison");
}

bool meets(double value, Comparison comparison, double threshold) {
  switch (comparison) {
    case Comparison::at_least:
      return value >= threshold;
    case Comparison::at_most:
      return value <= threshold;
    case Comparison::above:
      return value > threshold;
    case Comparison::exactly:
      return value == threshold;
    case Comparison::duty:
      break;
  }
  refuse_duty();
}

double gap(double part, double whole, Comparison comparison, double threshold) {
  const double missing = threshold * whole - part;
  switch (comparison) {
    case Comparison::at_least:
    case Comparison::above:
      return std::fmax(0.0, missing);
    case Comparison::at_most:
      return std::fmax(0.0, -missing);
    case Comparison::exactly:
      return std::fabs(missing);
    case Comparison::duty:
      break;
  }
  refuse_duty();
}

}  // namespace critflow
