// See year_kernels.hpp, and base/each_processor.inl for the language they are written in.

using Operation = Instruction::Operation;

KERNEL const Instruction* run_straight(const Instruction* one, const Instruction* end,
                                       const int* list, Number* x) {
  const Number unit = Number{} + 1.0;
  while (one != end) {
    const Operation operation = one->operation;
    // One dispatch for a run of equal operations.
    const auto again = [&] { return one != end && one->operation == operation; };
    switch (operation) {
      case Operation::add:
        for (; again(); ++one) x[one->to] = x[one->a] + x[one->b];
        break;
      case Operation::sum:
        for (; again(); ++one) {
          Number sum = x[list[one->a]];
          for (int i = one->a + 1; i < one->b; ++i) sum += x[list[i]];
          x[one->to] = sum;
        }
        break;
      case Operation::subtract:
        for (; again(); ++one) x[one->to] = x[one->a] - x[one->b];
        break;
      case Operation::multiply:
        for (; again(); ++one) x[one->to] = x[one->a] * x[one->b];
        break;
      case Operation::divide:
        for (; again(); ++one) x[one->to] = x[one->a] / x[one->b];
        break;
      case Operation::multiply_add:
        for (; again(); ++one) x[one->to] = x[one->a] * x[one->b] + x[one->c];
        break;
      case Operation::one_over_one_less:
        for (; again(); ++one) x[one->to] = unit / (unit - x[one->a]);
        break;
      case Operation::clip:
        for (; again(); ++one) {
          const Number raised = x[one->a] < x[one->b] ? x[one->b] : x[one->a];
          x[one->to] = raised > x[one->c] ? x[one->c] : raised;
        }
        break;
      case Operation::where_less:
        for (; again(); ++one) x[one->to] = x[one->b] - x[one->a] > 0.0 ? x[one->c] : Number{};
        break;
      case Operation::ratio:
        for (; again(); ++one) x[one->to] = x[one->b] > 0.0 ? x[one->a] / x[one->b] : unit;
        break;
      case Operation::arm:
      case Operation::check:
        return one;
    }
  }
  return end;
}

/// What each vertex gets less what it gives and keeps; every flow is an output.
KERNEL void watch_year(const YearOfWatch& year, const Number* x, Number* layers, Number* levels,
                       Number* total) {
  // By vertex and in four sums: one after the other, each addition would wait for the last.
  Number all[4] = {};
  int next = 0;
  double place = year.first_place;
  for (const Closing& one : year.vertices) {
    Number* const worst = layers + 3 * one.layer;
    Number *const where = worst + 1, *const largest_flow = worst + 2;
    Number residual{}, sizes{}, largest{};
    for (int i = one.inputs; i < one.outputs; ++i) residual += x[year.flow_slots[i]];
    for (int i = one.outputs; i < one.end; ++i) {
      const Number flow = x[year.flow_slots[i]];
      const Number size = flow < 0.0 ? -flow : flow;
      residual -= flow;
      sizes += size;
      largest = largest < size ? size : largest;
    }
    all[next++ % 4] += sizes;
    *largest_flow = *largest_flow < largest ? largest : *largest_flow;
    if (one.level >= 0) {
      const Number now = x[year.level_slots[one.level]];
      residual -= (now - levels[one.level]) / year.length;
      levels[one.level] = now;
    }
    if (one.balanced != 0) {
      const Number size = residual < 0.0 ? -residual : residual;
      // What is not a number counts as the worst, and stays it.
      const Number at = size <= *worst ? *where : Number{} + place;
      const Number most = size <= *worst ? *worst : size;
      *where = *worst == *worst ? at : *where;
      *worst = *worst == *worst ? most : *worst;
    }
    place += 1.0;
  }
  *total += (all[0] + all[1]) + (all[2] + all[3]);
}

KERNEL void any_outside(const Within* one, const Within* end, const Number* x, Number* outside) {
  Number found{};
  const Number unit = Number{} + 1.0;
  for (; one != end; ++one) {
    found = x[one->slot] >= one->low ? found : unit;
    found = x[one->slot] <= one->high ? found : unit;
  }
  *outside = found;
}

KERNEL void sum_slots(const CellSlots* one, const CellSlots* end, const int* list, const Number* x,
                      Number* sums) {
  for (; one != end; ++one) {
    Number sum{};
    for (int i = one->begin; i < one->end; ++i) sum += x[list[i]];
    sums[one->cell] = sum;
  }
}
