// See weibull_shares.hpp, and base/each_processor.inl for the language it is written in.

/// 1/0!, 1/1!, ..., 1/13!
static constexpr double inverse_factorial[] = {
    1.0,           1.0,            1.0 / 2.0,       1.0 / 6.0,        1.0 / 24.0,
    1.0 / 120.0,   1.0 / 720.0,    1.0 / 5040.0,    1.0 / 40320.0,    1.0 / 362880.0,
    1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800.0};

/// Adding it leaves no digit behind the point, and the whole number in the last bits: 1.5 x 2^52.
static constexpr double rounds = 6755399441055744.0;

/// e^x - 1 for |x| <= ln 2 / 2, with all of its digits: the sum of its powers, even and odd apart,
/// as each addition waits for the one before it.
INSIDE void small_growth(const Number& x, Number* growth) {
  const Number square = x * x;
  Number odd = Number{} + inverse_factorial[13], even = Number{} + inverse_factorial[12];
  for (int i = 10; i >= 2; i -= 2) {
    fuse(odd, square, Number{} + inverse_factorial[i + 1], &odd);
    fuse(even, square, Number{} + inverse_factorial[i], &even);
  }
  fuse(odd, square, Number{} + 1.0, &odd);
  fuse(even, x, odd, &odd);
  *growth = odd * x;
}

/// 2^x for x <= 1000, zero below -1000. To 1.5 units of the last digit.
INSIDE void power_of_two(const Number& x, Number* power) {
  const Number shifted = x + rounds;
  Number growth, whole;
  small_growth((x - (shifted - rounds)) * 0.69314718055994530942, &growth);
  add_to_exponent(Number{} + 1.0, shifted, &whole);
  fuse(whole, growth, whole, &growth);
  where_more(Number{} - 1000.0, x, Number{}, growth, power);
}

/// Shares below it are seen in no result, and would be multiplied all the same.
static constexpr double trace = 1e-30;

/// What is left, and what has left, when the hazard has grown:
///
///     left    = before e^-grown          e^-grown     = 2^n (1 + growth)
///     leaving = before (1 - e^-grown)    1 - e^-grown = (1 - 2^n) - 2^n growth
///
/// Where little leaves, n is zero and what leaves has all of its digits.
INSIDE void survive(const Number& hazard, Number* left, Number* leaving) {
  const Number before = *left;
  Number grown;
  smaller_of(hazard, Number{} + 700.0, &grown);
  const Number shifted = grown * -1.4426950408889634074 + rounds;
  Number rest, growth, whole;
  fuse(shifted - rounds, Number{} - 0.69314718055994530942, Number{} - grown, &rest);
  small_growth(rest, &growth);
  add_to_exponent(Number{} + 1.0, shifted, &whole);
  const Number more = whole * growth;
  *leaving = before * ((1.0 - whole) - more);
  const Number after = before * (whole + more);
  where_more(Number{} + trace, after, Number{}, after, left);
}

/// (age / reference)^shape
INSIDE void power_of_age(double log2_age, const Number& shape, const Number& log2_reference,
                         Number* power) {
  Number exponent = shape * (log2_age - log2_reference);
  smaller_of(exponent, Number{} + 1000.0, &exponent);
  power_of_two(exponent, power);
}

KERNEL void weibull_shares(const double* log2_age, int ages, const Number& shape,
                           const Number& log2_scale, Number* survival, Number* leaving) {
  Number hazard{}, left = Number{} + 1.0;
  for (int i = 0; i < ages; ++i) {
    Number gone;
    const Number before = hazard;
    power_of_age(log2_age[i], shape, log2_scale, &hazard);
    survive(hazard - before, &left, &gone);
    survival[i] = left;
    leaving[i] = gone;
  }
}

KERNEL void powers_of_two(const Number* exponents, int count, Number* powers) {
  for (int i = 0; i < count; ++i) power_of_two(exponents[i], &powers[i]);
}

KERNEL void powers_of_ages(const double* log2_age, int ages, const Number& shape,
                           const Number& log2_reference, Number* powers) {
  for (int i = 0; i < ages; ++i) power_of_age(log2_age[i], shape, log2_reference, &powers[i]);
}

KERNEL void weibull_row(const double* log2_age, int from, int to, const Number* shape,
                        const Number* log2_reference, const Number* pace, double share,
                        bool adds, Number* power, Number* left, Number* survival,
                        Number* leaving) {
  for (int c = from; c < to; ++c) {
    Number now, still = left[c], gone;
    power_of_age(log2_age[c], shape[c], log2_reference[c], &now);
    survive((now - power[c]) * pace[c], &still, &gone);
    power[c] = now;
    left[c] = still;
    survival[c] = (adds ? survival[c] : Number{}) + share * still;
    leaving[c] = (adds ? leaving[c] : Number{}) + share * gone;
  }
}

KERNEL void weibull_row_of_one_shape(const Number* growth, int from, int to, const Number* pace,
                                     double share, bool adds, Number* left, Number* survival,
                                     Number* leaving) {
  for (int c = from; c < to; ++c) {
    Number still = left[c], gone;
    survive(growth[c] * pace[c], &still, &gone);
    left[c] = still;
    survival[c] = (adds ? survival[c] : Number{}) + share * still;
    leaving[c] = (adds ? leaving[c] : Number{}) + share * gone;
  }
}
