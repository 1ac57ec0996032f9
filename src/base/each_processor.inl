// Compiles the kernels in the file CRITFLOW_KERNELS four times: in the namespace `single` over one
// double, in `plain`, `avx2` and `avx512` over a pack of lanes, each with its own instructions. A
// kernel is a function marked KERNEL over pointers to `Number`, and calls only others of its file:
// the compiler lowers a vector with the instructions of the function in which it is written, so
// what an inlined template or lambda brings along would stay plain. No symbol leaves the file.

#include "critflow/base/lanes.hpp"
#include "critflow/base/processor.hpp"

#define KERNEL [[maybe_unused]] static
namespace critflow::single {
using Number = double;
using Integer = unsigned long long;
#include CRITFLOW_KERNELS
}  // namespace critflow::single

namespace critflow::plain {
using Number = Lanes::Vector;
using Integer = Lanes::Integers;
#include CRITFLOW_KERNELS
}  // namespace critflow::plain
#undef KERNEL

#ifdef __x86_64__
#define KERNEL [[maybe_unused, gnu::target("avx2")]] static
namespace critflow::avx2 {
using Number = Lanes::Vector;
using Integer = Lanes::Integers;
#include CRITFLOW_KERNELS
}  // namespace critflow::avx2
#undef KERNEL

#define KERNEL [[maybe_unused, gnu::target("avx512f")]] static
namespace critflow::avx512 {
using Number = Lanes::Vector;
using Integer = Lanes::Integers;
#include CRITFLOW_KERNELS
}  // namespace critflow::avx512
#undef KERNEL
#else
namespace critflow {
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
