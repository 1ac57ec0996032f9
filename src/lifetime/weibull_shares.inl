// See weibull_shares.hpp, and base/each_processor.inl for the language it is written in.

/// 1/0!, 1/1!, ..., 1/13!
static constexpr double inverse_factorial[] = {
    1.0,           1.0,            1.0 / 2.0,       1.0 / 6.0,        1.0 / 24.0,
    1.0 / 120.0,   1.0 / 720.0,    1.0 / 5040.0,    1.0 / 40320.0,    1.0 / 362880.0,
    1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800.0};

/// 2^x for x <= 1000, zero below -1000: the nearest whole number goes into the exponent, and
/// 2^rest = e^(rest ln 2) is the sum of its powers. To 1.5 units of the last digit.
KERNEL void power_of_two(const Number& x, Number* power) {
  constexpr double rounds = 6755399441055744.0;  // 1.5 x 2^52: leaves no digit behind the point
  const Number shifted = x + rounds;
  const Number rest = (x - (shifted - rounds)) * 0.69314718055994530942;
  Number sum = Number{} + inverse_factorial[13];
  for (int i = 12; i >= 0; --i) fuse(sum, rest, Number{} + inverse_factorial[i], &sum);
  Integer bits, whole;
  __builtin_memcpy(&bits, &sum, sizeof bits);
  __builtin_memcpy(&whole, &shifted, sizeof whole);
  bits += whole << 52;
  __builtin_memcpy(&sum, &bits, sizeof bits);
  *power = x < -1000.0 ? Number{} : sum;
}

/// Shares below it are seen in no result, and would be multiplied all the same.
static constexpr double trace = 1e-30;

/// From one age to the next: what is left, and what has left. `hazard` and `left` were those of the
/// age before, and become those of this one.
KERNEL void grow_older(double log2_age, const Number& shape, const Number& log2_scale,
                       Number* hazard, Number* left, Number* leaving) {
  const Number hazard_before = *hazard, before = *left;
  // From 2^12 on nothing survives.
  const Number exponent = shape * (log2_age - log2_scale);
  power_of_two(exponent < 12.0 ? exponent : Number{} + 12.0, hazard);
  power_of_two(*hazard * -1.4426950408889634074, left);
  *left = *left < trace ? Number{} : *left;
  // 1 - e^-grown, where `grown` is small
  const Number grown = hazard_before - *hazard;
  Number sum = Number{} + inverse_factorial[10];
  for (int k = 9; k >= 1; --k) fuse(sum, grown, Number{} + inverse_factorial[k], &sum);
  const Number little = before * (Number{} - sum * grown);
  const Number much = before - *left;
  const Number gone = much < before * 0.0625 ? little : much;
  *leaving = gone < trace ? Number{} : gone;
}

KERNEL void weibull_shares(const double* log2_age, int ages, const Number& shape,
                           const Number& log2_scale, Number* survival, Number* leaving) {
  Number hazard{}, left = Number{} + 1.0;
  for (int i = 0; i < ages; ++i) {
    grow_older(log2_age[i], shape, log2_scale, &hazard, &left, &leaving[i]);
    survival[i] = left;
  }
}

KERNEL void weibull_row(const double* log2_age, int from, int to, const Number* shape,
                        const Number* log2_scale, double share, Number* hazard, Number* left,
                        Number* survival, Number* leaving) {
  for (int c = from; c < to; ++c) {
    Number gone;
    grow_older(log2_age[c], shape[c], log2_scale[c], &hazard[c], &left[c], &gone);
    survival[c] += share * left[c];
    leaving[c] += share * gone;
  }
}
