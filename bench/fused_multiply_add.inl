// See bench_stock.cpp, and base/each_processor.inl for the language it is written in.

/// Ten sums, since an addition is ready four instructions later and two can begin at a time. Where
/// registers are of half the size, each sum takes two of them.
KERNEL void add_products(int rounds, Number* sums) {
  const Number a = sums[0], b = sums[1];
  Number s0 = sums[0], s1 = sums[1], s2 = sums[2], s3 = sums[3], s4 = sums[4];
  Number s5 = sums[5], s6 = sums[6], s7 = sums[7], s8 = sums[8], s9 = sums[9];
  for (int i = 0; i < rounds; ++i) {
    fuse(a, b, s0, &s0), fuse(a, b, s1, &s1), fuse(a, b, s2, &s2), fuse(a, b, s3, &s3);
    fuse(a, b, s4, &s4), fuse(a, b, s5, &s5);
    if constexpr (packs_in_registers < 32) continue;
    fuse(a, b, s6, &s6), fuse(a, b, s7, &s7), fuse(a, b, s8, &s8), fuse(a, b, s9, &s9);
  }
  sums[2] = s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9;
}
