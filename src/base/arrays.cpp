#include "critflow/base/arrays.hpp"

namespace critflow {

template <>
int eigen_alignment<EIGEN_MAX_ALIGN_BYTES>() {
  return EIGEN_MAX_ALIGN_BYTES;
}

}  // namespace critflow
