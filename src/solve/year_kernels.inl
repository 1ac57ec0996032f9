// See year_kernels.hpp, and base/each_processor.inl for the language they are written in.

using Operation = Instruction::Operation;

KERNEL const Instruction* run_straight(const Instruction* one, const Instruction* end,
                                       const int* list, Number* x) {
  const Number unit = Number{} + 1.0, nothing{};
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
          Number raised;
          larger_of(x[one->b], x[one->a], &raised);
          smaller_of(x[one->c], raised, &x[one->to]);
        }
        break;
      case Operation::where_less:
        for (; again(); ++one)
          where_more(x[one->b] - x[one->a], nothing, x[one->c], nothing, &x[one->to]);
        break;
      case Operation::ratio:
        for (; again(); ++one)
          where_more(x[one->b], nothing, x[one->a] / x[one->b], unit, &x[one->to]);
        break;
      case Operation::arm:
      case Operation::check:
        return one;
    }
  }
  return end;
}

KERNEL void load_given(const GivenLoad* one, const GivenLoad* end, const double* given, Number* x) {
  for (; one != end; ++one) x[one->slot] = Number{} + given[one->load];
}

KERNEL void load_drawn(const DrawnLoad* one, const DrawnLoad* end, const ActingDraw* acting,
                       const double* given, const Number* of_all_years, const Number* of_years,
                       int step, int steps, Number* x) {
  for (; one != end; ++one) {
    Number value = Number{} + given[one->load];
    for (int i = one->begin; i < one->end; ++i) {
      const int draw = acting[i].draw;
      const Number* const drawn =
          acting[i].yearly ? of_years + draw * steps + step : of_all_years + draw;
      value = acting[i].multiplies ? value * *drawn : *drawn;
    }
    x[one->slot] = value;
  }
}

/// Four side by side: each would wait for the one before it.
KERNEL void watch_flows(const int* slot, const int* end, const Number* x, Number* largest,
                        Number* total) {
  Number most[4] = {*largest, *largest, *largest, *largest}, all[4] = {};
  for (; slot != end; slot += 4)
    for (int k = 0; k < 4; ++k) {
      Number size;
      magnitude(x[slot[k]], &size);
      larger_of(size, most[k], &most[k]);
      all[k] += size;
    }
  for (int k = 0; k < 4; ++k) {
    larger_of(most[k], *largest, largest);
    *total += all[k];
  }
}

/// What each vertex gets less what it gives and keeps.
KERNEL void watch_year(const YearOfWatch& year, const Number* x, Number* layers, Number* levels,
                       Number* total) {
  for (const FlowsOfLayer& one : year.layers)
    watch_flows(year.slots + one.begin, year.slots + one.end, x, layers + 3 * one.layer + 2, total);
  Number sizes{};
  for (const Closing& one : year.vertices) {
    Number residual{};
    for (int i = one.inputs; i < one.outputs; ++i) residual += x[year.slots[i]];
    for (int i = one.outputs; i < one.end; ++i) residual -= x[year.slots[i]];
    if (one.level >= 0) {
      const Number now = x[year.level_slots[one.level]];
      residual -= (now - levels[one.level]) / year.length;
      levels[one.level] = now;
    }
    Number size;
    magnitude(residual, &size);
    sizes += size;
    Number *const worst = layers + 3 * one.layer, *const where = worst + 1;
    const Number place = Number{} + (year.first_place + one.vertex);
    where_more(size, *worst, place, *where, where);
    larger_of(size, *worst, worst);
  }
  *total += sizes;
}

/// How far, all together; not a number where one of them is none.
KERNEL void outside(const Within* one, const Within* end, const Number* x, Number* distance) {
  Number sum{};
  for (; one != end; ++one) {
    Number inside, size;
    larger_of(Number{} + one->low, x[one->slot], &inside);
    smaller_of(Number{} + one->high, inside, &inside);
    magnitude(x[one->slot] - inside, &size);
    sum += size;
  }
  *distance = sum;
}

KERNEL void sum_slots(const CellSlots* one, const CellSlots* end, const int* list, const Number* x,
                      Number* sums) {
  for (; one != end; ++one) {
    Number sum{};
    for (int i = one->begin; i < one->end; ++i) sum += x[list[i]];
    sums[one->cell] = sum;
  }
}
