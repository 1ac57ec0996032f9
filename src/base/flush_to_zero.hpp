#pragma once

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace critflow {

/// While it lives, this thread takes numbers below 2.2e-308 for zero, in and out: processors are
/// many times slower on them, and no result is so small. Afterwards it is as it was before.
class FlushToZero {
 public:
#ifdef __x86_64__
  FlushToZero() : before_(_mm_getcsr()) { _mm_setcsr(before_ | flush_results | treat_as_zero); }
  ~FlushToZero() { _mm_setcsr(before_); }
#else
  FlushToZero() = default;
  ~FlushToZero() = default;
#endif
  FlushToZero(const FlushToZero&) = delete;
  FlushToZero& operator=(const FlushToZero&) = delete;

#ifdef __x86_64__
 private:
  static constexpr unsigned flush_results = 0x8000, treat_as_zero = 0x0040;
  unsigned before_;
#endif
};

}  // namespace critflow
