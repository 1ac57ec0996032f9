#include "critflow/scenario/origin.hpp"

namespace critflow {

std::string_view name_of(Evidence evidence) {
  switch (evidence) {
    case Evidence::verified:
      return "verified";
    case Evidence::derived:
      return "derived";
    case Evidence::assumption:
      break;
  }
  return "assumption";
}

}  // namespace critflow
