#include "critflow/indicator/concentration.hpp"

#include <algorithm>
#include <functional>

namespace critflow {

namespace {

double total(const std::vector<CountrySupply>& supply) {
  double sum = 0.0;
  for (const CountrySupply& one : supply) sum += one.amount;
  return sum;
}

}  // namespace

Ratio herfindahl(const std::vector<CountrySupply>& supply) {
  const double sum = total(supply);
  double squares = 0.0;
  for (const CountrySupply& one : supply) squares += one.amount * one.amount;
  return ratio(squares, sum * sum, "supply");
}

Ratio single_country_share(const std::vector<CountrySupply>& supply, double consumption) {
  double largest = 0.0;
  for (const CountrySupply& one : supply)
    if (one.third_country) largest = std::max(largest, one.amount);
  return ratio(largest, consumption, "consumption at this stage");
}

int countries_for(const std::vector<CountrySupply>& supply, double share) {
  std::vector<double> amounts;
  for (const CountrySupply& one : supply) amounts.push_back(one.amount);
  std::ranges::sort(amounts, std::greater<>());
  const double wanted = share * total(supply);
  double sum = 0.0;
  int countries = 0;
  for (const double amount : amounts) {
    if (sum >= wanted) break;
    sum += amount;
    ++countries;
  }
  return countries;
}

}  // namespace critflow
