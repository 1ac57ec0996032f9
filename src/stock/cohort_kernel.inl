// See cohort_kernel.hpp, and base/each_processor.inl for the language it is written in.

KERNEL void project_cohort(const Number& amount, const Number* survival, const Number* leaving,
                           int ages, Number* in_use, Number* gone) {
  const Number entering = amount;
  for (int age = 0; age < ages; ++age) {
    fuse(entering, survival[age], in_use[age], &in_use[age]);
    fuse(entering, leaving[age], gone[age], &gone[age]);
  }
}
