// See cohort_sums.hpp, and base/each_processor.inl for the language it is written in.

KERNEL void add_cohorts(const Number* amounts, const Number* survival, const Number* leaving,
                        int from, int to, Number* in_use, Number* left) {
  Number holds = *in_use, releases = *left;
  for (int cohort = from; cohort < to; ++cohort) {
    holds += amounts[cohort] * survival[cohort];
    releases += amounts[cohort] * leaving[cohort];
  }
  *in_use = holds;
  *left = releases;
}
