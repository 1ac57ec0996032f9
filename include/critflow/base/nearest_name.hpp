#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace critflow {

/// The known name within two slips (letter missing, added, changed, or two swapped) of `given`, or
/// an empty text: what "did you mean" says. The first in order wins between equals.
[[nodiscard]] std::string nearest_name(std::string_view given,
                                       const std::vector<std::string>& known);

}  // namespace critflow
