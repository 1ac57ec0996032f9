#include <doctest/doctest.h>

#include <limits>

#include "critflow/base/fault.hpp"
#include "critflow/policy/words_of_law.hpp"

using namespace critflow;

TEST_CASE("every word is read back as itself") {
  for (const auto one : {LegalStatus::in_force, LegalStatus::adopted, LegalStatus::proposed,
                         LegalStatus::plea, LegalStatus::milestone})
    CHECK(legal_status_named(name_of(one)) == one);
  for (const auto one : {Verification::read, Verification::date_unverified,
                         Verification::unverified, Verification::position})
    CHECK(verification_named(name_of(one)) == one);
  for (const auto one : {Comparison::at_least, Comparison::at_most, Comparison::above,
                         Comparison::exactly, Comparison::duty})
    CHECK(comparison_named(name_of(one)) == one);
}

TEST_CASE("a word that is none is answered with the nearest") {
  CHECK_THROWS_WITH((void)legal_status_named("in forze"),
                    "status: unknown status: in forze, must be a word of the format; did you mean "
                    "'in force'?");
}

TEST_CASE("values are compared as they are, never rounded") {
  const double just_below = 0.63 - std::numeric_limits<double>::epsilon();
  CHECK(meets(0.63, Comparison::at_least, 0.63));
  CHECK_FALSE(meets(just_below, Comparison::at_least, 0.63));
  CHECK(meets(0.65, Comparison::at_most, 0.65));
  CHECK_FALSE(meets(0.0, Comparison::above, 0.0));
  CHECK(meets(0.0, Comparison::exactly, 0.0));
}

TEST_CASE("a gap is told in tonnes and is never below zero") {
  CHECK(gap(70.0, 110.0, Comparison::at_least, 0.73) == doctest::Approx(0.73 * 110.0 - 70.0));
  CHECK(gap(90.0, 110.0, Comparison::at_least, 0.73) == 0.0);
  CHECK(gap(80.0, 100.0, Comparison::at_most, 0.65) == doctest::Approx(15.0));
  CHECK(gap(3.0, 100.0, Comparison::exactly, 0.0) == doctest::Approx(3.0));
}

TEST_CASE("a duty has no number to compare with") {
  CHECK_THROWS_AS((void)meets(1.0, Comparison::duty, 1.0), InvalidValue);
  CHECK_THROWS_AS((void)gap(1.0, 1.0, Comparison::duty, 1.0), InvalidValue);
}
