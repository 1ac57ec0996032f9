#pragma once

#include <string>
#include <vector>

#include "critflow/solve/figures.hpp"

namespace critflow {

/// Adds figures of different dimensions: each is summed over what it has besides the year, the
/// layer and `keep`, and laid over all items that any of them has. A figure without a dimension of
/// `keep`, or without an item, adds nothing there; layers are kept apart.
/// @param layers  to keep, in this order; empty = every layer that any of them has
[[nodiscard]] Figures gather(const std::string& name, const std::vector<Figures>& figures,
                             const std::vector<std::string>& keep,
                             const std::vector<std::string>& layers = {});

/// The same over the dimensions and items of `frame`; what it has no item for is left out.
[[nodiscard]] Figures gather_into(const Figures& frame, const std::string& name,
                                  const std::vector<Figures>& figures);

/// The dimensions besides year and layer that all of them have.
[[nodiscard]] std::vector<std::string> shared_dimensions(const std::vector<Figures>& figures);

/// part / whole, cell by cell; absent where the whole is absent or not above zero. The unit is one.
/// @throws InvalidValue where they have not the same dimensions and items
[[nodiscard]] Figures quotient(const std::string& name, const Figures& part, const Figures& whole);

/// Sum of the parts / sum of the wholes, by the dimensions that all of them have and the layers
/// that both sides have: sums are taken first, rates are never averaged.
[[nodiscard]] Figures rate(const std::string& name, const std::vector<Figures>& parts,
                           const std::vector<Figures>& wholes);

/// The wholes of `rate`, before anything is divided by them.
[[nodiscard]] Figures whole_of_rate(const std::vector<Figures>& parts,
                                    const std::vector<Figures>& wholes);

}  // namespace critflow
