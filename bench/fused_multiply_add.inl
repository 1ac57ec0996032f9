// See bench_stock.cpp, and base/each_processor.inl for the language it is written in.

/// Ten sums, since an addition is ready four instructions later and two can begin at a time. Where
/// registers are of half the size there are four, and each takes two of them.
KERNEL void add_products(int rounds, const double* factors, Number* sums) {
  const Number b = sums[0];
  Number s0{}, s1{}, s2{}, s3{};
  if constexpr (packs_in_registers < 32) {
    for (int i = 0; i < rounds; ++i) {
      fuse_same(factors[0], b, s0, &s0), fuse_same(factors[1], b, s1, &s1);
      fuse_same(factors[2], b, s2, &s2), fuse_same(factors[3], b, s3, &s3);
    }
  } else {
    Number s4{}, s5{}, s6{}, s7{}, s8{}, s9{};
    for (int i = 0; i < rounds; ++i) {
      fuse_same(factors[0], b, s0, &s0), fuse_same(factors[1], b, s1, &s1);
      fuse_same(factors[2], b, s2, &s2), fuse_same(factors[3], b, s3, &s3);
      fuse_same(factors[4], b, s4, &s4), fuse_same(factors[5], b, s5, &s5);
      fuse_same(factors[6], b, s6, &s6), fuse_same(factors[7], b, s7, &s7);
      fuse_same(factors[8], b, s8, &s8), fuse_same(factors[9], b, s9, &s9);
    }
    s0 += s4 + s5 + s6 + s7 + s8 + s9;
  }
  *sums = s0 + s1 + s2 + s3;
}
