#include "critflow/lifetime/fixed.hpp"

#include "critflow/base/fault.hpp"

namespace critflow {

Fixed::Fixed(double years) : years_(require_not_negative(years, "fixed.years")) {}

}  // namespace critflow
