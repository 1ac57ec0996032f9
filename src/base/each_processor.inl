// Compiles the kernels in the file CRITFLOW_KERNELS five times: in the namespaces `single` and
// `single_fused` over one double, in `plain`, `avx2` and `avx512` over a pack of lanes, each with
// its own instructions. A kernel is a function marked KERNEL over pointers to `Number`, and calls
// only others of its file: the compiler lowers a vector with the instructions of the function in
// which it is written, so what an inlined template or lambda brings along would stay plain. No
// symbol leaves the file.
//
// `fuse(a, b, c, &sum)` is a * b + c with one rounding: one instruction since 2013, and slow where
// the processor has none for it. Results keep the same bits. `fuse_same` takes one `a` for all
// lanes: a sum of a double and a pack would be made lane by lane, or cost an addition. What a kernel
// takes at once, it may choose by `packs_in_registers`.

#include "critflow/base/lanes.hpp"
#include "critflow/base/processor.hpp"

#ifdef __x86_64__
#include <immintrin.h>
#endif

#define KERNEL [[maybe_unused]] static
namespace critflow::single {
using Number = double;
using Integer = unsigned long long;
constexpr int packs_in_registers = 16;
KERNEL void fuse(Number a, Number b, Number c, Number* sum) { *sum = __builtin_fma(a, b, c); }
KERNEL void fuse_same(double a, Number b, Number c, Number* sum) { fuse(a, b, c, sum); }
#include CRITFLOW_KERNELS
}  // namespace critflow::single

namespace critflow::plain {
using Number = Lanes::Vector;
using Integer = Lanes::Integers;
constexpr int packs_in_registers = 4;
KERNEL void fuse(const Number& a, const Number& b, const Number& c, Number* sum) {
  for (int k = 0; k < lane_count<Lanes>; ++k) (*sum)[k] = __builtin_fma(a[k], b[k], c[k]);
}
KERNEL void fuse_same(double a, const Number& b, const Number& c, Number* sum) {
  for (int k = 0; k < lane_count<Lanes>; ++k) (*sum)[k] = __builtin_fma(a, b[k], c[k]);
}
#include CRITFLOW_KERNELS
}  // namespace critflow::plain
#undef KERNEL

#ifdef __x86_64__
#define KERNEL [[maybe_unused, gnu::target("fma")]] static
namespace critflow::single_fused {
using Number = double;
using Integer = unsigned long long;
constexpr int packs_in_registers = 16;
KERNEL void fuse(Number a, Number b, Number c, Number* sum) { *sum = __builtin_fma(a, b, c); }
KERNEL void fuse_same(double a, Number b, Number c, Number* sum) { fuse(a, b, c, sum); }
#include CRITFLOW_KERNELS
}  // namespace critflow::single_fused
#undef KERNEL

#define KERNEL [[maybe_unused, gnu::target("avx2,fma")]] static
namespace critflow::avx2 {
using Number = Lanes::Vector;
using Integer = Lanes::Integers;
constexpr int packs_in_registers = 8;
KERNEL void fuse(const Number& a, const Number& b, const Number& c, Number* sum) {
  const auto *const x = reinterpret_cast<const __m256d*>(&a),
             *const y = reinterpret_cast<const __m256d*>(&b),
             *const z = reinterpret_cast<const __m256d*>(&c);
  const __m256d low = _mm256_fmadd_pd(x[0], y[0], z[0]);
  const __m256d high = _mm256_fmadd_pd(x[1], y[1], z[1]);
  reinterpret_cast<__m256d*>(sum)[0] = low;
  reinterpret_cast<__m256d*>(sum)[1] = high;
}
KERNEL void fuse_same(double a, const Number& b, const Number& c, Number* sum) {
  const auto *const y = reinterpret_cast<const __m256d*>(&b),
             *const z = reinterpret_cast<const __m256d*>(&c);
  const __m256d same = _mm256_set1_pd(a);
  const __m256d low = _mm256_fmadd_pd(same, y[0], z[0]);
  const __m256d high = _mm256_fmadd_pd(same, y[1], z[1]);
  reinterpret_cast<__m256d*>(sum)[0] = low;
  reinterpret_cast<__m256d*>(sum)[1] = high;
}
#include CRITFLOW_KERNELS
}  // namespace critflow::avx2
#undef KERNEL

#define KERNEL [[maybe_unused, gnu::target("avx512f")]] static
namespace critflow::avx512 {
using Number = Lanes::Vector;
using Integer = Lanes::Integers;
constexpr int packs_in_registers = 32;
KERNEL void fuse(const Number& a, const Number& b, const Number& c, Number* sum) {
  *sum = Number(_mm512_fmadd_pd(__m512d(a), __m512d(b), __m512d(c)));
}
KERNEL void fuse_same(double a, const Number& b, const Number& c, Number* sum) {
  *sum = Number(_mm512_fmadd_pd(_mm512_set1_pd(a), __m512d(b), __m512d(c)));
}
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
[[maybe_unused]] Lanes::Vector* pack(Lanes* lanes) {
  return reinterpret_cast<Lanes::Vector*>(lanes);
}
[[maybe_unused]] const Lanes::Vector* pack(const Lanes* lanes) {
  return reinterpret_cast<const Lanes::Vector*>(lanes);
}
}  // namespace
}  // namespace critflow

// The kernel of that name for the instructions in use.
#define CRITFLOW_IN_LANES(kernel)                                              \
  (instructions_in_use() == Instructions::avx512 ? avx512::kernel            \
   : instructions_in_use() == Instructions::avx2 ? avx2::kernel : plain::kernel)
#define CRITFLOW_ALONE(kernel) \
  (instructions_in_use() == Instructions::plain ? single::kernel : single_fused::kernel)
