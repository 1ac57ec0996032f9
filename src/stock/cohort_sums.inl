// See cohort_sums.hpp, and base/each_processor.inl for the language it is written in.

KERNEL void sum_cohorts(const Number* amounts, const Number* s0, const Number* s1,
                        const Number* s2, const Number* s3, const Number* l0, const Number* l1,
                        const Number* l2, const Number* l3, int from, int to, Number* in_use,
                        Number* left) {
  Number held0{}, held1{}, held2{}, held3{}, left0{}, left1{}, left2{}, left3{};
  for (int cohort = from; cohort < to; ++cohort) {
    const Number amount = amounts[cohort];
    fuse(amount, s0[cohort], held0, &held0);
    fuse(amount, s1[cohort], held1, &held1);
    fuse(amount, s2[cohort], held2, &held2);
    fuse(amount, s3[cohort], held3, &held3);
    fuse(amount, l0[cohort], left0, &left0);
    fuse(amount, l1[cohort], left1, &left1);
    fuse(amount, l2[cohort], left2, &left2);
    fuse(amount, l3[cohort], left3, &left3);
  }
  in_use[0] = held0, in_use[1] = held1, in_use[2] = held2, in_use[3] = held3;
  left[0] = left0, left[1] = left1, left[2] = left2, left[3] = left3;
}

/// @param place  of the step among the four; the pointers are at its cohort
KERNEL void add_cohort(const Number& entering, const Number* s0, const Number* s1,
                       const Number* s2, const Number* s3, const Number* l1, const Number* l2,
                       const Number* l3, int place, Number* in_use, Number* left) {
  const Number amount = entering;
  if (place <= 0) fuse(amount, *s0, in_use[0], &in_use[0]);
  if (place <= 1) fuse(amount, *s1, in_use[1], &in_use[1]);
  if (place <= 2) fuse(amount, *s2, in_use[2], &in_use[2]);
  fuse(amount, *s3, in_use[3], &in_use[3]);
  if (place <= 0) fuse(amount, *l1, left[1], &left[1]);
  if (place <= 1) fuse(amount, *l2, left[2], &left[2]);
  if (place <= 2) fuse(amount, *l3, left[3], &left[3]);
}

KERNEL void sum_of_products(const Number* amounts, const Number* shares, int from, int to,
                            Number* result) {
  Number sum{};
  for (int cohort = from; cohort < to; ++cohort) fuse(amounts[cohort], shares[cohort], sum, &sum);
  *result = sum;
}
