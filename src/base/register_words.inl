// The words of each_processor.inl but `fuse`, for a `Register` of one double or of several, with
// `Bits` of the same size.

INSIDE void larger_of(const Register& a, const Register& b, Register* larger) {
  *larger = a > b ? a : b;
}
INSIDE void smaller_of(const Register& a, const Register& b, Register* smaller) {
  *smaller = a < b ? a : b;
}
INSIDE void where_more(const Register& a, const Register& b, const Register& x, const Register& y,
                       Register* value) {
  *value = a > b ? x : y;
}
INSIDE void magnitude(const Register& value, Register* size) {
  Bits bits;
  __builtin_memcpy(&bits, &value, sizeof bits);
  bits &= 0x7fffffffffffffffULL;
  __builtin_memcpy(size, &bits, sizeof bits);
}
INSIDE void add_to_exponent(const Register& power, const Register& whole, Register* result) {
  Bits bits, shifted;
  __builtin_memcpy(&bits, &power, sizeof bits);
  __builtin_memcpy(&shifted, &whole, sizeof shifted);
  bits += shifted << 52;
  __builtin_memcpy(result, &bits, sizeof bits);
}
