// A pack as two halves, each with its own words, see each_processor.inl: `Half` is a register, or
// two halves itself. A vector of the whole pack would be kept in memory where no register holds it.

struct [[gnu::may_alias]] Number {
  Half low, high;
};

#define CRITFLOW_BY_HALVES(sign)                                                              \
  INSIDE Number operator sign(const Number& a, const Number& b) {                             \
    return {a.low sign b.low, a.high sign b.high};                                            \
  }                                                                                           \
  INSIDE Number operator sign(const Number& a, double b) { return {a.low sign b, a.high sign b}; } \
  INSIDE Number operator sign(double a, const Number& b) { return {a sign b.low, a sign b.high}; } \
  INSIDE Number& operator sign##=(Number& a, const Number& b) { return a = a sign b; }
CRITFLOW_BY_HALVES(+)
CRITFLOW_BY_HALVES(-)
CRITFLOW_BY_HALVES(*)
CRITFLOW_BY_HALVES(/)
#undef CRITFLOW_BY_HALVES

INSIDE void fuse(const Number& a, const Number& b, const Number& c, Number* sum) {
  Number both;
  fuse(a.low, b.low, c.low, &both.low);
  fuse(a.high, b.high, c.high, &both.high);
  *sum = both;
}
INSIDE void fuse_same(double a, const Number& b, const Number& c, Number* sum) {
  Number both;
  fuse_same(a, b.low, c.low, &both.low);
  fuse_same(a, b.high, c.high, &both.high);
  *sum = both;
}
INSIDE void larger_of(const Number& a, const Number& b, Number* larger) {
  Number both;
  larger_of(a.low, b.low, &both.low);
  larger_of(a.high, b.high, &both.high);
  *larger = both;
}
INSIDE void smaller_of(const Number& a, const Number& b, Number* smaller) {
  Number both;
  smaller_of(a.low, b.low, &both.low);
  smaller_of(a.high, b.high, &both.high);
  *smaller = both;
}
INSIDE void where_more(const Number& a, const Number& b, const Number& x, const Number& y,
                       Number* value) {
  Number both;
  where_more(a.low, b.low, x.low, y.low, &both.low);
  where_more(a.high, b.high, x.high, y.high, &both.high);
  *value = both;
}
INSIDE void magnitude(const Number& value, Number* size) {
  Number both;
  magnitude(value.low, &both.low);
  magnitude(value.high, &both.high);
  *size = both;
}
INSIDE void add_to_exponent(const Number& power, const Number& whole, Number* result) {
  Number both;
  add_to_exponent(power.low, whole.low, &both.low);
  add_to_exponent(power.high, whole.high, &both.high);
  *result = both;
}
