#pragma once

#include <string>
#include <string_view>

namespace critflow {

/// What is wrong with a name of a process, parameter, dimension or item, as the end of "must ...";
/// empty where it is a good one. Names hold Latin letters, digits, spaces and `. - _ + / ( ) & %
/// '`: letters of other scripts may look like these and be others, brackets and commas mark places.
[[nodiscard]] std::string fault_of_name(std::string_view name);

/// `name` with its letters A to Z in lower case.
[[nodiscard]] std::string lower_case(std::string_view name);

}  // namespace critflow
