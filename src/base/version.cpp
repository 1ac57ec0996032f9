#include "critflow/base/version.hpp"

namespace critflow {

std::string_view version() { return CRITFLOW_VERSION; }

}  // namespace critflow
