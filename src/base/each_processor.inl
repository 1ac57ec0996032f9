// Compiles the kernels in the file CRITFLOW_KERNELS five times: in the namespaces `single` and
// `single_fused` over one double, in `plain`, `avx2` and `avx512` over a pack of lanes, each with
// its own instructions. A kernel is a function marked KERNEL over `Number`s, and calls only
// others of its file and the words below: the compiler lowers a vector with the instructions of the function in
// which it is written, so what an inlined template or lambda brings along would stay plain. No
// symbol leaves the file. What is marked INSIDE is a part of kernels.
//
// Numbers are added, subtracted, multiplied and divided as doubles are, and with doubles. Beside
// that there are these words, as comparisons differ from one double to a pack:
//
//     fuse(a, b, c, &sum)              a * b + c with one rounding: one instruction since 2013, and
//                                      slow where the processor has none for it
//     fuse_same(a, b, c, &sum)         the same with one double for all lanes
//     larger_of(a, b, &larger)         a where a > b, else b
//     smaller_of(a, b, &smaller)       a where a < b, else b
//     where_more(a, b, x, y, &value)   x where a > b, else y
//     magnitude(a, &size)
//     add_to_exponent(a, b, &product)  a * 2^n, where n stands in the last bits of b
//
// Results keep the same bits. What a kernel takes at once, it may choose by `packs_in_registers`.

#include "critflow/base/lanes.hpp"
#include "critflow/base/processor.hpp"

#ifdef __x86_64__
#include <immintrin.h>
#endif

// Called, it would load its constants anew for every number.
#define INSIDE KERNEL inline __attribute__((always_inline))

#define KERNEL [[maybe_unused]] static
namespace critflow::single {
using Register = double;
using Bits = unsigned long long;
using Number = Register;
constexpr int packs_in_registers = 16;
INSIDE void fuse(Number a, Number b, Number c, Number* sum) { *sum = __builtin_fma(a, b, c); }
INSIDE void fuse_same(double a, Number b, Number c, Number* sum) { fuse(a, b, c, sum); }
#include "base/register_words.inl"
#include CRITFLOW_KERNELS
}  // namespace critflow::single

namespace critflow::plain {
constexpr int packs_in_registers = 4;
namespace quarter {
using Register [[gnu::vector_size(16), gnu::may_alias]] = double;
using Bits [[gnu::vector_size(16), gnu::may_alias]] = unsigned long long;
INSIDE void fuse(const Register& a, const Register& b, const Register& c, Register* sum) {
  *sum = Register{__builtin_fma(a[0], b[0], c[0]), __builtin_fma(a[1], b[1], c[1])};
}
INSIDE void fuse_same(double a, const Register& b, const Register& c, Register* sum) {
  *sum = Register{__builtin_fma(a, b[0], c[0]), __builtin_fma(a, b[1], c[1])};
}
#include "base/register_words.inl"
}  // namespace quarter
namespace half {
using Half = quarter::Register;
using quarter::add_to_exponent, quarter::fuse, quarter::fuse_same, quarter::larger_of,
    quarter::magnitude, quarter::smaller_of, quarter::where_more;
#include "base/two_halves.inl"
}  // namespace half
using Half = half::Number;
using half::add_to_exponent, half::fuse, half::fuse_same, half::larger_of, half::magnitude,
    half::smaller_of, half::where_more;
#include "base/two_halves.inl"
#include CRITFLOW_KERNELS
}  // namespace critflow::plain
#undef KERNEL

#ifdef __x86_64__
#define KERNEL [[maybe_unused, gnu::target("fma")]] static
namespace critflow::single_fused {
using Register = double;
using Bits = unsigned long long;
using Number = Register;
constexpr int packs_in_registers = 16;
INSIDE void fuse(Number a, Number b, Number c, Number* sum) { *sum = __builtin_fma(a, b, c); }
INSIDE void fuse_same(double a, Number b, Number c, Number* sum) { fuse(a, b, c, sum); }
#include "base/register_words.inl"
#include CRITFLOW_KERNELS
}  // namespace critflow::single_fused
#undef KERNEL

#define KERNEL [[maybe_unused, gnu::target("avx2,fma")]] static
namespace critflow::avx2 {
constexpr int packs_in_registers = 8;
namespace half {
using Register [[gnu::vector_size(32), gnu::may_alias]] = double;
using Bits [[gnu::vector_size(32), gnu::may_alias]] = unsigned long long;
INSIDE void fuse(const Register& a, const Register& b, const Register& c, Register* sum) {
  *sum = Register(_mm256_fmadd_pd(__m256d(a), __m256d(b), __m256d(c)));
}
INSIDE void fuse_same(double a, const Register& b, const Register& c, Register* sum) {
  *sum = Register(_mm256_fmadd_pd(_mm256_set1_pd(a), __m256d(b), __m256d(c)));
}
#include "base/register_words.inl"
}  // namespace half
using Half = half::Register;
using half::add_to_exponent, half::fuse, half::fuse_same, half::larger_of, half::magnitude,
    half::smaller_of, half::where_more;
#include "base/two_halves.inl"
#include CRITFLOW_KERNELS
}  // namespace critflow::avx2
#undef KERNEL

#define KERNEL [[maybe_unused, gnu::target("avx512f")]] static
namespace critflow::avx512 {
constexpr int packs_in_registers = 32;
using Register [[gnu::vector_size(64), gnu::may_alias]] = double;
using Bits [[gnu::vector_size(64), gnu::may_alias]] = unsigned long long;
using Number = Register;
INSIDE void fuse(const Number& a, const Number& b, const Number& c, Number* sum) {
  *sum = Number(_mm512_fmadd_pd(__m512d(a), __m512d(b), __m512d(c)));
}
INSIDE void fuse_same(double a, const Number& b, const Number& c, Number* sum) {
  *sum = Number(_mm512_fmadd_pd(_mm512_set1_pd(a), __m512d(b), __m512d(c)));
}
#include "base/register_words.inl"
#include CRITFLOW_KERNELS
}  // namespace critflow::avx512
#undef KERNEL
#else
namespace critflow {
namespace single_fused = single;
namespace avx2 = plain;
namespace avx512 = plain;
}  // namespace critflow
#endif

namespace critflow {
namespace {

/// Lanes as the numbers of whichever kernel takes them.
template <class L>
struct Packs {
  L* lanes;

  template <class Number>
  operator Number*() const {  // NOLINT: a kernel takes them without a word
    return reinterpret_cast<Number*>(lanes);
  }
};
template <class L>
struct OnePack {
  L* lanes;

  template <class Number>
  operator const Number&() const {  // NOLINT
    return *reinterpret_cast<const Number*>(lanes);
  }
};
[[maybe_unused]] Packs<Lanes> pack(Lanes* lanes) { return {lanes}; }
[[maybe_unused]] Packs<const Lanes> pack(const Lanes* lanes) { return {lanes}; }
[[maybe_unused]] OnePack<const Lanes> one_pack(const Lanes& lanes) { return {&lanes}; }

}  // namespace
}  // namespace critflow

// The kernel of that name for the instructions in use.
#define CRITFLOW_IN_LANES(kernel)                                                       \
  [](const auto&... given) {                                                            \
    switch (instructions_in_use()) {                                                    \
      case Instructions::avx512: return avx512::kernel(given...);                       \
      case Instructions::avx2: return avx2::kernel(given...);                           \
      default: return plain::kernel(given...);                                          \
    }                                                                                   \
  }
#define CRITFLOW_ALONE(kernel) \
  (instructions_in_use() == Instructions::plain ? single::kernel : single_fused::kernel)
