// See shared_shares.cpp, and base/each_processor.inl for the language it is written in. Three steps
// by two tables are six rows of shares; four packs are 32 series. Each sum is that of the cohorts
// in their order, however many sums stand side by side.

KERNEL void add_cohort(const double* share, const Number& amount, Number* sum) {
  fuse_same(share[0], amount, sum[0], &sum[0]);
  fuse_same(share[1], amount, sum[1], &sum[1]);
  fuse_same(share[2], amount, sum[2], &sum[2]);
  fuse_same(share[3], amount, sum[3], &sum[3]);
  fuse_same(share[4], amount, sum[4], &sum[4]);
  fuse_same(share[5], amount, sum[5], &sum[5]);
}

/// Without the addition of nothing, and in a loop, sums would stay in memory all along.
KERNEL void give(const Number* sum, Number* to) {
  to[0] = sum[0] + Number{}, to[1] = sum[1] + Number{}, to[2] = sum[2] + Number{};
  to[3] = sum[3] + Number{}, to[4] = sum[4] + Number{}, to[5] = sum[5] + Number{};
}

/// @param amounts  [cohort][pack]
/// @param rows     [step, survival before leaving][cohort]
/// @param sums     [pack][row]
KERNEL void sum_shared(const Number* amounts, const double* const* rows, int from, int to,
                       Number* sums) {
  const double *r0 = rows[0], *r1 = rows[1], *r2 = rows[2], *r3 = rows[3], *r4 = rows[4],
               *r5 = rows[5];
  if constexpr (packs_in_registers >= 32) {
    Number a[6]{}, b[6]{}, c[6]{}, d[6]{};
    for (int i = from; i < to; ++i) {
      const double share[] = {r0[i], r1[i], r2[i], r3[i], r4[i], r5[i]};
      add_cohort(share, amounts[4 * i], a);
      add_cohort(share, amounts[4 * i + 1], b);
      add_cohort(share, amounts[4 * i + 2], c);
      add_cohort(share, amounts[4 * i + 3], d);
    }
    give(a, sums), give(b, sums + 6), give(c, sums + 12), give(d, sums + 18);
  } else {
    for (int pack = 0; pack < 4; ++pack) {
      Number sum[6]{};
      for (int i = from; i < to; ++i) {
        const double share[] = {r0[i], r1[i], r2[i], r3[i], r4[i], r5[i]};
        add_cohort(share, amounts[4 * i + pack], sum);
      }
      give(sum, sums + pack * 6);
    }
  }
}

/// Only `share` of the amounts of a pack stays.
KERNEL void keep(const Number& share, int cohorts, Number* amounts) {
  const auto* lane = reinterpret_cast<const double*>(&share);
  bool all = true;
  for (unsigned k = 0; k < sizeof(Number) / sizeof(double); ++k) all = all && lane[k] == 1.0;
  for (int c = 0; c < cohorts && !all; ++c) amounts[4 * c] *= share;
}

KERNEL void rows_of(const SharedRows& table, int first, const double** rows) {
  for (int k = 0; k < 3; ++k) {
    const int step = first + k < table.size ? first + k : table.size - 1;
    rows[k] = table.survival + step * table.stride;
    rows[3 + k] = table.leaving + step * table.stride;
  }
}

/// The place of a pack in a table of the caller's, which begins anywhere in memory.
KERNEL void put(const Number& sum, const PanelTable& to, int step, int pack) {
  __builtin_memcpy(to.first + step * to.stride + pack * lane_count<Lanes>, &sum, sizeof sum);
}

/// Asks for the memory of these steps, so that it is there when they are put.
KERNEL void prepare(const PanelTable& table, int first, int end) {
  for (int step = first; step < end; ++step)
    for (int pack = 0; pack <= 4; ++pack)
      __builtin_prefetch(table.first + step * table.stride + pack * lane_count<Lanes>, 1);
}

KERNEL void follow_inflow(const SharedRows& table, const Number* entering,
                          const PanelTable& outflow, const PanelTable& stock) {
  for (int first = 0; first < table.size; first += 3) {
    const int end = first + 3 < table.size ? first + 3 : table.size;
    const double* rows[6];
    rows_of(table, first, rows);
    prepare(outflow, first, end);
    prepare(stock, first, end);
    Number sums[24];
    sum_shared(entering, rows, table.oldest[first / 3], end, sums);
    for (int step = first; step < end; ++step)
      for (int pack = 0; pack < 4; ++pack) {
        const Number* sum = sums + 6 * pack + step - first;
        put(sum[0], stock, step, pack);
        put(sum[3] * table.per_year[step], outflow, step, pack);
      }
  }
}

/// What the stock of one pack asks for in a step, the `k`th of those from `first` to before `end`.
/// @param wanted, older, left  those of the pack begin here, [step][pack]
/// @param in_use, leaving      [step - first]: of what entered before the step
/// @param per_unit             enters for a unit in use at the end of the step
KERNEL void solve_step(const double* const* rows, int first, int end, int k,
                       const ShrinkingRule& rule, double per_unit, const Number* wanted,
                       Number* in_use, Number* leaving, Number* older, Number* left) {
  const int step = first + k, steps = end - first;
  const Number held = in_use[k], gap = wanted[4 * step] - held;
  older[4 * step] = held;
  if (rule.retire) {
    Number kept;
    where_more(Number{}, gap, wanted[4 * step] / held, Number{} + 1.0, &kept);
    keep(kept, step, left);
    leaving[k] += held * (1.0 - kept);
    for (int later = k; later < steps; ++later) in_use[later] *= kept;
    for (int later = k + 1; later < steps; ++later) leaving[later] *= kept;
  }
  Number entering;
  where_more(gap, Number{} + rule.least, gap, Number{}, &entering);
  entering = entering * per_unit;
  left[4 * step] = entering;
  for (int later = k; later < steps; ++later) {
    fuse_same(rows[later][step], entering, in_use[later], &in_use[later]);
    fuse_same(rows[3 + later][step], entering, leaving[later], &leaving[later]);
  }
}

KERNEL void follow_stock(const SharedRows& table, const ShrinkingRule& rule, const Number* wanted,
                         Number* older, Number* left, const PanelTable& inflow,
                         const PanelTable& outflow) {
  for (int first = 0; first < table.size; first += 3) {
    const int end = first + 3 < table.size ? first + 3 : table.size;
    const double* rows[6];
    rows_of(table, first, rows);
    prepare(inflow, first, end);
    prepare(outflow, first, end);
    Number sums[24];
    sum_shared(left, rows, table.oldest[first / 3], first, sums);
    for (int step = first; step < end; ++step)
      for (int pack = 0; pack < 4; ++pack) {
        Number *in_use = sums + 6 * pack, *leaving = in_use + 3;
        solve_step(rows, first, end, step - first, rule, table.per_unit[step], wanted + pack,
                   in_use, leaving, older + pack, left + pack);
        put(left[4 * step + pack] * table.per_year[step], inflow, step, pack);
        put(leaving[step - first] * table.per_year[step], outflow, step, pack);
      }
  }
}

/// The largest surplus beyond rounding, lane by lane; zero where there is none.
KERNEL void largest_surplus(const Number* wanted, const Number* older, int count, Number* surplus) {
  Number largest{};
  for (int i = 0; i < count; ++i) {
    larger_of(older[i] - wanted[i] - rounded_surplus * older[i], largest, &largest);
  }
  *surplus = largest;
}
