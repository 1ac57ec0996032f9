#pragma once

#include <Eigen/Core>

namespace critflow {

/// Eigen's arrays, for every header of ours that shows one, and the alignment [bytes] that the
/// library gives them. Defined for that alignment only: a program compiled for wider registers than
/// the library would break the heap where an array changes hands, and fails to link instead.
template <int Bytes>
[[nodiscard]] int eigen_alignment();

template <>
int eigen_alignment<EIGEN_MAX_ALIGN_BYTES>();

/// Asks the linker, in every program that includes this header.
[[gnu::used]] inline int (*const agreed_alignment)() = &eigen_alignment<EIGEN_MAX_ALIGN_BYTES>;

}  // namespace critflow
